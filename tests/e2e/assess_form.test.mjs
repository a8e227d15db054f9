// The form of the self-assessment: what is typed is read rightly, kept, undone, handed on, and never lost.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";

import { open, settled, violations as found } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";
import { stored, storedAs, timersDone } from "./lib/waiting.mjs";

const { browser, site } = await started();

const STEPS = ["park", "fuels", "conversions", "power", "heat", "processes", "guiding", "basic"];
const DIRECT = "#f-received-0-amount";
const OTHER = "#f-received-3-amount";

const at = (step, lang = "") => site.url(`${lang}assess/?step=${step}`);

async function start(step = "power", options = {}) {
  const opened = await open(browser, site, options);
  await go(opened.page, step);
  return opened;
}

async function go(page, step, lang = "") {
  await page.goto(at(step, lang));
  await settled(page);
  await page.locator(".steps").waitFor();
}

/** What axe finds on the page itself; the frame around every page has its own test. */
const violations = async (page) => (await found(page)).filter((one) => !/^axe region: \.banner /.test(one));

/** What of the page itself, without the frame, is wider than a phone. */
async function overflow(page, width) {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate((width) => {
    const scrolls = (e) => e && e.localName !== "main" && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
    // What a closed fold holds is not laid out anew with the page, and nobody sees it.
    const wide = [...document.querySelectorAll("main *")].filter(
      (e) => e.checkVisibility() && !e.closest("svg, .vh") && e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement),
    );
    return wide.map((e) => `${e.localName}.${e.className}`).slice(0, 5);
  }, width);
}

/** Types into a field and leaves it. */
async function fill(page, field, text) {
  await page.locator(field).fill(text);
  await page.locator(field).blur();
}

/** Waits until a step is the present one. */
const reached = (page, step) =>
  page.waitForFunction(
    (step) => document.querySelector(".steps [aria-current]")?.getAttribute("href").includes(`step=${step}`),
    step,
  );

const keeping = (page, state) => page.locator(`[data-keeping="${state}"]`).waitFor();
const unitOf = (page, field) => page.locator(`.field:has(${field}) select`);

test("a unit is chosen where the figure is typed, and what it comes to is said", async () => {
  const { page, context, problems } = await start();
  await fill(page, OTHER, "3.2万");
  assert.equal(await page.locator(`${OTHER}-said`).innerText(), "= 32,000 MWh");
  await unitOf(page, OTHER).selectOption({ label: "亿kWh" });
  await fill(page, OTHER, "１，２３４．５");
  assert.equal(await page.locator(`${OTHER}-said`).innerText(), "= 123,450,000 MWh");
  await unitOf(page, OTHER).selectOption({ label: "MWh" });
  await fill(page, OTHER, "500");
  assert.equal((await page.locator(`${OTHER}-said`).textContent()).trim(), "", "nothing to say of a plain number");
  await go(page, "heat");
  await fill(page, "#f-heat_received-0-amount", "1000");
  await unitOf(page, "#f-heat_received-0-amount").selectOption({ label: "吨蒸汽" });
  assert.equal(await page.locator("#f-heat_received-0-amount-said").innerText(), "= 3,763 GJ");
  await fill(page, "#f-steam", "2.8");
  assert.equal(await page.locator("#f-heat_received-0-amount-said").innerText(), "= 2,800 GJ");
  assert.deepEqual(problems, []);
  await context.close();
});

test("a number that can be read in two ways is asked about, and a unit that differs is offered", async () => {
  const { page, context } = await start();
  await page.locator(OTHER).pressSequentially("1,5");
  assert.equal(await page.locator(OTHER).getAttribute("aria-invalid"), null, "not wrong while it is typed");
  await page.locator(OTHER).blur();
  assert.equal(await page.locator(OTHER).getAttribute("aria-invalid"), "true");
  const described = (await page.locator(OTHER).getAttribute("aria-describedby")).split(" ");
  for (const id of described) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, id);
  await page.locator(".remedy", { hasText: "1.5" }).click();
  assert.equal(await page.locator(OTHER).inputValue(), "1.5");
  assert.equal(await page.locator(OTHER).getAttribute("aria-invalid"), null);

  await fill(page, OTHER, "600 kWh");
  await page.locator(".remedy").click();
  assert.equal(await page.locator(`${OTHER}-said`).innerText(), "= 0.6 MWh");
  await context.close();
});

