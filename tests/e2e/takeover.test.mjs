// The drawn page and the program's are one: they agree, and the one takes the other's place without a trace.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

/**
 * What a body says and how it is built, a line an element. A citation names the reader's day and address, which
 * nobody knows when a page is drawn; what the browser alone fills in (a chart, a place in the file system) has no
 * words.
 */
function outline(html) {
  const body = html === undefined ? document.body : new DOMParser().parseFromString(html, "text/html").body;
  const lines = [];
  const walk = (element, depth) => {
    if (element.matches("noscript, script, .cite-text, .recomputed")) return;
    // Where nothing of a drawing changes, the program puts a group without a meaning around it.
    if (element.localName === "g" && element.attributes.length === 0) {
      for (const child of element.children) walk(child, depth);
      return;
    }
    const kept = [...element.attributes].filter(({ name }) => /^(id|class|role|href|lang|scope|for|aria-(?!busy).*|d|points|x|y|cx|cy|r|width|height|viewBox|value|translate)$/.test(name));
    const said = kept.map(({ name, value }) => {
      const shown = name === "href" && element.localName === "a" ? new URL(value, location.href).href : value.trim().replace(/\s+/g, " ");
      return shown && `${name}=${shown}`;
    });
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
    const text = own.join("").replace(/\s+/g, " ").trim();
    lines.push(`${depth} ${element.localName} ${said.filter(Boolean).sort().join(" ")} ${text}`.trim());
    for (const child of element.children) walk(child, depth + 1);
  };
  for (const child of body.children) walk(child, 0);
  return lines;
}

/** The first lines in which two outlines differ. */
function difference(drawn, live) {
  const at = drawn.findIndex((line, index) => line !== live[index]);
  if (at === -1 && drawn.length === live.length) return null;
  const from = at === -1 ? drawn.length : at;
  return `drawn: ${drawn.slice(from, from + 2).join(" ⏎ ") || "(ends)"}\n  live: ${live.slice(from, from + 2).join(" ⏎ ") || "(ends)"}`;
}

/** Lines of pages that the program has not reached. */
async function held(page) {
  let release;
  const wait = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await wait;
    await route.continue();
  });
  return release;
}

describe("two views at one address agree", () => {
  for (const lang of ["zh", "en"]) {
    test(`on every page (${lang})`, async () => {
      const { page, context, problems } = await open(browser, site);
      const found = [];
      for (const entry of pages.filter((one) => one.lang === lang)) {
        const response = await page.goto(site.url(entry.path));
        const html = await response.text();
        await settled(page);
        assert.equal(await page.title(), entry.title);
        const [drawn, live] = [await page.evaluate(outline, html), await page.evaluate(outline)];
        const differ = difference(drawn, live);
        if (differ) found.push(`/${entry.path}\n  ${differ}`);
      }
      assert.deepEqual(problems, []);
      assert.equal(found.length, 0, `${found.length} pages differ:\n${found.join("\n")}`);
      await context.close();
    });
  }
});

test("what the reader did with the drawn page stays", async () => {
  const { page, context, problems } = await open(browser, site, { viewport: { width: 390, height: 800 } });
  const release = await held(page);
  await page.goto(site.url("en/ladder"));
  const fold = page.locator("main details").first();
  await fold.locator("summary").click();
  await fold.locator("summary").focus();
  const words = await page.locator("h2").nth(1).innerText();
  await page.evaluate(() => {
    const heading = document.querySelectorAll("h2")[1];
    getSelection().selectAllChildren(heading);
    scrollTo(0, 400);
  });
  await page.evaluate(() => (globalThis.moved = []) && addEventListener("scroll", () => moved.push(scrollY)));
  release();
  await settled(page);
  assert.ok(await fold.evaluate((element) => element.open), "what was opened is open");
  assert.equal(await page.evaluate(() => scrollY), 400);
  assert.equal(await page.evaluate(() => getSelection().toString()), words);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
  assert.deepEqual(problems, []);
  await context.close();
});

