// The charts with ECharts itself: asked for when they come into view, drawn under the pages' policy, in the
// colours of the theme, on paper, and missed by nobody when they cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, overflow, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";
import { until } from "./lib/waiting.mjs";

/** A park of the demonstration with a balance in every round. */
const PARK = "parks/demo-qingsui";
const SCRIPT = "**/app/charts-*.js";

const { browser, site } = await started();

/** Goes to each chart of the page in turn, until it is drawn. */
async function lookAtAll(page) {
  await settled(page);
  const figures = page.locator(".chart");
  await figures.first().waitFor();
  for (const figure of await figures.all()) {
    await figure.locator(".chart-place").scrollIntoViewIfNeeded();
    await figure.locator("canvas").first().waitFor();
  }
  return figures.count();
}

/** How many pixels of a chart's canvas are of a colour, given as `#rrggbb`. */
const pixels = (page, chart, token) =>
  page.evaluate(
    ([chart, token]) => {
      const colour = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
      const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
      const canvas = document.querySelector(`${chart} canvas`);
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255 && wanted.every((part, i) => data[at + i] === part)) count += 1;
      }
      return count;
    },
    [chart, token],
  );

/** Waits until a chart has much of a token's colour: a canvas is painted with the next frame. */
const painted = (page, chart, token, what) =>
  until(`${chart} in ${token}: ${what}`, () => pixels(page, chart, token), (count) => count > 100);

test("a chart is asked for when it comes into view, and both are drawn without a problem", async () => {
  const { page, context, problems } = await open(browser, site);
  const asked = [];
  page.on("request", (request) => {
    if (/\/charts-.*\.js$/.test(request.url())) asked.push(request.url());
  });
  await page.goto(site.url(PARK));
  await settled(page);
  await page.locator(".chart").first().waitFor();
  assert.deepEqual(asked, [], "asked for though no chart is in view");
  assert.equal(await lookAtAll(page), 2);
  assert.equal(asked.length, 1);
  for (const [chart, token] of [[".chart-flow", "--chart-clean"], [".chart-trend", "--chart-fuel"]]) {
    await painted(page, chart, token, "as it came");
    assert.ok(await page.locator(`${chart} [role=img]`).getAttribute("aria-label"));
  }
  // The frame's own is looked at on every page.
  const found = (await violations(page)).filter((violation) => violation.includes(".chart"));
  assert.deepEqual(found, []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a chart follows the theme", async () => {
  const { page, context, problems } = await open(browser, site, { colorScheme: "light" });
  await page.goto(site.url(PARK));
  await lookAtAll(page);
  const follows = (what) => painted(page, ".chart-flow", "--chart-clean", what);
  await follows("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await follows("the system's dark");
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "light"));
  await follows("the reader's light");
  assert.deepEqual(problems, []);
  await context.close();
});

test("a phone has the charts in its width, and a new width draws anew", async () => {
  const { page, context, problems } = await open(browser, site, { viewport: { width: 390, height: 800 } });
  await page.goto(site.url(PARK));
  await lookAtAll(page);
  const width = () => page.evaluate(() => document.querySelector(".chart-flow canvas").getBoundingClientRect().width);
  const narrow = await width();
  assert.ok(narrow <= 390, `${narrow}`);
  const wide = (await overflow(page, 360)).filter((found) => found.includes("chart"));
  assert.deepEqual(wide, []);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.waitForFunction((narrow) => document.querySelector(".chart-flow canvas").getBoundingClientRect().width > narrow * 2, narrow);
  assert.deepEqual(problems, []);
  await context.close();
});

test("on paper the chart is in light colours and the table is open; afterwards all is as before", async () => {
  const { page, context, problems } = await open(browser, site, { colorScheme: "dark" });
  await page.goto(site.url(PARK));
  await lookAtAll(page);
  const twin = page.locator(".chart-flow details");
  assert.equal(await twin.evaluate((details) => details.open), false);
  await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    // Light tokens to compare with; the chart takes no notice while it is on paper.
    document.documentElement.setAttribute("data-theme", "light");
  });
  assert.equal(await twin.evaluate((details) => details.open), true);
  assert.ok((await pixels(page, ".chart-flow", "--chart-clean")) > 100, "light on paper");
  await page.evaluate(() => {
    document.documentElement.removeAttribute("data-theme");
    dispatchEvent(new Event("afterprint"));
  });
  assert.equal(await twin.evaluate((details) => details.open), false);
  await painted(page, ".chart-flow", "--chart-clean", "dark on the screen");
  assert.deepEqual(problems, []);
  await context.close();
});

for (const [what, damage] of Object.entries({
  missing: (route) => route.fulfill({ status: 404, body: "" }),
  changed: async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()};` });
  },
})) {
  test(`charts whose script is ${what} say so, the table stands, and a retry brings them`, async () => {
    const { page, context } = await open(browser, site);
    await page.route(SCRIPT, damage);
    await page.goto(site.url(PARK));
    await settled(page);
    await page.locator(".chart-flow .chart-place").scrollIntoViewIfNeeded();
    const failed = page.locator(".chart-flow [data-state=program-missing]");
    await failed.waitFor();
    await page.locator(".chart-flow summary").click();
    assert.ok((await page.locator(".chart-flow tbody tr").count()) > 3);
    assert.ok(await page.locator(".chart-flow tbody tr").first().isVisible());
    await page.unrouteAll({ behavior: "wait" }); // a file still on its way is let through to its end
    await failed.getByRole("button").click();
    await page.locator(".chart-flow canvas").first().waitFor();
    await context.close();
  });
}

test("a park without a published balance has a sentence and no chart", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.goto(`${site.url("parks/ordos-mengsu")}?edition=published`);
  await settled(page);
  assert.match(await page.locator(".composition").innerText(), /没有公布/);
  assert.equal(await page.locator(".chart").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});
