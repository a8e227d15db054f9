// The reader's place in a page: back, forward and reload return to the same row, also when data come late; an anchor is
// reached, however a messenger has written it.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";
import { until } from "./lib/waiting.mjs";

const { browser, site } = await started();

/** Pages that are long, and a row in each: as drawn, and as the address alone has them. */
const PLACES = [
  ["rankings/", "#ranking tbody tr:nth-child(25)"],
  ["rankings/?sort=-core&as-of=2027-h1", "#ranking tbody tr:nth-child(20)"],
  ["en/lists/national-2025/?edition=published", "main table tbody tr:nth-child(30)"],
  ["ladder/?as-of=2027-h1", "main section:nth-of-type(3) h2"],
  ["parks/demo-chengye/?as-of=2028-h2", "#cite"],
  ["en/progress/?as-of=2027-h1", "main section:nth-of-type(4) h2"],
  ["glossary/", "main dl > :nth-child(20), main section:nth-of-type(3)"],
];

/** Data that come late. */
const late = (page) =>
  page.route("**/data/**", async (route) => {
    await setTimeout(300);
    await route.continue().catch(() => {});
  });

/** Goes to a row and waits until its place is kept. */
async function goTo(page, row) {
  await page.locator(row).first().evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.mouse.move(5, 5);
  await page.waitForFunction(() => Math.abs((history.state?.scroll?.[1] ?? -1) - scrollY) <= 1);
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 200, `the page is long: ${place}`);
  return top(page, row);
}

const top = (page, row) => page.locator(row).first().evaluate((element) => element.getBoundingClientRect().top);

const again = (page, row, wanted) => until("the same row", () => top(page, row), (now) => Math.abs(now - wanted) <= 2);

for (const [address, row] of PLACES) {
  test(`/${address} is where it was after a reload, and after back from another page, with data that come late`, async () => {
    const { page, context, problems } = await open(browser, site);
    await page.goto(site.url(address));
    await settled(page);
    const place = await goTo(page, row);
    await late(page);
    await page.reload();
    await settled(page);
    await again(page, row, place);
    // Another page of the portal, without a new document.
    await page.evaluate(() => document.querySelector("footer a[href*='/about/']").click());
    await page.waitForURL(/about/);
    await settled(page);
    assert.ok((await page.evaluate(() => scrollY)) < 50, "another page begins at its top");
    await page.goBack();
    await settled(page);
    await again(page, row, place);
    // Another document.
    await page.goto(site.url("assess"));
    await settled(page);
    await page.goBack();
    await settled(page);
    await again(page, row, place);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("a reader who goes elsewhere meanwhile is not taken back", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url("rankings"));
  await settled(page);
  await goTo(page, "#ranking tbody tr:nth-child(20)");
  await late(page);
  // The program runs, and waits for its data; the drawn page stands where it was.
  await Promise.all([page.waitForRequest("**/catalog.json"), page.reload({ waitUntil: "commit" })]);
  await page.waitForFunction(() => scrollY > 200);
  await page.mouse.wheel(0, -5000);
  await page.waitForFunction(() => scrollY === 0);
  await settled(page);
  assert.ok((await page.evaluate(() => scrollY)) < 50);
  await context.close();
});

for (const anchor of ["ndrc-910/annex3/core", "ndrc-910%2Fannex3%2Fcore", "%6Edrc-910/annex3/core"]) {
  test(`#${anchor} is reached, also when data come late`, async () => {
    for (const query of ["", "?as-of=2027-h1"]) {
      const { page, context, problems } = await open(browser, site);
      await late(page);
      await page.goto(`${site.url("method")}${query}#${anchor}`);
      await settled(page);
      const id = decodeURIComponent(anchor);
      const place = () => page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, id);
      await until("the place", place, (now) => now !== undefined && now > -5 && now < 400);
      assert.deepEqual(problems, []);
      await context.close();
    }
  });
}