test("words that were typed into the filter are filtered by", async () => {
  const { page, context, problems } = await open(browser, site);
  const release = await held(page);
  await page.goto(site.url("rankings"));
  const all = await page.locator("#ranking tbody tr").count();
  await page.locator("#filter").fill("松序");
  release();
  await settled(page);
  assert.equal(await page.locator("#filter").inputValue(), "松序");
  assert.equal(await page.evaluate(() => document.activeElement.id), "filter");
  await page.waitForFunction((all) => document.querySelectorAll("#ranking tbody tr").length < all, all);
  assert.deepEqual(problems, []);
  await context.close();
});

test("an address of another moment shows the frame, and never first the wrong figures", async () => {
  const { page, context, problems } = await open(browser, site);
  const release = await held(page);
  await page.goto(`${site.url("rankings")}?as-of=2027-h1`);
  assert.ok(await page.locator("header.masthead").isVisible());
  assert.equal(await page.locator("main h1").isVisible(), false);
  assert.equal(await page.locator("#ranking").isVisible(), false);
  release();
  await settled(page);
  assert.ok(await page.locator("#ranking").isVisible());
  assert.match(await page.locator("p.notice").innerText(), /2027/);
  assert.deepEqual(problems, []);
  await context.close();
});

test("the page does not move when the program takes its place", async () => {
  for (const width of [390, 1280]) {
    const { page, context } = await open(browser, site, { viewport: { width, height: 900 } });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    for (const path of ["", "rankings", "parks/ordos-mengsu", "ladder", "assess"]) {
      await page.goto(site.url(path));
      await settled(page);
      await page.waitForTimeout(200);
      const shifted = await page.evaluate(() => shifts.reduce((sum, value) => sum + value, 0));
      assert.ok(shifted < 0.01, `/${path} at ${width} moves by ${shifted}`);
    }
    await context.close();
  }
});

test("after an error of its own the program says so, and the drawn page is back", async () => {
  const allow = () => true;
  const { page, context } = await open(browser, site, { allow });
  await page.goto(site.url("en/rankings"));
  await settled(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await page.locator('.boot-notice[data-state="boot-stopped"]').waitFor();
  assert.ok((await page.locator("#ranking tbody tr").count()) > 10);
  // Links are plain links: the next page is opened anew.
  await page.locator("nav.nav a", { hasText: "Ladder" }).click();
  await settled(page);
  assert.match(page.url(), /\/en\/ladder\/$/);
  await context.close();
});

test("the footer says that the figures were worked out here and agree", async () => {
  const { page, context, problems } = await open(browser, site);
  for (const [path, least] of [["en", 2], ["en/rankings", 90], ["en/parks/demo-chengye", 3]]) {
    await page.goto(site.url(path));
    await settled(page);
    const said = await page.locator('[data-recomputed="agrees"]').innerText();
    assert.ok(Number(said.match(/\d+/)[0]) >= least, `/${path}: ${said}`);
  }
  assert.deepEqual(problems, []);
  await context.close();
});

test("a figure that the site was built with and that comes out differently here is named", async () => {
  const { page, context } = await open(browser, site, { allow: (problem) => /figures that differ/.test(problem) });
  await page.route(site.url("en/rankings"), async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const forged = html.replace(/(<span class="core-value"[^>]*>)[^<]*</, "$10.999<");
    assert.notEqual(forged, html);
    await route.fulfill({ response, body: forged });
  });
  await page.goto(site.url("en/rankings"));
  await settled(page);
  const figure = page.locator("[data-differs]");
  assert.equal(await figure.count(), 1);
  assert.match(await figure.getAttribute("data-differs"), /the page said 0\.999/);
  assert.equal((await figure.innerText()).includes("0.999"), false, "the figure itself is the one worked out here");
  assert.match(await page.locator('[data-recomputed="differs"]').innerText(), /^1 figure/);
  await context.close();
});

test("a page that only another edition has opens there", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.goto(site.url("parks/ordos-mengsu"));
  await settled(page);
  assert.match(page.url(), /\?edition=published$/);
  assert.match(await page.locator("h1").innerText(), /蒙苏/);
  assert.deepEqual(problems, []);
  await context.close();
});
