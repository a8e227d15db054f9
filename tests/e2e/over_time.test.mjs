// Home, map, league, progress and lists over time: nothing from the future, and room for all of it on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, overflow, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const MOMENTS = ["", "?as-of=2025-h1", "?as-of=2027-h1", "?edition=published"];
const PAGES = ["", "en/map", "leagues/wuhai", "en/progress", "lists"];

const { browser, site } = await started();

async function shown(path, options = {}) {
  const { page, context, problems } = await open(browser, site, options);
  await page.goto(site.url(path));
  await settled(page);
  return { page, context, problems };
}

for (const path of PAGES) {
  for (const moment of MOMENTS) {
    test(`/${path} ${moment} loads whole, fits a phone and is accessible`, async () => {
      const { page, context, problems } = await shown(moment && path ? `${path}/${moment}` : path + moment);
      assert.equal(await page.locator("[data-state]:not([data-state=loading])").count(), 0, "a file did not load");
      assert.deepEqual([...(await overflow(page, 360)), ...(await overflow(page, 1280))], []);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
}

test("a bar stands for each round known, and the last one says what the ladder says", async () => {
  const { page, context } = await shown("progress/?as-of=2027-h1");
  await page.locator(".counts details").evaluate((details) => (details.open = true));
  const days = await page.locator(".counts-table tbody th").allTextContents();
  assert.equal(days.length, 5, days.join());
  assert.ok(days.every((day) => day.trim() <= "2027-06-30"), days.join());
  const last = await page.locator(".counts-table tbody tr:last-child td").allTextContents();
  const all = Number(last.at(-1));
  // Where nothing of a kind is published, the cell says so instead of a number.
  assert.equal(last.slice(0, -1).reduce((sum, n) => sum + (Number(n) || 0), 0), all);
  await page.goto(site.url("?as-of=2027-h1"));
  await settled(page);
  assert.equal(await page.locator(".ladder .step-mark").count(), all);
  await context.close();
});

test("the map counts the parks of its round by stage, against the plan's years", async () => {
  const { page, context } = await shown("map/?as-of=2027-h1");
  const rows = await page.locator(".counts-table tbody tr").count();
  assert.equal(rows, 5);
  const counted = await page.locator(".counts-table tbody tr:last-child td:last-child").textContent();
  assert.equal(Number(counted), await page.locator("main svg.map .layer-wide .park-mark").count());
  assert.match(await page.locator(".counts").textContent(), /2027目标/);
  await context.close();
});

test("home asks for no round, no rules and no park", async () => {
  const { page, context } = await open(browser, site);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.url(""));
  await settled(page);
  await page.waitForLoadState("networkidle");
  const more = asked.filter((path) => /round|rulebook|\/parks?-|park\//.test(path) && path.includes("/data/"));
  assert.deepEqual(more, []);
  await context.close();
});

test("no mark on the map hides another, on a phone and on a desk", async () => {
  for (const width of [390, 1280]) {
    const { page, context } = await shown("map", { viewport: { width, height: 900 } });
    const middles = await page.locator("svg.map .park-mark").evaluateAll((marks) =>
      marks
        .filter((mark) => mark.getClientRects().length > 0)
        .map((mark) => mark.querySelector("circle").getBoundingClientRect())
        .map((box) => [box.x + box.width / 2, box.y + box.height / 2]),
    );
    assert.ok(middles.length > 20, `found ${middles.length} marks`);
    const near = middles.flatMap((a, i) =>
      middles.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1])),
    );
    assert.ok(Math.min(...near) > 11, `${width} px: two marks ${Math.min(...near)} px apart`);
    await context.close();
  }
});

test("a day that has not come is not due, and one that has passed says as of when nothing was found", async () => {
  const { page, context } = await shown("progress/?as-of=2025-h1");
  const states = (id) => page.locator(`#due-${id} [data-finding]`).first().getAttribute("data-finding");
  await page.locator("#due-grid-demonstration").waitFor();
  assert.equal(await states("start-selection"), "found");
  assert.equal(await states("cultivation-list"), "not-found");
  assert.equal(await states("grid-demonstration"), "not-due");
  await context.close();
});

test("a phone can choose the moment and reach every page; paper says the demonstration", async () => {
  const { page, context } = await shown("", { viewport: { width: 390, height: 800 } });
  await page.locator("#as-of").selectOption("2027-h1");
  await page.locator(".notice").waitFor();
  assert.match(page.url(), /as-of=2027-h1/);
  await page.locator(".menu-button").click();
  const links = page.locator("nav.nav a");
  assert.equal(await links.count(), 10);
  for (const link of await links.all()) assert.ok(await link.isVisible());
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".banner").isVisible());
  assert.ok(await page.locator(".notice").isVisible());
  assert.equal(await page.locator(".banner a").first().isVisible(), false);
  await context.close();
});
