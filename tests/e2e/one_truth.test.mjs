// One fact, one number: at a round, Home, ladder, chart, map, leagues, built page and rectification count alike.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

/** Before the first acceptance, at it, and after; the last one is the edition's own day. */
const ROUNDS = ["2026-h2", "2027-h1", "2027-h2", "2028-h2", "2030-h2"];

const { browser, site } = await started();

const number = (text) => Number(text.match(/\d+/)?.[0] ?? 0);
const leagues = pages.filter((page) => /^leagues\//.test(page.path) && !page.edition).map((page) => page.path);

/** What each step of a ladder on the page says: its number, or null where it says that none is published. */
const steps = (page) =>
  page.$$eval(".ladder:not(.ladder-small) .step", (all) =>
    all.map((step) => {
      const count = step.querySelector(".step-count");
      return { count: count && Number(count.textContent), marks: step.querySelectorAll(".step-mark").length };
    }),
  );

for (const round of ROUNDS) {
  test(`at ${round} every page counts the same parks`, async () => {
    const { page, context, problems } = await open(browser, site);
    const at = async (path) => {
      await page.goto(site.url(`${path}${path && "/"}?as-of=${round}`));
      await settled(page);
    };
    await at("");
    const headline = await page.locator("h1").textContent();
    const linked = async (to) => {
      const link = page.locator(`h1 a[href*="/${to}/"]`).first();
      return (await link.count()) ? number(await link.textContent()) : undefined;
    };
    const [accepted, behind] = [await linked("built"), await linked("rectification")];
    const onHome = await steps(page);
    for (const step of onHome) assert.equal(step.marks, step.count ?? 0, "a mark for each park that is counted");
    const named = onHome.reduce((sum, step) => sum + (step.count ?? 0), 0);

    await at("ladder");
    assert.deepEqual(await steps(page), onHome, "the ladder's page has Home's ladder");

    await at("progress");
    await page.locator(".counts details").evaluate((details) => (details.open = true));
    const charted = await page.locator(".counts-table tbody tr:last-child td").allTextContents();
    assert.equal(number(charted.at(-1)), named, "the chart's last bar counts the parks of the ladder");
    assert.equal(charted.slice(0, -1).reduce((sum, cell) => sum + number(cell), 0), named);

    await at("map");
    const onMap = await page.locator(".league-table tbody td.number").allTextContents();
    assert.equal(onMap.reduce((sum, cell) => sum + number(cell), 0), named, "the leagues add up on the map");

    await at("built");
    const built = await page.$$eval(".built tbody tr", (rows) =>
      rows.map((row) => row.querySelector("a[href*='/parks/']").getAttribute("href")),
    );
    if (accepted === undefined) {
      assert.deepEqual(built, [], `Home names nobody as accepted: ${headline}`);
      assert.match(headline, /尚未公布通过验收|还没有园区通过验收/);
    } else {
      assert.equal(new Set(built).size, accepted, `${headline}, and the built page names ${built.length}`);
    }

    await at("rectification");
    const open_ = await page.locator("section[aria-labelledby=current] tbody tr").count();
    assert.equal(open_, behind ?? 0, headline);

    const perLeague = [];
    for (const league of leagues) {
      await at(league);
      const counts = await steps(page);
      perLeague.push(counts);
      for (const [i, step] of counts.entries()) {
        assert.equal(step.count === null, onHome[i].count === null, `${league}: step ${i + 1} is published or not`);
      }
    }
    for (const [i, step] of onHome.entries()) {
      const sum = perLeague.reduce((sum, counts) => sum + (counts[i].count ?? 0), 0);
      assert.equal(sum, step.count ?? 0, `step ${i + 1} over the leagues`);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("the gravest is said first of a park: overdue, without data, and never a green condition for a measure", async () => {
  const { page, context } = await open(browser, site);
  const severity = async (path) => {
    await page.goto(site.url(path));
    await settled(page);
    const word = page.locator(".status-word[data-severity]");
    return [await word.getAttribute("data-severity"), (await word.textContent()).trim()];
  };
  const [key, said] = await severity("parks/demo-xuansha");
  assert.equal(key, "overdue");
  assert.match(said, /^整改已逾期\d+天$/);
  const [published, words] = await severity("parks/ordos-mengsu/?edition=published");
  assert.deepEqual([published, words], ["no-data", "数据未公布，无法判定"]);
  assert.equal(await page.locator(".next-step [data-truth=not-met]").count(), 0, "a day that has not come is no miss");
  const [arisen] = await severity("parks/demo-wangxi");
  assert.equal(arisen, "case");
  assert.equal(await page.locator(".next-step.case [data-truth=met]").count(), 0);
  await context.close();
});
