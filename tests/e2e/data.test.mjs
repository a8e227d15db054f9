// Files of data that are damaged, missing, newer, slow or out of reach. Which files a page loads is
// watched, not written down, so that a new one is covered.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";

import { launch, open, settled, violations } from "./lib/browser.mjs";
import { pages, serve } from "./lib/site.mjs";

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser.close();
  site.close();
});

const first = (start) => pages.find((page) => page.path.startsWith(start)).path;
const PAGES = ["", "en/map", first("parks/"), first("en/lists/"), first("leagues/"), "method", "en/progress", "glossary"];
const CATALOG = "catalog.json";

/** The data files that a page asks for. */
async function filesOf(path) {
  const { page, context } = await open(browser, site);
  const files = new Set();
  page.on("request", (request) => {
    const name = new URL(request.url()).pathname;
    if (name.startsWith("/data/")) files.add(name);
  });
  await page.goto(site.url(path));
  await settled(page);
  await context.close();
  return [...files];
}

const DAMAGE = {
  corrupted: {
    state: (name) => (name.endsWith(CATALOG) ? "malformed" : "hash-mismatch"),
    do: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[0] ^= 4;
      await route.fulfill({ response, body });
    },
  },
  truncated: {
    state: (name) => (name.endsWith(CATALOG) ? "malformed" : "hash-mismatch"),
    do: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
    },
  },
  missing: {
    state: () => "missing",
    do: (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }),
  },
  unreachable: {
    state: () => "offline",
    do: (route) => route.abort("internetdisconnected"),
  },
};

const shownState = (page, state) => page.locator(`[data-state="${state}"]`).first();

for (const path of PAGES) {
  describe(`/${path}`, () => {
    let files;
    before(async () => {
      files = await filesOf(path);
      assert.ok(files.some((name) => name.endsWith(CATALOG)) && files.length > 1, `found ${files}`);
    });

    for (const [what, damage] of Object.entries(DAMAGE)) {
      test(`each file ${what}: a sentence and a retry, and the rest stands`, async () => {
        for (const name of files) {
          const state = damage.state(name);
          const { page, context } = await open(browser, site);
          await page.route(`**${name}`, damage.do);
          await page.goto(site.url(path));
          await settled(page);
          const shown = shownState(page, state);
          await shown.waitFor({ timeout: 5000 }).catch(() => assert.fail(`${name} ${what}: no state ${state}`));
          assert.ok((await shown.innerText()).trim().length > 10, "a sentence");
          assert.ok(await page.locator("header a").first().isVisible(), "the header stands");
          if (what === "corrupted") assert.deepEqual(await violations(page), []);

          await page.unroute(`**${name}`);
          // Every place that misses the file has its own retry; one of them heals all.
          await shown.getByRole("button").click();
          await page.waitForFunction((s) => !document.querySelector(`[data-state="${s}"]`), state);
          await settled(page);
          await context.close();
        }
      });
    }
  });
}

test("a catalogue in a newer format says so", async () => {
  const { page, context } = await open(browser, site);
  await page.route(`**/data/${CATALOG}`, async (route) => {
    const response = await route.fetch();
    const catalog = await response.json();
    await route.fulfill({ response, json: { ...catalog, format: catalog.format.replace(/\d+$/, "99") } });
  });
  await page.goto(site.url("en"));
  const shown = page.locator('[data-state^="newer"]').first();
  await shown.waitFor();
  assert.ok(await shown.getByRole("button").isVisible());
  assert.deepEqual(await violations(page), []);
  await context.close();
});

test("an edition in a newer format says so, although its hash is right", async () => {
  const { page, context } = await open(browser, site);
  let edition;
  await page.route("**/data/**", async (route) => {
    const name = new URL(route.request().url()).pathname;
    const response = await route.fetch();
    if (name.endsWith(CATALOG)) {
      const catalog = await response.json();
      const { index } = catalog.editions.find((one) => one.id === catalog.default_edition);
      const original = await (await fetch(`${site.origin}/data/${index.path}`)).json();
      edition = Buffer.from(JSON.stringify({ ...original, format: original.format.replace(/\d+$/, "99") }));
      const text = JSON.stringify(catalog).replaceAll(index.sha256, createHash("sha256").update(edition).digest("hex"));
      const changed = JSON.parse(text);
      changed.editions.find((one) => one.id === catalog.default_edition).index.bytes = edition.length;
      await route.fulfill({ response, json: changed });
    } else if (edition && response.status() === 404) {
      await route.fulfill({ status: 200, contentType: "application/json", body: edition });
    } else {
      await route.fulfill({ response });
    }
  });
  await page.goto(site.url(""));
  await page.locator('[data-state^="newer"]').first().waitFor();
  await context.close();
});

test("a slow network shows that it is loading, and then the page", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.route("**/data/**", async (route) => {
    await new Promise((wait) => setTimeout(wait, 700));
    await route.continue();
  });
  await page.goto(site.url(""));
  await shownState(page, "loading").waitFor();
  await settled(page);
  assert.equal(await page.locator("[data-state]").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("offline in the middle: what is loaded works, what is not says so, and comes back", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url(""));
  await settled(page);
  await context.setOffline(true);
  const park = page.locator('a[href*="/parks/"]').first();
  await park.click();
  await shownState(page, "offline").waitFor();
  await context.setOffline(false);
  await shownState(page, "offline").getByRole("button").click();
  await settled(page);
  assert.equal(await page.locator("[data-state]").count(), 0);
  await context.close();
});
