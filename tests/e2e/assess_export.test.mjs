// What the self-assessment hands out: the contract's cases, opened or typed, give what `parks assess` gives, to
// the digit; nothing that is typed leaves the page.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { open, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";
import { saved } from "./lib/typing.mjs";

const { browser, site } = await started();

/** The cases that `parks assess` is held to: an input, and what stands at paths of its result. */
const GOOD = path.resolve(import.meta.dirname, "../../crates/parks/tests/assess/good");
const cases = fs.readdirSync(GOOD).sort().map((file) => ({
  name: path.basename(file, ".json"),
  ...JSON.parse(fs.readFileSync(path.join(GOOD, file), "utf8")),
  // What differs by a check alone is held natively (crates/worksheet/tests/sheet.rs); a few stand for all here.
})).filter((one) => !one.expect["/checks"]?.length);

const at = (result, pointer) => pointer.slice(1).split("/").reduce((value, key) => value?.[key], result);

async function start(query = "") {
  const opened = await open(browser, site);
  await opened.page.goto(site.url("assess") + query);
  await settled(opened.page);
  await opened.page.locator(".steps").waitFor();
  return opened;
}

for (const one of cases) {
  test(`opened: ${one.name}`, async () => {
    const { page, context, problems } = await start();
    const file = { name: "case.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(one.input)) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator("#save-result").waitFor();
    const result = JSON.parse(await saved(page, "#save-result"));
    for (const [pointer, expected] of Object.entries(one.expect)) {
      assert.deepEqual(at(result, pointer), expected, pointer);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("typed: the worked vector gives the same, and nothing of it is sent anywhere", async () => {
  const { page, context, problems } = await start("?step=power");
  const sent = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData()) sent.push(request.url());
    if (/600000|300000|100000/.test(request.url())) sent.push(request.url());
  });
  const type = async (field, text) => {
    await page.locator(`#f-${field.replaceAll(".", "-")}`).fill(text);
    await page.locator(`#f-${field.replaceAll(".", "-")}`).blur();
  };
  await type("received.0.amount", "６０万");
  await type("received.1.amount", "300,000");
  await type("received.3.amount", "100000");
  await page.locator('.steps a[href*="step=heat"]').click();
  await page.locator("#f-heat_received-0-amount").waitFor();
  await type("heat_received.0.amount", "500000");
  await page.locator("#save-result").waitFor();
  const result = JSON.parse(await saved(page, "#save-result"));
  // The vector without its gas: 83,250 t of power and 55,000 t of heat over 317,060 tce.
  assert.equal(result.emissions_t, "138250");
  assert.equal(result.energy_tce, "317060");
  assert.equal(result.outcomes[0].state, "not_met");
  assert.ok(result.trace.indicators.length > 0);
  assert.deepEqual(sent, []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("every table leaves as CSV with every digit, and the report prints alone", async () => {
  const { page, context } = await start();
  const vector = cases.find((one) => one.name.startsWith("the worked vector"));
  const file = { name: "case.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(vector.input)) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.locator("#save-result").waitFor();
  for (const table of ["result", "indicators", "energy", "carbon", "structure", "basic"]) {
    const text = await saved(page, `[data-table="${table}"]`);
    assert.ok(text.startsWith("\ufeff") && text.split("\r\n").length > 3, table);
  }
  assert.match(await saved(page, '[data-table="result"]'), /0\.5281201658034103474364197172/);
  await page.locator(".report-preview summary").click();
  assert.deepEqual(await violations(page), []);
  const report = await page.locator(".report").innerText();
  assert.match(report, /不是验收，也不是认证/);
  assert.match(report, /关于开展零碳园区建设的通知》（发改环资〔2025〕910号），表中记作 ndrc-910/);
  assert.match(report, /national-2025[\s\S]*annex4-2025[\s\S]*[0-9a-f]{64}/, "ruleset, factors and their fingerprint");
  assert.doesNotMatch(report, /需要核对/);
  await page.evaluate(() => document.documentElement.setAttribute("data-printing", "report"));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".report").isVisible());
  assert.equal(await page.locator(".assess-sheet").isVisible(), false);
  assert.ok(await page.locator(".banner").isVisible(), "a demonstration's report says so");
  await context.close();
});

for (const [name, said] of [
  ["sent power may make emissions negative", /需要核对[\s\S]*送出多于受入[\s\S]*碳排放小于零/],
  // A value that misses its target is never rounded onto it.
  ["a millionth of a gram above the limit misses the first band", /0\.200000000000000005[\s\S]*≤ 0\.2[\s\S]*未达到/],
]) {
  test(`the report tells the whole truth: ${name}`, async () => {
    const { page, context, problems } = await start();
    const one = cases.find((one) => one.name === name);
    const file = { name: "case.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(one.input)) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator(".report-preview summary").click();
    assert.match(await page.locator(".report").innerText(), said);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