test("the summary of mistakes leads to the field, also in another step and within a fold", async () => {
  const { page, context } = await start("fuels");
  await page.locator("#f-fuels-new").selectOption("natural_gas");
  await page.locator(".add button").click();
  // Letter by letter: the field that is typed into must not be drawn anew under the fingers.
  await page.waitForFunction(() => document.activeElement?.id === "f-fuels-0-amount");
  await page.keyboard.type("2000");
  assert.equal(await page.locator("#f-fuels-0-amount").inputValue(), "2000");
  await page.locator("fieldset.line summary").first().click();
  await page.locator("#f-fuels-0-t_per_unit").pressSequentially("21");
  assert.equal(await page.locator("#f-fuels-0-t_per_unit").inputValue(), "21");
  assert.equal(await page.locator("#f-fuels-0-basis").isVisible(), true, "the fold stays open");
  await go(page, "park");
  await page.locator('.error-summary a[data-field="fuels.0.basis"]').click();
  await page.waitForFunction(() => document.activeElement?.id === "f-fuels-0-basis");
  assert.match(page.url(), /step=fuels/);
  await page.keyboard.type("report");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => !document.querySelector(".error-summary"));
  await page.goBack();
  await page.waitForFunction(() => location.search.includes("step=park") && document.querySelector("#f-name"));
  await context.close();
});

test("a reload in the middle keeps everything, also what was typed in the last moment", async () => {
  const { page, context, problems } = await start();
  await fill(page, DIRECT, "600000");
  await keeping(page, "kept");
  await page.locator(OTHER).pressSequentially("12345");
  // At once: what waits to be written is written when the page goes.
  await page.reload();
  await settled(page);
  await page.waitForFunction((field) => document.querySelector(field)?.value === "12345", OTHER);
  assert.equal(await page.locator(DIRECT).inputValue(), "600000");
  const { sheets, draft } = await storedAs(page, ({ sheets, draft }) => sheets.length === 1 && !draft);
  assert.equal(sheets[0].sheet.received[3].amount.text, "12345");
  assert.equal(draft, null);
  assert.deepEqual(problems, []);
  await context.close();
});

/** In the page: its database is opened in time so often, and from then on not before `release()` is called. */
const holdStore = (prompt) => {
  const open = IDBFactory.prototype.open;
  const released = new Promise((done) => (globalThis.release = done));
  let openings = 0;
  IDBFactory.prototype.open = function (...asked) {
    const request = open.apply(this, asked);
    if (openings++ < prompt) return request;
    Object.defineProperty(request, "onsuccess", {
      set: (heard) => request.addEventListener("success", (event) => released.then(() => heard?.call(request, event))),
    });
    return request;
  };
};

/** What can be typed into on the form. */
const editable = (page) => page.locator(".assess-form :is(input, textarea, select):enabled:not([inert] *)").count();

