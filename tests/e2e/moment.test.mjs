// Nothing later than the reader's moment shows: pages, what the search finds and what can be downloaded, at rounds
// of the demonstration that lie before most of what it holds.

import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { before, test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const ROUNDS = [["2025-h1", "2025-06-30"], ["2025-h2", "2025-12-31"], ["2027-h1", "2027-06-30"], ["2028-h1", "2028-06-30"]];

const { browser, site } = await started();

/** What the edition holds, read from the data themselves: parks, lists and documents with the days they begin. */
let held;
before(async () => {
  const read = async (file) => (await fetch(`${site.url("data/")}${file}`)).json();
  const catalogue = await read("catalog.json");
  const listed = catalogue.editions.find((edition) => edition.id === catalogue.default_edition);
  const edition = await read(listed.index.path);
  const documents = await read(edition.documents.path);
  held = {
    parks: edition.parks.map((park) => ({ id: park.id, name: park.name.zh, from: park.events?.[0]?.dated ?? "" })),
    /** Days by which parks were ordered to rectify: they were set before they came. */
    due: new Set(edition.parks.flatMap((park) => park.events ?? []).flatMap((act) => act.due ?? [])),
    lists: edition.lists.map((list) => ({ id: list.id, name: list.title.zh, from: list.published })),
    documents: documents.map((each) => ({
      id: each.id,
      name: each.title.zh,
      from: each.published ?? each.dated ?? each.checked_on ?? "",
    })),
  };
});

/** Every day in a text, as YYYY-MM-DD; a month without a day counts as its first. */
function daysIn(text) {
  const two = (number) => number.padStart(2, "0");
  const written = [...text.matchAll(/(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/g)];
  const spelled = [...text.matchAll(/(?<!\d)(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?/g)];
  return [...written, ...spelled].map(([, year, month, day]) => `${year}-${two(month)}-${two(day ?? "1")}`);
}

test("days are found in texts", () => {
  assert.deepEqual(daysIn("截至2027年6月30日，2028-01-02；2025年8月底前"), ["2028-01-02", "2027-06-30", "2025-08-01"]);
});

/**
 * The words of a page without what may tell of the future: the choice of the moment, the citation (which says when
 * it was read), official words and their gloss, and what is due and by when.
 */
const told = (page) =>
  page.evaluate(() => {
    // The day from which a published standard will apply lies ahead, and is shown as that.
    const ahead = "#as-of, .cite, blockquote, .quote, .gloss, .due, .traces a, .quota-coming";
    const copy = document.querySelector("#app, body").cloneNode(true);
    for (const element of copy.querySelectorAll(`script, style, ${ahead}`)) element.remove();
    const text = (node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const parts = [];
      while (walker.nextNode()) parts.push(walker.currentNode.data);
      return parts.join("\n");
    };
    const labels = [...copy.querySelectorAll("[aria-label], [title], time[datetime]")].flatMap((element) =>
      ["aria-label", "title", "datetime"].map((name) => element.getAttribute(name) ?? ""),
    );
    const notDue = /期限未到（\d{4}年\d{1,2}月\d{1,2}日）/g;
    return [text(copy), ...labels].join("\n").replaceAll(notDue, "");
  });

function leaks(text, day) {
  const later = (each) => each.from > day;
  const named = [...held.parks, ...held.lists, ...held.documents].filter(later);
  // A name that another of an earlier day also bears tells nothing.
  const early = [...held.parks, ...held.lists, ...held.documents].filter((each) => !later(each));
  const telling = named.filter((each) => !early.some((other) => other.name.includes(each.name)));
  return [
    ...daysIn(text).filter((found) => found > day),
    ...telling.filter((each) => text.includes(each.name)).map((each) => `${each.name} of ${each.from}`),
  ];
}

const own = pages.filter((page) => page.lang === "zh" && !/^(parks\/|leagues\/|lists\/)/.test(page.path));

for (const [round, day] of ROUNDS) {
  test(`no page of ${round} shows a later day, park, list or document`, async () => {
    const { page, context, problems } = await open(browser, site);
    const parks = held.parks.filter((park) => park.from <= day).slice(0, 3);
    const lists = held.lists.filter((list) => list.from <= day).slice(-2);
    const paths = [
      ...own.map((entry) => entry.path),
      ...parks.map((park) => `parks/${park.id}`),
      ...lists.map((list) => `lists/${list.id}`),
      "leagues/ordos",
      "leagues/baotou",
    ];
    const found = [];
    for (const path of paths) {
      await page.goto(site.url(`${path}${path ? "/" : ""}?as-of=${round}`));
      await settled(page);
      const orders = /^(rectification|parks\/)/.test(path);
      const here = leaks(await told(page), day).filter((leak) => !(orders && held.due.has(leak)));
      found.push(...here.map((leak) => `/${path}: ${leak}`));
    }
    assert.deepEqual(found, []);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`the search of ${round} finds nothing later, and all that there is`, async () => {
    const { page, context } = await open(browser, site);
    await page.goto(site.url(`glossary/?as-of=${round}`));
    await settled(page);
    const search = async (words) => {
      await page.locator(".search-field").fill(words);
      // What is found is drawn before the browser paints again.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return page.locator(".hit-name").allTextContents();
    };
    await page.keyboard.press("/");
    await page.locator(".search-field").fill("园区");
    await page.locator(".hit").first().waitFor();
    for (const park of held.parks) {
      const hits = await search(park.name);
      assert.equal(hits.includes(park.name), park.from <= day, `${park.name} of ${park.from}`);
    }
    for (const list of held.lists) {
      const hits = await search(list.name);
      assert.equal(hits.includes(list.name), list.from <= day, `${list.name} of ${list.from}`);
    }
    for (const document of held.documents.filter((each) => each.from > day)) {
      const hits = await search(document.name);
      assert.ok(!hits.some((hit) => hit.startsWith(document.name)), `${document.name} of ${document.from}`);
    }
    await context.close();
  });

  test(`the files of ${round} hold nothing later`, async () => {
    const { page, context } = await open(browser, site);
    const found = [];
    let files = 0;
    for (const [path, level] of [["rankings/", "national"], ["rankings/", "region"]]) {
      await page.goto(site.url(`${path}?as-of=${round}&level=${level}`));
      await settled(page);
      for (const button of await page.locator(".take-along .download button").all()) {
        const coming = page.waitForEvent("download");
        await button.click();
        const text = await fs.readFile(await (await coming).path(), "utf8");
        found.push(...leaks(text, day).map((leak) => `${path} ${level}: ${leak}`));
        files += 1;
      }
    }
    assert.deepEqual(found, []);
    assert.equal(files, round === "2025-h1" ? 1 : 2, "a ranking of each level from when its indicators are published");
    await context.close();
  });
}
