// The parts of the WebAssembly that come with their pages: each is asked for when its page is, a part
// that fails is told with a retry, and one that was changed on its way is not run.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled, violations } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

const CHUNKS = "**/app/pack-*.bin";
const park = pages.find((page) => page.path.startsWith("parks/"));

const DAMAGE = {
  missing: { state: "program-missing", do: (route) => route.fulfill({ status: 404, body: "" }) },
  unreachable: { state: "program-missing", do: (route) => route.abort("connectionfailed") },
  changed: {
    state: "program-missing",
    do: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length - 1] ^= 1;
      await route.fulfill({ response, body });
    },
  },
};

for (const [what, { state, do: damage }] of Object.entries(DAMAGE)) {
  test(`a page whose part is ${what} says so, and a retry brings it`, async () => {
    const { page, context } = await open(browser, site);
    await page.goto(site.url("glossary"));
    await settled(page);
    await page.route(CHUNKS, damage);
    await page.locator("header nav a").filter({ hasText: "地图" }).first().click();
    const shown = page.locator(`[data-state="${state}"]`);
    await shown.waitFor();
    assert.deepEqual(await violations(page), []);
    await page.unrouteAll({ behavior: "wait" }); // a file still on its way is let through to its end
    await shown.getByRole("button").click();
    await page.waitForFunction(() => document.title.startsWith("地图"));
    await context.close();
  });

  test(`where the part of a page that is opened is ${what}, the drawn page stands in, and a retry brings it`, async () => {
    const { page, context } = await open(browser, site);
    await page.route(CHUNKS, damage);
    await page.goto(site.url(park.path));
    const notice = page.locator('.boot-notice[data-state="boot-broken"]');
    await notice.waitFor();
    assert.equal(await page.title(), park.title);
    assert.equal(await page.locator("main .state-failed").count(), 0);
    await page.unrouteAll({ behavior: "wait" });
    await notice.getByRole("button").click();
    await settled(page);
    await context.close();
  });
}

test("a page brings its own part and no other, and once it is here none is asked for again", async () => {
  const { page, context, problems } = await open(browser, site);
  let asked = [];
  page.on("request", (request) => {
    if (/\/pack-.*\.bin$/.test(request.url())) asked.push(request.url());
  });
  await page.goto(site.url("glossary"));
  await settled(page);
  const first = asked;
  assert.ok(first.length > 0, "parts for the glossary");
  asked = [];
  await page.locator("header nav a").filter({ hasText: "方法" }).first().click();
  await page.waitForFunction(() => document.title.startsWith("方法"));
  await settled(page);
  assert.deepEqual(asked, [], "the method lies in the same part");
  await page.locator("header nav a").filter({ hasText: "地图" }).first().click();
  await page.waitForFunction(() => document.title.startsWith("地图"));
  assert.ok(asked.length > 0 && asked.every((url) => !first.includes(url)), `only what was not here: ${asked}`);
  assert.deepEqual(problems, []);
  await context.close();
});
