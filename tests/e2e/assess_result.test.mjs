// The result of the self-assessment: what it says of a known year, what closes its gap, and that nothing of
// it leaves the machine.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, overflow, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";
import { storedAs } from "./lib/waiting.mjs";

const { browser, site } = await started();

const SOURCES = ["direct_non_fossil", "green_certificate", "green_trade", "other"];
const amount = (text, unit) => ({ text, unit });
const fuel = (fuel, text, unit = "tonne") => ({
  fuel,
  purpose: "combustion",
  amount: amount(text, unit),
  t_per_unit: "",
  tce_per_unit: "",
  basis: "",
});

/** A worksheet as the page keeps it. */
function sheet({ name = "", received = ["", "", "", ""], fuels = [], heat = "" }) {
  const heatLine = (source, text) => ({ source, amount: amount(text, "gj"), t_per_gj: "", basis: "" });
  const guiding = { how: "nothing", pending: false, value: "", reason: "", inputs: [], products: [] };
  return {
    format: "zcp.worksheet/1",
    name,
    year: "2026",
    electricity_tce_per_mwh: "",
    steam_gj_per_tonne: "",
    fuels,
    conversions: [],
    received: SOURCES.map((source, at) => ({ source, amount: amount(received[at], "mwh") })),
    sent: SOURCES.map((source) => ({ source, amount: amount("", "mwh") })),
    own: amount("", "mwh"),
    heat_received: [heatLine("fossil", heat), heatLine("non_fossil", "")],
    heat_sent: [heatLine("fossil", ""), heatLine("non_fossil", "")],
    processes: [],
    bunkers_t: "",
    guiding: Array.from({ length: 5 }, () => ({ ...guiding })),
    basic: Array.from({ length: 4 }, () => ({ holds: null, note: "" })),
  };
}

/** The worked example: 600 + 300 + 100 GWh, gas, fossil heat; 0.528 against 0.2. */
const EXAMPLE = sheet({
  name: "worked example",
  received: ["600000", "300000", "", "100000"],
  fuels: [fuel("natural_gas", "2000", "ten_thousand_cubic_metres")],
  heat: "500000",
});

/** Opens the page with a worksheet in the browser's own store, as an earlier visit has left it. */
async function filled(sheet, { path = "assess", scenarios = [null, null, null], ...options } = {}) {
  const { page, context, problems } = await open(browser, site, options);
  await page.goto(site.url(path));
  await settled(page);
  await page.evaluate(
    async ([sheet, scenarios]) => {
      const opening = indexedDB.open("zcp", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("sheets");
      const database = await new Promise((done, failed) => {
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      const kept = { format: "zcp.kept/1", id: "e2e", revision: 1, written: 1, sheet, scenarios };
      const transaction = database.transaction("sheets", "readwrite");
      transaction.objectStore("sheets").put(JSON.stringify(kept), "e2e");
      await new Promise((done) => (transaction.oncomplete = done));
      database.close();
      localStorage.setItem("zcp.worksheet", "e2e");
    },
    [sheet, scenarios],
  );
  await page.reload();
  await settled(page);
  return { page, context, problems };
}

const openFold = async (page, key) => {
  const fold = page.locator(`[data-fold="${key}"]`);
  // The gap is open by itself where the target is missed.
  if (!(await fold.evaluate((details) => details.open))) await fold.locator("> summary").click();
  return fold;
};

test("an empty form has no result, and says what will stand here", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.goto(site.url("assess"));
  await settled(page);
  await page.locator('[data-result="nothing"]').waitFor();
  assert.equal(await page.locator(".result-head").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("the worked example comes out as the contract has it, and says why", async () => {
  const { page, context, problems } = await filled(EXAMPLE);
  const head = page.locator(".result-head");
  await head.waitFor();
  assert.equal(await head.getAttribute("data-verdict"), "not-eligible");
  assert.match(await head.innerText(), /核心指标未达到[\s\S]*0\.528/);
  assert.match(await page.locator(".result-quote").innerText(), /原则上不得申请验收/);
  // 181,493.77618 − 0.2 × 343,660.
  assert.match(await page.locator(".result-room").innerText(), /112,761\.8/);
  const power = page.locator('[data-part="emissions_electricity"]');
  assert.match(await power.innerText(), /83,250/);
  const why = await openFold(page, "why.emissions_electricity");
  await why.locator(".why-tree").waitFor();
  assert.match(await why.innerText(), /100,000 × 0\.8325/);
  assert.ok((await why.locator("a.basis").count()) > 0, "the clause of the factor");
  assert.deepEqual(problems, []);
  await context.close();
});

test("each lever says what it takes or why it cannot; together they close the gap", async () => {
  const { page, context, problems } = await filled(EXAMPLE);
  const gap = await openFold(page, "gap");
  const power = gap.locator('[data-lever="direct_power"]');
  assert.match(await power.innerText(), /达不到[\s\S]*0\.286/);
  const mix = await openFold(page, "mix");
  const outcome = mix.locator(".mix-outcome");
  assert.match(await outcome.innerText(), /0\.528/);
  await mix.locator('input[name="mix-direct_power"]').fill("100000");
  await mix.locator('input[name="mix-heat.0"]').fill("400000");
  await mix.locator('input[name="mix-heat.0"]').press("Tab");
  // 54,243.77618 ÷ 343,660.
  await outcome.getByText("0.158").waitFor();
  assert.match(await outcome.innerText(), /达到/);
  // A limit of the user's holds in the mix as well.
  await gap.locator('input[name="limit-heat.0"]').fill("10000");
  assert.doesNotMatch(await outcome.innerText(), /0\.158/);
  await gap.locator('input[name="limit-heat.0"]').fill("");
  await mix.getByRole("button", { name: "填进表单" }).click();
  await page.locator('.result-head[data-verdict="eligible-on-core"]').waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("scenarios are kept, stand side by side, and come back after a reload", async () => {
  const { page, context, problems } = await filled(EXAMPLE);
  let scenarios = await openFold(page, "scenarios");
  await scenarios.getByRole("button", { name: "存为情景A" }).click();
  await scenarios.locator("table").waitFor();
  assert.match(await scenarios.locator("table").innerText(), /worked example[\s\S]*0\.528/);
  await storedAs(page, ({ sheets }) => sheets[0]?.scenarios[0]);
  await page.reload();
  await settled(page);
  scenarios = await openFold(page, "scenarios");
  await scenarios.locator("table").waitFor();
  await scenarios.getByRole("button", { name: "删除 A" }).click();
  await scenarios.getByRole("button", { name: "再按一次" }).click();
  assert.equal(await scenarios.locator("table").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what is worked out is asked of nobody, and works without a network", async () => {
  const { page, context } = await filled(EXAMPLE);
  await page.locator(".result-quote q").waitFor();
  await context.setOffline(true);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const key of ["gap", "mix", "sensitivity", "stage", "scenarios"]) await openFold(page, key);
  await page.locator(".what-ifs").first().waitFor();
  assert.deepEqual(asked, []);
  await context.close();
});

for (const path of ["assess", "en/assess"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${path} with everything open passes axe in ${colorScheme} and fits a phone`, async () => {
      const { page, context, problems } = await filled(EXAMPLE, {
        path,
        colorScheme,
        scenarios: [EXAMPLE, sheet({ name: "only grid", received: ["", "", "", "900000"] }), null],
      });
      for (const key of ["gap", "mix", "sensitivity", "stage", "scenarios", "compare"]) await openFold(page, key);
      await openFold(page, "why.carbon_per_energy");
      await settled(page);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await overflow(page, 360), []);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
}