// The store may be slow from the start, or between the list of what is kept and what was open last.
for (const prompt of [0, 1]) {
  test(`nothing can be typed before what was open last is here, store slow after ${prompt}`, async () => {
    const { page, context, problems } = await start("power");
    await fill(page, OTHER, "12345");
    await storedAs(page, ({ sheets, draft }) => sheets.length === 1 && !draft);
    await page.addInitScript(holdStore, prompt);
    await page.clock.install();
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.portal === "live");
    // Either there is nowhere to type, or what is typed stays.
    const typed = (await editable(page)) > 0;
    if (typed) await page.locator(OTHER).fill("999");
    await page.evaluate(() => globalThis.release());
    await settled(page);
    await page.waitForFunction((field) => document.querySelector(field)?.matches(":enabled"), OTHER);
    await timersDone(page);
    assert.equal(await page.locator(OTHER).inputValue(), typed ? "999" : "12345");
    await fill(page, OTHER, "123456");
    await storedAs(page, ({ sheets }) => sheets.length === 1 && sheets[0].sheet.received[3].amount.text === "123456");
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("who does not wait for what was open last fills in another, and both are kept", async () => {
  const { page, context, problems } = await start("power");
  await fill(page, OTHER, "12345");
  await storedAs(page, ({ sheets, draft }) => sheets.length === 1 && !draft);
  await page.addInitScript(holdStore, 0);
  await page.reload();
  await page.locator("#not-waiting").click();
  await fill(page, OTHER, "999");
  await page.evaluate(() => globalThis.release());
  const texts = ({ sheets }) => sheets.map((kept) => kept.sheet.received[3].amount.text).sort();
  await storedAs(page, (held) => JSON.stringify(texts(held)) === '["12345","999"]');
  assert.equal(await page.locator(OTHER).inputValue(), "999");
  assert.deepEqual(problems, []);
  await context.close();
});

test("what is typed while another is being opened stays with its own assessment", async () => {
  const { page, context } = await open(browser, site);
  await page.clock.install();
  await go(page, "park");
  await fill(page, "#f-name", "甲园区");
  await keeping(page, "kept");
  await page.locator("summary", { hasText: "开始" }).first().click();
  await page.locator("#new").click();
  await fill(page, "#f-name", "乙园区");
  await storedAs(page, ({ sheets }) => sheets.length === 2);
  await page.locator("#kept > summary").click();
  await page.evaluate(holdStore, 0);
  await page.getByRole("button", { name: "打开甲园区" }).click();
  await page.locator("#f-notes").fill("乙的备注");
  await page.evaluate(() => globalThis.release());
  await page.waitForFunction(() => document.querySelector("#f-name").value === "甲园区");
  const notes = ({ sheets }) => Object.fromEntries(sheets.map((kept) => [kept.sheet.name, kept.sheet.notes]));
  await storedAs(page, (held) => notes(held)["乙园区"] === "乙的备注" && notes(held)["甲园区"] === "");
  await context.close();
});

test("the page that is left for another keeps what was typed", async () => {
  const { page, context } = await start();
  await page.locator(OTHER).pressSequentially("777");
  await page.locator("header nav a").filter({ hasText: "方法" }).first().click();
  await page.waitForFunction(() => document.title.startsWith("方法"));
  await storedAs(page, ({ sheets }) => sheets[0]?.sheet.received[3].amount.text === "777");
  await page.goBack();
  await page.waitForFunction((field) => document.querySelector(field)?.value === "777", OTHER);
  await context.close();
});

test("two tabs follow each other, and when both change the same, both are kept", async () => {
  const { page, context } = await start();
  await fill(page, DIRECT, "1");
  await keeping(page, "kept");
  const other = await context.newPage();
  await go(other, "power");
  await other.waitForFunction((field) => document.querySelector(field)?.value === "1", DIRECT);
  await fill(page, DIRECT, "2");
  await other.waitForFunction((field) => document.querySelector(field)?.value === "2", DIRECT);

  // Both at once: neither has heard of the other when it writes.
  await Promise.all([page.locator(DIRECT).fill("10"), other.locator(DIRECT).fill("20")]);
  const { sheets } = await storedAs(page, ({ sheets }) => sheets.length === 2);
  assert.deepEqual(sheets.map((kept) => kept.sheet.received[0].amount.text).sort(), ["10", "20"]);
  await context.close();
});

test("when the store is refused it is said, nothing is lost on the page, and a file can be saved", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await page.clock.install();
  await go(page, "power");
  await keeping(page, "refused");
  await fill(page, OTHER, "100000");
  await timersDone(page);
  await keeping(page, "refused");
  assert.equal(await page.locator(OTHER).inputValue(), "100000");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".keeping button").click()]);
  const file = JSON.parse(fs.readFileSync(await download.path(), "utf8"));
  assert.deepEqual(file.electricity.received, [{ source: "other", mwh: "100000" }]);
  // The browser asks before the page goes.
  const asked = new Promise((done) => page.once("dialog", (dialog) => done(dialog.type()) ?? dialog.accept()));
  await page.close({ runBeforeUnload: true });
  assert.equal(await asked, "beforeunload");
  assert.deepEqual(problems, []);
  await context.close();
});

