// The walk through the pages: what must hold on each of them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, open, overflow, settled, violations } from "./browser.mjs";
import { fileOf, pages, serve } from "./site.mjs";

const WIDTHS = [360, 390, 1280];

/** What a page is a page of: its address without the id, its language and whether its edition is another. */
const kind = ({ path, lang, edition }) =>
  `${lang} ${edition ?? ""} ${path.replace(/^en(\/|$)/, "").replace(/^(parks|lists|leagues|work)\/.*/, "$1/…")}`;

/**
 * One page of each kind in each language, or with ALL every page. What needs no browser (links, anchors, titles,
 * headings) is held of every page by crates/parks/tests/drawn.rs, and that the program agrees with it by
 * takeover.test.mjs.
 */
const walked = process.env.ALL ? pages : [...new Map(pages.toReversed().map((page) => [kind(page), page])).values()];

/** Walks through the pages, as served and shown by the options. */
export function walk(name, { base, slash, withSlash, colorScheme, axeWidth }) {
  describe(name, () => {
    let browser;
    let site;
    /** Anchors that pages lead to, and those that they have: `page#anchor`. */
    const wanted = new Map();
    const there = new Set();
    before(async () => {
      browser = await launch();
      site = await serve({ base, slash });
    });
    after(async () => {
      await browser.close();
      site.close();
    });

    for (const entry of walked) {
      test(`/${entry.path}`, async () => {
        const { page, context, problems } = await open(browser, site, { colorScheme });
        await page.goto(site.entry(entry, withSlash));
        await settled(page);
        assert.equal(await page.title(), entry.title);
        assert.equal(await page.evaluate(() => document.documentElement.lang), entry.lang === "en" ? "en" : "zh-CN");
        assert.equal(await page.locator("h1").count(), 1, "one first heading");
        assert.equal(await page.locator("html[data-mended]").count(), 0, "the program's own changes were taken for another's");
        assert.equal(await page.locator("[data-state]:not([data-state=loading])").count(), 0, "a file did not load");

        const wide = [];
        for (const width of WIDTHS) wide.push(...(await overflow(page, width)));
        assert.deepEqual(wide, []);
        await page.setViewportSize({ width: axeWidth, height: 900 });
        assert.deepEqual(await violations(page), []);

        const links = await page.evaluate(() =>
          // Links within drawings have no address of text as their `href`.
          [...document.querySelectorAll("a[href]")].map((a) => new URL(a.getAttribute("href"), document.baseURI).href),
        );
        const broken = links.filter((link) => link.startsWith(site.origin)).filter((link) => !leads(entry, link));
        assert.deepEqual(broken, [], "links that lead nowhere");
        for (const id of await page.evaluate(() => [...document.querySelectorAll("[id]")].map((e) => e.id))) {
          there.add(`${entry.path}#${id}`);
        }
        assert.deepEqual(problems, []);
        await context.close();
      });
    }

    test("every anchor that a page leads to exists", { skip: !process.env.ALL && "asks for every page" }, () => {
      const missing = [...wanted].filter(([anchor]) => !there.has(anchor));
      assert.deepEqual(missing.map(([anchor, from]) => `${anchor}, from /${from}`), []);
    });

    /** Whether an address is a page or a file of the site; keeps its anchor for later. */
    function leads(from, link) {
      const { pathname, hash } = new URL(link);
      const below = pathname.startsWith(site.base) ? pathname.slice(site.base.length) : undefined;
      if (below === undefined || fileOf(below) === undefined) return false;
      if (hash) wanted.set(below.replace(/\/$/, "") + decodeURIComponent(hash), from.path);
      return true;
    }
  });
}
