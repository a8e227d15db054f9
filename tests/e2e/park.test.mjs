// A park's page: its course, what the rules make of its stage, and the moment that all of it keeps.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open, overflow, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const CORRECTED = "demo-haoyuan";

const { browser, site } = await started();

/** A park's page at a moment. */
async function at(path, query, options = {}) {
  const { page, context, problems } = await open(browser, site, options);
  const [pathname] = site.url(path).split("?");
  await page.goto(pathname + query);
  await settled(page);
  return { page, context, problems };
}

describe("the course of the core indicator", () => {
  test("is drawn, said in a sentence and listed in a table, all three the same", async () => {
    const { page, context, problems } = await at("parks/demo-qingsui", "?as-of=2027-h1");
    const drawing = page.locator(".course-wide");
    await drawing.waitFor();
    const said = await drawing.getAttribute("aria-label");
    assert.equal((await page.locator(".course-sentence").innerText()).trim(), said.trim());
    await page.locator(".twin summary").click();
    const rows = page.locator(".course-table tbody tr");
    assert.equal(await rows.count(), 5, "2025-h1 to 2027-h1");
    const last = await page.locator(".course-wide .course-last").textContent();
    assert.ok(said.includes(last.trim()) && (await rows.first().innerText()).includes(last.trim()));
    assert.equal(await page.locator(".course-wide .course-point").count(), 5);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test("has labels that never stand on each other", async () => {
    for (const [width, selector] of [[1280, ".course-wide"], [390, ".course-narrow"]]) {
      for (const id of ["demo-qingsui", "demo-baizhan", "demo-shuanghe", "demo-shupo"]) {
        const { page, context } = await at(`en/parks/${id}`, "", { viewport: { width, height: 900 } });
        await page.locator(selector).waitFor();
        const boxes = await page.locator(`${selector} :is(.course-name, .course-last, .course-note, .course-day-name)`).evaluateAll((all) =>
          all.map((text) => ({ said: text.textContent, ...text.getBoundingClientRect().toJSON() })),
        );
        assert.ok(boxes.length >= 3, `${id}: labels are there`);
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            // A text's box is taller than its letters.
            const apart = a.right <= b.left || b.right <= a.left || a.bottom - 3 <= b.top || b.bottom - 3 <= a.top;
            assert.ok(apart, `${id} at ${width}: ${a.said} stands on ${b.said}`);
          }
        }
        await context.close();
      }
    }
  });

  test("tells a correction only from the day on which it was published", async () => {
    const { page: before, context: first } = await at(`parks/${CORRECTED}`, "?as-of=2027-h1");
    await before.locator(".course-wide").waitFor();
    const then = await before.locator(".course-wide .course-last").textContent();
    assert.equal(await before.locator(".corrections").count(), 0);
    await first.close();
    const { page: after, context: second } = await at(`parks/${CORRECTED}`, "?as-of=2027-h2");
    const said = await after.locator(".corrections li").innerText();
    assert.ok(said.includes("2027-06-30") && said.includes("2027-08-18") && said.includes(then.trim()), said);
    assert.equal(await after.locator(".course-wide .course-cross").count(), 1);
    await second.close();
  });
});

test("each step names who decides, each condition its state and clause, and nothing claims to be a decision", async () => {
  const { page, context } = await at("parks/demo-shuanghe", "?as-of=2028-h1");
  const steps = page.locator(".next-step[data-transition]");
  await steps.first().waitFor();
  for (const step of await steps.all()) {
    assert.match(await step.locator(".section-note").first().innerText(), /由.+决定/);
    for (const condition of await step.locator(".conditions > li").all()) {
      assert.ok(["met", "not-met", "unknown", "arisen", "not-arisen", "not-yet"].includes(await condition.getAttribute("data-truth")));
      assert.ok(await condition.locator("a.basis").first().isVisible());
    }
  }
  const computed = await page.locator(".status[aria-labelledby=computed]").innerText();
  assert.match(computed, /自 2028-06-30 起/);
  assert.match(computed, /这不是认定/);
  assert.match(await page.locator(".rectify-by").innerText(), /2028-06-30.*最后一天/);
  await context.close();
});

test("the core indicator can be followed to every entry of its balance", async () => {
  const { page, context } = await at("parks/demo-qingsui", "?as-of=2027-h1");
  await page.locator(".made-of summary").click();
  assert.ok((await page.locator(".account [data-entry]").count()) > 5);
  const last = (await page.locator(".course-wide .course-last").textContent()).trim();
  assert.ok((await page.locator(".account-formula").innerText()).includes(`= ${last}`));
  await context.close();
});

test("a citation names edition and round also where the address does not", async () => {
  const { page, context } = await at("parks/demo-qingsui", "");
  const said = await page.locator(".cite-text").innerText();
  assert.match(said, /\?edition=demonstration&as-of=2030-h2/);
  assert.ok(said.startsWith("【演示数据，虚构】"), said);
  assert.ok(said.includes("2030年下半年评估（演示）"), `the title names the round: ${said}`);
  const [, published, accessed] = said.match(/\[EB\/OL\]\. \((\d{4}-\d\d-\d\d)\)\[(\d{4}-\d\d-\d\d)\]/);
  assert.ok(published <= accessed, `published ${published}, read ${accessed}`);
  await context.close();
});

test("the rank alone fails when the round cannot be had", async () => {
  const { page, context } = await open(browser, site);
  await page.route("**/*2030-h2*", (route) => route.fulfill({ status: 404, body: "" }));
  const [pathname] = site.url("parks/demo-qingsui").split("?");
  await page.goto(`${pathname}?asking`);
  await page.locator(".park-rank .state-failed").waitFor();
  assert.ok(await page.locator(".course-wide").isVisible());
  assert.ok(await page.locator("#acts").isVisible());
  await context.close();
});

test("without rounds the page says that none is published", async () => {
  const { page, context, problems } = await at("parks/ordos-mengsu", "?edition=published");
  assert.match(await page.locator(".park-course").innerText(), /还没有公布评估轮次/);
  assert.equal(await page.locator(".park-rank").count(), 0);
  assert.ok(await page.locator("#indicators").isVisible());
  assert.deepEqual(problems, []);
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`an attained and a rectified park are accessible, unfolded (${colorScheme})`, async () => {
    for (const [path, query] of [["parks/demo-qingsui", ""], ["en/parks/demo-shuanghe", "?as-of=2028-h1"]]) {
      const { page, context } = await at(path, query, { colorScheme });
      await page.locator(".rank-range").waitFor();
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      // The frame has tests of its own.
      const found = (await violations(page)).filter((one) => !one.startsWith("axe region: .banner"));
      assert.deepEqual(found, [], path);
      await context.close();
    }
  });
}

test("the page's own parts fit a phone", async () => {
  const { page, context } = await at("en/parks/demo-shuanghe", "?as-of=2028-h1", { viewport: { width: 360, height: 800 } });
  await page.locator(".rank-range").waitFor();
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const wide = (await overflow(page, 360)).filter((what) => !/masthead|tools|menu|moment/i.test(JSON.stringify(what)));
  assert.deepEqual(wide, []);
  await context.close();
});