test("when the store is full it is said", async () => {
  const { page, context } = await open(browser, site);
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await go(page, "power");
  await fill(page, OTHER, "100000");
  await keeping(page, "full");
  assert.equal(await page.locator(OTHER).inputValue(), "100000");
  await context.close();
});

test("several assessments are kept, opened, copied, and deleted for good", async () => {
  const { page, context } = await start("park");
  await fill(page, "#f-name", "甲园区");
  await keeping(page, "kept");
  await page.locator("summary", { hasText: "开始" }).first().click();
  await page.locator("#new").click();
  assert.equal(await page.locator("#f-name").inputValue(), "");
  await fill(page, "#f-name", "乙园区");
  await storedAs(page, ({ sheets }) => sheets.length === 2);
  await page.locator("#kept > summary").click();
  await page.getByRole("button", { name: "打开甲园区" }).click();
  await page.waitForFunction(() => document.querySelector("#f-name").value === "甲园区");
  await page.getByRole("button", { name: "复制甲园区" }).click();
  await page.waitForFunction(() => document.querySelector("#f-name").value === "甲园区（副本）");
  await storedAs(page, ({ sheets }) => sheets.length === 3);

  // Typed and deleted in the same moment: the write that waits must not bring it back.
  await page.locator("#f-notes").pressSequentially("x");
  await page.getByRole("button", { name: "删除甲园区（副本）" }).click();
  await page.getByRole("button", { name: "确定删除" }).click();
  await storedAs(page, ({ sheets }) => sheets.length === 2);
  await timersDone(page);
  const { sheets, draft } = await stored(page);
  assert.deepEqual(sheets.map((kept) => kept.sheet.name).sort(), ["乙园区", "甲园区"]);
  assert.equal(draft, null);
  assert.equal(await page.locator("#f-name").inputValue(), "");
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("#f-name").inputValue(), "", "what was deleted is not opened again");
  await context.close();
});

test("an assessment of another version is kept as it is and can be taken along", async () => {
  const { page, context } = await start("park");
  await fill(page, "#f-name", "今");
  await keeping(page, "kept");
  const text = JSON.stringify({ format: "zcp.kept/9", future: true });
  await page.evaluate(async (text) => {
    const request = indexedDB.open("zcp");
    await new Promise((done) => (request.onsuccess = done));
    const put = request.result.transaction("sheets", "readwrite").objectStore("sheets").put(text, "later");
    await new Promise((done) => (put.onsuccess = done));
    request.result.close();
  }, text);
  await page.reload();
  await settled(page);
  await page.locator("#kept > summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "原样下载" }).click(),
  ]);
  assert.equal(fs.readFileSync(await download.path(), "utf8"), text);
  await context.close();
});

test("changes are undone and done again, and a text field keeps the browser's own undo", async () => {
  const { page, context } = await start("park");
  await page.locator("summary", { hasText: "开始" }).first().click();
  await page.locator("#example").click();
  await page.waitForFunction(() => document.querySelector("#f-name").value.startsWith("示例"));
  await page.locator("#undo").click();
  assert.equal(await page.locator("#f-name").inputValue(), "");
  await page.keyboard.press("Control+Shift+Z");
  assert.match(await page.locator("#f-name").inputValue(), /^示例/);
  await page.keyboard.press("Control+Z");
  assert.equal(await page.locator("#f-name").inputValue(), "");
  await page.keyboard.press("Control+Y");
  assert.match(await page.locator("#f-name").inputValue(), /^示例/);

  await page.locator("#f-notes").pressSequentially("abc");
  await page.keyboard.press("Control+Z");
  assert.notEqual(await page.locator("#f-notes").inputValue(), "abc");
  assert.match(await page.locator("#f-name").inputValue(), /^示例/, "the form as a whole stays");
  await context.close();
});

