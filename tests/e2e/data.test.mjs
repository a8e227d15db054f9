// Files of data that are damaged, missing, newer, slow or out of reach. Which files a page loads is
// watched, not written down, so that a new one is covered.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { open, settled, violations } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

const first = (start) => pages.find((page) => page.path.startsWith(start)).path;
const PAGES = ["", "en/map", first("parks/"), first("en/lists/"), first("leagues/"), "method", "method/quotas", "en/progress", "glossary"];
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

/**
 * An address that asks for a state of its own (though none that the portal knows), so that the program answers it
 * itself: the drawn page would stand in for what cannot be had.
 */
const asking = (path) => `${site.url(path)}?asking`;

const shownState = (page, state) => page.locator(`[data-state="${state}"]`).first();

/** Opens a page with one file damaged, finds the state that says so, mends the file, and retries. */
async function survives(path, name, what) {
  const { state: stateOf, do: damage } = DAMAGE[what];
  const state = stateOf(name);
  const { page, context } = await open(browser, site);
  await page.route(`**${name}`, damage);
  await page.goto(asking(path));
  await settled(page);
  const shown = shownState(page, state);
  await shown.waitFor({ timeout: 3000 }).catch(() => assert.fail(`${name} ${what}: no state ${state}`));
  assert.ok((await shown.innerText()).trim().length > 10, "a sentence");
  assert.ok(await page.locator("header a").first().isVisible(), "the header stands");
  if (what === "missing") assert.deepEqual(await violations(page), []);

  await page.unrouteAll({ behavior: "wait" }); // a file still on its way is let through to its end
  await shown.getByRole("button").click();
  await page.waitForFunction((s) => !document.querySelector(`[data-state="${s}"]`), state);
  await settled(page);
  await context.close();
}

/** Files that an earlier page has been tried with. */
const tried = new Set();

for (const path of PAGES) {
  test(`/${path}: each file that does not come as it should is told, with a retry, and the rest stands`, async (t) => {
    const files = await filesOf(path);
    assert.ok(files.some((name) => name.endsWith(CATALOG)) && files.length > 1, `found ${files}`);
    for (const name of files) {
      if (tried.has(name)) continue;
      tried.add(name);
      for (const what of Object.keys(DAMAGE)) {
        await t.test(`${name} ${what}`, () => survives(path, name, what));
      }
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
  await page.goto(asking("en"));
  const shown = page.locator('[data-state^="newer"]').first();
  await shown.waitFor();
  assert.ok(await shown.getByRole("button").isVisible());
  assert.deepEqual(await violations(page), []);
  await context.close();
});

test("a catalogue with another digit somewhere is not believed", async () => {
  const { page, context } = await open(browser, site);
  await page.route(`**/data/${CATALOG}`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const other = text.replace(/"built_on":"(\d{4})/, (_, year) => `"built_on":"${Number(year) - 1}`);
    assert.notEqual(other, text);
    await route.fulfill({ response, body: other });
  });
  await page.goto(asking("lists"));
  await shownState(page, "hash-mismatch").waitFor();
  await context.close();
});

test("data older than what this browser has seen are said to be so, and no others", async () => {
  const { page, context, problems } = await open(browser, site);
  const notice = page.locator('[data-notice="release"]');
  let days = 0;
  const seal = (text) => {
    const open = text.replace(/"seal":"[0-9a-f]{64}"/, `"seal":"${"0".repeat(64)}"`);
    return open.replace("0".repeat(64), createHash("sha256").update(open).digest("hex"));
  };
  await page.route(`**/data/${CATALOG}`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const moved = text.replace(/"built_on":"([\d-]{10})"/, (_, day) => {
      const other = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
      return `"built_on":"${other}"`;
    });
    await route.fulfill({ response, body: seal(moved) });
  });
  for (const [moved, told] of [[-2, false], [0, false], [0, false], [-1, true], [1, false], [0, true]]) {
    days = moved;
    await page.goto(site.url("lists"));
    await settled(page);
    assert.equal(await notice.count(), told ? 1 : 0, `${moved} days`);
  }
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("an edition in a newer format says so, although its hash is right", async () => {
  const { page, context } = await open(browser, site);
  const catalog = await (await fetch(`${site.origin}/data/${CATALOG}`)).json();
  const { index } = catalog.editions.find((one) => one.id === catalog.default_edition);
  const edition = await (await fetch(`${site.origin}/data/${index.path}`)).json();
  const body = Buffer.from(JSON.stringify({ ...edition, format: edition.format.replace(/\d+$/, "99") }));
  index.sha256 = createHash("sha256").update(body).digest("hex");
  index.bytes = body.length;
  delete catalog.seal;
  await page.route(`**/data/${CATALOG}`, (route) => route.fulfill({ json: catalog }));
  await page.route(`**/data/${index.path}`, (route) => route.fulfill({ contentType: "application/json", body }));
  await page.goto(asking(""));
  await page.locator('[data-state^="newer"]').first().waitFor();
  await context.close();
});

for (const [path, name] of [["en", CATALOG], ["rankings", "round-"], [first("parks/"), "park"]]) {
  test(`/${path}: what was drawn stands in for ${name} that cannot be had, and a retry brings the program`, async () => {
    const { page, context } = await open(browser, site);
    await page.route(new RegExp(`/data/(.*/)?${name}`), DAMAGE.unreachable.do);
    await page.goto(site.url(path));
    const notice = page.locator('.boot-notice[data-state="boot-broken"]');
    await notice.waitFor();
    assert.equal(await page.locator("main .state-failed, main [data-state=loading]").count(), 0);
    assert.ok((await page.locator("main").innerText()).length > 300);
    assert.deepEqual(await violations(page), []);
    await page.unrouteAll({ behavior: "wait" });
    await notice.getByRole("button").click();
    await settled(page);
    assert.equal(await page.locator("[data-state]").count(), 0);
    await context.close();
  });
}

test("on a slow network the drawn page is there at once, and no state is shown for what is on its way", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.route("**/data/**", async (route) => {
    await new Promise((wait) => setTimeout(wait, 700));
    await route.continue();
  });
  await page.goto(site.url(""));
  assert.ok(await page.locator("main h1").isVisible());
  assert.equal(await page.locator("[data-state]").count(), 0);
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
  await settled(page);
  await context.setOffline(false);
  // Each file has its own retry.
  const offline = page.locator('[data-state="offline"]');
  for (let left = await offline.count(); left > 0; left = await offline.count()) {
    await offline.first().getByRole("button").click();
    await page.waitForFunction((n) => document.querySelectorAll('[data-state="offline"]').length < n, left);
  }
  await settled(page);
  assert.equal(await page.locator("[data-state]").count(), 0);
  await context.close();
});
