// A correction holds from its own day on, changes what it names and nothing else, and says what stood before.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

async function at(path) {
  const opened = await open(browser, site);
  await opened.page.goto(site.url(path));
  await settled(opened.page);
  return opened;
}

/** The cells of the ranking by park: rank, index, core value. */
async function ranking(path) {
  const { page, context } = await at(path);
  await page.waitForFunction(() => document.querySelector("#ranking:not([aria-busy])"));
  const rows = await page.locator("#ranking tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.dataset.park, row.querySelector(".cell-core").innerText, row.querySelector(".corrected-mark")?.hash ?? ""]),
  );
  await context.close();
  return new Map(rows.map(([park, core, mark]) => [park, { core, mark }]));
}

test("between rounds one park is corrected and the ranking keeps every other", async () => {
  const [before, after] = [await ranking("rankings/?as-of=2027-h1"), await ranking("rankings/?as-of=2027-h1-c1")];
  assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
  assert.ok(after.size > 15);
  const changed = [...after].filter(([park, row]) => row.core !== before.get(park).core).map(([park]) => park);
  assert.deepEqual(changed, ["demo-haoyuan"]);
  assert.equal(after.get("demo-haoyuan").mark, "#2027-h1-c1");
  assert.ok([...before.values()].every((row) => row.mark === ""), "nothing is marked before its correction");
});

test("a comparison marks the park that was corrected and names both statuses of one on two tracks", async () => {
  const { page, context } = await at("en/compare/?parks=demo-haoyuan,demo-changgui&as-of=2027-h1-c1");
  const heads = page.locator(".comparison thead th");
  assert.equal(await heads.filter({ hasText: "Haoyuan" }).locator('.corrected-mark[href$="#2027-h1-c1"]').count(), 1);
  assert.equal(await heads.filter({ hasText: "Changgui" }).locator(".corrected-mark").count(), 0);
  await context.close();
  const later = await at("en/compare/?parks=demo-haoyuan,demo-changgui&as-of=2028-h2");
  const official = later.page.locator(".comparison tr", { hasText: "National self-assessment" }).first();
  assert.match(await official.innerText(), /National self-assessment and\s+In cultivation/);
  await later.context.close();
});

test("the park's page says what stood before, from which day, and why", async () => {
  const { page, context } = await at("en/parks/demo-haoyuan/?as-of=2027-h1-c1");
  const note = await page.locator(".indicators tr.core .corrected-note").first().innerText();
  assert.match(note, /Corrected on 18 August 2027\. Before: carbon per unit of energy 0\.\d{3}\. Why: A meter/);
  assert.match(await page.locator("#corrections + p + ol").innerText(), /2027-08-18[^]*→[^]*A meter/);
  await context.close();
  const earlier = await at("en/parks/demo-haoyuan/?as-of=2027-h1");
  assert.equal(await earlier.page.locator(".corrected-note, #corrections").count(), 0);
  await earlier.context.close();
});

test("the page of corrections has them all, each as known on the day", async () => {
  const { page, context } = await at("corrections");
  const ids = await page.locator(".correction-notice h2").evaluateAll((heads) => heads.map((head) => head.id));
  assert.deepEqual(ids, ["2029-h1-c1", "2028-h2-c1", "2028-h1-c1", "2027-h2-c1", "2027-h1-c2", "2027-h1-c1", "2026-h2-c1"]);
  const withdrawn = page.locator(".correction-notice", { has: page.locator("#\\32 028-h1-c1") });
  assert.match(await withdrawn.innerText(), /77 %[^]*73\.6 %[^]*45\.2 %[^]*已撤回/);
  await context.close();
  const earlier = await at("corrections/?as-of=2027-h1");
  assert.equal(await earlier.page.locator(".correction-notice").count(), 1);
  await earlier.context.close();
  const published = await at("corrections/?edition=published");
  assert.match(await published.page.locator(".lead").innerText(), /还没有发布过更正/);
  await published.context.close();
});

test("a list shows the corrected entry and what was printed", async () => {
  const [before, after] = ["2026-h2", "2026-h2-c1"].map((moment) => at(`lists/region-cultivation-2026/?as-of=${moment}`));
  const entry = async ({ page, context }) => {
    const text = await page.locator(".list-entries tbody tr").nth(1).innerText();
    const amended = await page.locator("#amended").count();
    await context.close();
    return [/2026[–—]2028/.test(text), /2026[–—]2029/.test(text), amended];
  };
  assert.deepEqual(await entry(await before), [false, true, 0]);
  assert.deepEqual(await entry(await after), [true, false, 1]);
});

test("a park that a round does not cover keeps its last values, with their day", async () => {
  const { page, context } = await at("rankings/?as-of=2029-h1");
  const older = page.locator("#ranking tr", { has: page.locator(".older-mark") });
  assert.equal(await older.count(), 1);
  assert.match(await older.innerText(), /2028-12-31的数据/);
  assert.match(await older.locator(".cell-core").innerText(), /\d\.\d{3}/);
  await context.close();
});

test("an address may name a day", async () => {
  const { page, context } = await at("corrections/?as-of=2028-03-01");
  assert.equal(await page.locator(".correction-notice").count(), 4);
  await context.close();
});

test("an act and a statement say at their place what was published, from which day it is corrected and why", async () => {
  const { page, context } = await at("en/parks/demo-shuanghe/?as-of=2027-h2");
  const act = page.locator("#acts + ol li", { has: page.locator('[data-notice="2027-h1-c2"]') });
  assert.match(await act.innerText(), /2028-06-30[^]*Corrected on 18 November 2027\. Before: [^]*3 June 2028[^]*Why: The last day is 30 June/);
  const said = page.locator(".park-reports li", { has: page.locator('[data-notice="2027-h1-c2"]') });
  assert.match(await said.innerText(), /26 km[^]*Before: [^]*36 km[^]*Why: The length/);
  await context.close();
  const earlier = await at("en/parks/demo-shuanghe/?as-of=2027-11-17");
  assert.match(await earlier.page.locator("#acts + ol").innerText(), /2028-06-03/);
  assert.match(await earlier.page.locator(".park-reports").innerText(), /36 km/);
  assert.equal(await earlier.page.locator(".corrected-note").count(), 0);
  await earlier.context.close();
});