test("a link carries the input, asks before it opens, leaves the address, and replaces nothing", async () => {
  const { page, context } = await start("park");
  await fill(page, "#f-name", "甲 & <b>园区</b>");
  await keeping(page, "kept");
  await page.locator("summary", { hasText: "存成文件或链接" }).click();
  await page.locator("#make-link").click();
  const link = await page.locator("#link").inputValue();
  assert.match(link, /\/assess\/#sheet1=[A-Za-z0-9_-]+$/);
  await context.close();

  const there = await start("park");
  await fill(there.page, "#f-name", "乙");
  await keeping(there.page, "kept");
  const asked = [];
  there.page.on("request", (request) => asked.push(request.url()));
  await there.page.goto(link);
  await settled(there.page);
  await there.page.locator("#incoming[open]").waitFor();
  assert.match(await there.page.locator("#incoming").innerText(), /甲 & <b>园区<\/b>/);
  assert.deepEqual(await violations(there.page), []);
  await there.page.locator("#incoming-discard").click();
  await there.page.waitForFunction(() => location.hash === "" && !document.querySelector("#incoming[open]"));
  await there.page.waitForFunction(() => document.querySelector("#f-name").value === "乙");

  // The same link once more, within the open page.
  await there.page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await there.page.locator("#incoming-open").click();
  await there.page.waitForFunction(() => document.querySelector("#f-name").value === "甲 & <b>园区</b>");
  assert.equal(new URL(there.page.url()).hash, "");
  const { sheets } = await storedAs(there.page, ({ sheets }) => sheets.length === 2);
  assert.deepEqual(sheets.map((kept) => kept.sheet.name).sort(), ["乙", "甲 & <b>园区</b>"].sort());
  assert.ok(asked.every((url) => !url.includes("sheet1")), "no server hears of it");

  await there.page.evaluate((hash) => (location.hash = hash.slice(0, -7)), new URL(link).hash);
  await there.page.locator("#incoming[open]").waitFor();
  assert.match(await there.page.locator("#incoming").innerText(), /不完整/);
  await there.page.keyboard.press("Escape");
  await there.page.waitForFunction(() => location.hash === "");
  assert.deepEqual(there.problems, []);
  await there.context.close();
});

/** Drops files on the form. */
async function drop(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name, { type: "application/json" }));
    return transfer;
  }, files);
  await page.dispatchEvent(".step", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent(".step", "drop", { dataTransfer: transfer });
}

