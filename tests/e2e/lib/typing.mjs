// A person at the form of the self-assessment: types a whole assessment file into it, field by field, and takes
// the result along.

import fs from "node:fs";

/** The sources in the order of the form: each has a line there from the start. */
const POWER = ["direct_non_fossil", "green_certificate", "green_trade", "other"];
const HEAT = ["fossil", "non_fossil"];

const idOf = (name) => `#f-${name.replaceAll(".", "-")}`;

/** Numbers and texts of the contract as they are typed. */
const text = (value) => (typeof value === "number" ? String(value) : value);

/** How a field is filled: at once, or letter by letter as under the fingers. */
const at_once = (locator, value) => locator.fill(value);
const letter_by_letter = async (locator, value) => {
  await locator.click();
  await locator.press("ControlOrMeta+A");
  await locator.press("Delete");
  await locator.pressSequentially(value);
};

class Typist {
  constructor(page, fill) {
    this.page = page;
    this.fill = fill;
  }

  async field(name, value) {
    if (value === undefined) return;
    const locator = this.page.locator(idOf(name));
    await this.reveal(locator);
    await this.fill(locator, text(value));
    await locator.blur();
  }

  async choose(name, value) {
    await this.page.locator(idOf(name)).selectOption(value);
  }

  /** Opens the fold that a field stands in. */
  async reveal(locator) {
    await locator.waitFor({ state: "attached" });
    const fold = this.page.locator("details").filter({ has: locator }).last();
    if ((await fold.count()) && !(await fold.evaluate((details) => details.open))) {
      await fold.locator("> summary").click();
    }
  }

  async step(key) {
    await this.page.locator(`.steps a[href*="step=${key}"]`).click();
    await this.page.locator(`.steps a[href*="step=${key}"][aria-current]`).waitFor();
  }

  async fuels(list, entries) {
    for (const [at, entry] of entries.entries()) {
      await this.choose(`${list}.new`, entry.fuel);
      await this.page.locator(".add").filter({ has: this.page.locator(idOf(`${list}.new`)) }).locator("button").click();
      const line = `${list}.${at}`;
      await this.field(`${line}.amount`, entry.amount);
      if (entry.use !== undefined) await this.choose(`${line}.use`, entry.use);
      for (const name of [
        "t_per_unit", "tce_per_unit", "ncv_gj_per_unit", "carbon_t_per_gj", "oxidation", "basis",
      ]) await this.field(`${line}.${name}`, entry[name]);
    }
  }

  /** Each source has its line; a second amount of one gets a line that is added below. */
  async sources(list, known, entries, names) {
    const taken = new Set();
    let lines = known.length;
    for (const entry of entries) {
      let at = known.indexOf(entry.source);
      if (taken.has(at)) {
        const choice = this.page.locator(idOf(`${list}.new`));
        await this.reveal(choice);
        await choice.selectOption(entry.source);
        await this.page.locator(".add").filter({ has: choice }).locator("button").click();
        at = lines++;
      }
      taken.add(at);
      for (const [field, key] of names) await this.field(`${list}.${at}.${field}`, entry[key]);
    }
  }

  async guiding(id, given) {
    const key = ["value", "pending", "not_applicable"].find((key) => given[key] !== undefined);
    if (!key) return;
    const line = `guiding.${id}`;
    await this.choose(`${line}.how`, key === "not_applicable" ? key : "value");
    if (key === "not_applicable") return this.field(`${line}.reason`, given[key]);
    await this.field(`${line}.value`, given[key]);
    if (key === "pending") await this.page.locator(`fieldset${idOf(line)} input[type="checkbox"]`).check();
  }
}

/** Types an assessment file into the form: a new assessment, every field that the file has. */
export async function type(page, input, { keys = false } = {}) {
  const typist = new Typist(page, keys ? letter_by_letter : at_once);
  const begin = page.locator("#new");
  await typist.reveal(begin);
  await begin.click();

  await typist.step("park");
  await typist.field("name", input.name);
  await typist.field("year", input.year);
  await typist.choose("factors", input.factors ?? "annex4-2025");

  await typist.step("fuels");
  await typist.fuels("fuels", input.fuels ?? []);
  await typist.field("bunkers", input.bunkers_t);

  await typist.step("conversions");
  for (const [at, conversion] of (input.conversions ?? []).entries()) {
    await page.locator(".step > p > button.button").last().click();
    await typist.field(`conversions.${at}.name`, conversion.name ?? "");
    await typist.fuels(`conversions.${at}.inputs`, conversion.inputs ?? []);
    await typist.fuels(`conversions.${at}.outputs`, conversion.outputs ?? []);
  }

  await typist.step("power");
  const power = input.electricity ?? {};
  await typist.sources("received", POWER, power.received ?? [], [["amount", "mwh"]]);
  await typist.field("own", power.self_used_non_fossil_mwh);
  await typist.sources("sent", POWER, power.sent ?? [], [["amount", "mwh"]]);
  await typist.field("generated_thermal", power.generated_thermal_mwh);
  await typist.field("generated_waste_heat", power.generated_waste_heat_mwh);
  await typist.field("equivalent", input.conventions?.electricity_tce_per_mwh);

  await typist.step("heat");
  const heat = [["amount", "gj"], ["t_per_gj", "t_per_gj"], ["basis", "basis"]];
  await typist.sources("heat_received", HEAT, input.heat?.received ?? [], heat);
  await typist.sources("heat_sent", HEAT, input.heat?.sent ?? [], heat);

  await typist.step("processes");
  for (const [at, process] of (input.processes ?? []).entries()) {
    await page.locator(".step > p > button.button").last().click();
    const names = [["product", "product"], ["amount", "tonnes"], ["t_per_t", "t_per_t"], ["basis", "basis"]];
    for (const [field, key] of names) await typist.field(`processes.${at}.${field}`, process[key]);
  }

  await typist.step("guiding");
  for (const [id, given] of Object.entries(input.guiding ?? {})) await typist.guiding(id, given);
}

/** The case with its sources in the order of the form, in which their lines stand and are added up. */
export function in_form_order(input) {
  const sorted = (list, known) =>
    list && [...list].sort((a, b) => known.indexOf(a.source) - known.indexOf(b.source));
  // A second amount of a source has its line behind all first ones.
  const arranged = (list, known) => {
    const first = (entry, at) => list.findIndex((other) => other.source === entry.source) === at;
    return list && [...sorted(list.filter(first), known), ...list.filter((entry, at) => !first(entry, at))];
  };
  const file = structuredClone(input);
  for (const [section, known] of [["electricity", POWER], ["heat", HEAT]]) {
    for (const list of ["received", "sent"]) {
      if (file[section]?.[list]) file[section][list] = arranged(file[section][list], known);
    }
  }
  return file;
}

/** Presses a button that saves a file, and reads the file. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return fs.readFileSync(await download.path(), "utf8");
}