test("a file is dropped: taken over, listed with its problems, asked about, or refused", async () => {
  const { page, context, problems } = await start("park");
  const file = (extra) => ({ name: "a.json", text: JSON.stringify({ format: "zcp.assessment/1", year: 2026, ...extra }) });
  await drop(page, [{ name: "a.json", text: "not json" }]);
  await page.locator(".incoming-notice").waitFor();
  await drop(page, [file({}), file({})]);
  await page.waitForFunction(() => /一个文件/.test(document.querySelector(".incoming-notice")?.textContent));
  await drop(page, [{ name: "big.json", text: " ".repeat(2_000_000) }]);
  await page.waitForFunction(() => /1 MB/.test(document.querySelector(".incoming-notice")?.textContent));

  // Nothing is filled in: it is taken over at once, with every problem at its field.
  await drop(page, [
    file({ name: "来", colour: 1, electricity: { received: [{ source: "other", mwh: "-5" }] }, fuels: [{ fuel: "peat", use: "combustion", amount: "1" }] }),
  ]);
  await page.waitForFunction(() => document.querySelector("#f-name").value === "来");
  const notice = await page.locator(".incoming-notice").innerText();
  for (const path of ["colour", "electricity.received[0].mwh", "fuels[0].fuel"]) assert.ok(notice.includes(path), notice);
  await page.locator(".incoming-notice a", { hasText: "electricity.received" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "f-received-3-amount");
  assert.equal(await page.locator(OTHER).getAttribute("aria-invalid"), "true");
  assert.deepEqual(await violations(page), []);
  await page.locator("#incoming-close").click();

  // Something is filled in: it asks.
  await drop(page, [file({ name: "另" })]);
  await page.locator("#incoming[open]").waitFor();
  await page.locator("#incoming-discard").click();
  await page.locator(".steps a").first().click();
  assert.equal(await page.locator("#f-name").inputValue(), "来");
  await drop(page, [file({ name: "另" })]);
  await page.locator("#incoming-replace").click();
  await page.waitForFunction(() => document.querySelector("#f-name").value === "另");
  await page.locator("#undo").click();
  assert.equal(await page.locator("#f-name").inputValue(), "来", "what was replaced comes back");
  assert.deepEqual(problems, []);
  await context.close();
});

test("a published park's figures are a beginning, named as demonstration data", async () => {
  const { page, context } = await start("park");
  await page.locator("summary", { hasText: "开始" }).first().click();
  await page.locator("summary", { hasText: "从已公布的园区开始" }).click();
  await page.getByRole("button", { name: "载入", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("#f-name").value.includes("演示数据"));
  assert.equal(await page.locator('[data-progress="filled"] a[href*="step=power"]').count(), 1);
  await context.close();

  const { page: bare, context: other } = await open(browser, site);
  await bare.goto(`${site.url("assess")}?edition=published`);
  await settled(bare);
  await bare.locator("summary", { hasText: "开始" }).first().click();
  assert.match(await bare.locator(".desk").innerText(), /还没有公布能源平衡的园区/);
  await other.close();
});

const HOSTILE = [
  "<script>globalThis.hacked = true</script><img src=x onerror=hacked=true>",
  "\u202egnol\u202c \u200f\u2067 1e999",
  "1e999",
  "9".repeat(1900),
  "-1",
  "''\";--",
];

test("hostile text in every field harms nothing and comes back as it was", async () => {
  const { page, context, problems } = await start("fuels");
  await page.locator("#f-fuels-new").selectOption("lignite");
  await page.locator(".add button").click();
  await page.locator("details.fold summary").last().click();
  await go(page, "processes");
  await page.locator(".step p > .button").first().click();
  await page.locator("#f-processes-0-product").waitFor();
  await keeping(page, "kept");
  for (const [at_, text] of HOSTILE.entries()) {
    for (const step of STEPS) {
      await page.locator(`.steps a[href*="step=${step}"]`).click();
      await reached(page, step);
      await page.evaluate(() => document.querySelectorAll(".step details").forEach((fold) => (fold.open = true)));
      for (const select of await page.locator('.step select[id$="-how"]').all()) {
        await select.selectOption(at_ % 2 ? "value" : "not_applicable");
      }
      for (const field of await page.locator(".step :is(input[type=text], textarea)").all()) await field.fill(text);
    }
  }
  const wide = await overflow(page, 360);
  assert.deepEqual(wide, []);
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  await storedAs(page, ({ sheets }) => sheets[0]?.sheet.basic[3].note === HOSTILE.at(-1));
  await page.reload();
  await settled(page);
  await page.locator(".error-summary").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("the page works on with the network off", async () => {
  const { page, context } = await start("power");
  await context.setOffline(true);
  await fill(page, OTHER, "5万");
  await keeping(page, "kept");
  for (const step of STEPS) await page.locator(`.steps a[href*="step=${step}"]`).click();
  await page.locator("input[type=radio]").first().check();
  await storedAs(page, ({ sheets }) => sheets[0]?.sheet.basic[0].holds === true);
  await context.close();
});

test("the blank form prints on A4 and holds no figures", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at("print"));
  await settled(page);
  await page.locator(".blank").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await overflow(page, 360), []);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/).map(Number);
  assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".lead").isVisible(), false);
  assert.equal(await page.locator("#print").isVisible(), false);
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`every step is accessible and fits a phone, empty and with mistakes (${colorScheme})`, async () => {
    const lang = colorScheme === "dark" ? "en/" : "";
    const { page, context, problems } = await open(browser, site, { colorScheme });
    await go(page, "fuels", lang);
    await page.locator("#f-fuels-new").selectOption("natural_gas");
    await page.locator(".add button").click();
    await fill(page, "#f-fuels-0-amount", "1,5");
    await page.locator('.steps a[href*="step=guiding"]').click();
    for (const select of await page.locator('.step select[id$="-how"]').all()) {
      await select.selectOption({ index: 2 });
    }
    for (const step of STEPS) {
      await page.locator(`.steps a[href*="step=${step}"]`).click();
      await reached(page, step);
      assert.deepEqual(await violations(page), [], step);
      assert.deepEqual(await overflow(page, 360), [], step);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    for (const fold of await page.locator(".desk > .folds > details > summary").all()) await fold.click();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await overflow(page, 360), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
