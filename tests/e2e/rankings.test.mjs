// Rankings and comparison: sorted, filtered and chosen through the address; printed and downloaded whole.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { open, settled, violations } from "./lib/browser.mjs";
import { dist } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

/** The full address of a page with what is chosen on it. */
const at = (address) => {
  const [page, query] = address.split("?");
  return site.url(page) + (query ? `?${query}` : "");
};

const visit = async (address, options) => {
  const opened = await open(browser, site, options);
  await opened.page.goto(at(address));
  await settled(opened.page);
  return opened;
};

const rows = (page) => page.locator("#ranking tbody tr[data-park]");
const parks = (page) => rows(page).evaluateAll((all) => all.map((row) => row.dataset.park));
const search = (page) => decodeURIComponent(new URL(page.url()).search);
const sorted = (values, direction) => values.every((value, at) => at === 0 || direction * (value - values[at - 1]) >= 0);

test("a column head sorts, says so, and stands in the address", async () => {
  const { page, context, problems } = await visit("rankings");
  const all = await parks(page);
  assert.ok(all.length > 10, `parks in the demonstration, found ${all.length}`);
  const head = page.locator("#ranking th.cell-core");
  assert.equal(await head.getAttribute("aria-sort"), "none");
  const values = () =>
    page.locator("#ranking .core-value").evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
  for (const [sort, said, direction] of [
    ["core", "ascending", 1],
    ["-core", "descending", -1],
  ]) {
    await head.getByRole("button").click();
    await page.waitForFunction((want) => new URLSearchParams(location.search).get("sort") === want, sort);
    assert.equal(await head.getAttribute("aria-sort"), said);
    assert.ok(sorted(await values(), direction), `${sort}: ${await values()}`);
  }
  // The address alone gives the same.
  const order = await parks(page);
  await page.reload();
  await settled(page);
  assert.deepEqual(await parks(page), order);
  assert.deepEqual([...order].sort(), [...all].sort(), "nobody is lost by sorting");
  assert.deepEqual(problems, []);
  await context.close();
});

test("filters stand in the address, add up, and one press clears them", async () => {
  const { page, context, problems } = await visit("rankings");
  const all = await rows(page).count();
  await page.locator("#filter-grid").selectOption("east");
  await page.waitForFunction(() => location.search.includes("grid=east"));
  const east = await rows(page).count();
  assert.ok(east > 0 && east < all, `${east} of ${all}`);
  await page.locator("#filter-stage").selectOption("built");
  await page.waitForFunction(() => location.search.includes("stage=built"));
  assert.ok((await rows(page).count()) < east);
  await page.locator("#filter").fill("no such park");
  await page.locator("[data-state=empty]").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.locator("[data-state=empty] button").click();
  await page.waitForFunction((count) => document.querySelectorAll("#ranking tr[data-park]").length === count, all);
  assert.equal(search(page), "");
  assert.equal(await page.locator("#filter").inputValue(), "");
  assert.deepEqual(problems, []);
  await context.close();
});

test("one park is found, and its row still says its rank among all", async () => {
  const { page, context } = await visit("rankings");
  const last = (await parks(page)).at(-1);
  const rank = await rows(page).last().locator(".cell-rank").textContent();
  await page.goto(at(`rankings?q=${last}`));
  await settled(page);
  assert.deepEqual(await parks(page), [last]);
  assert.equal(await rows(page).first().locator(".cell-rank").textContent(), rank);
  await context.close();
});

for (const [address, still] of [
  ["rankings", "#ranking thead, main .cite"],
  ["compare?parks=demo-cuijia,demo-xuansha", "main table, main .cite"],
]) {
  test(`what is typed on ${address} chooses among what is reckoned and draws nothing else anew`, async () => {
    const { page, context } = await visit(address);
    await page.evaluate((still) => {
      globalThis.changes = 0;
      const observer = new MutationObserver((changes) => (globalThis.changes += changes.length));
      const watched = document.querySelectorAll(still);
      for (const element of watched) {
        observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      globalThis.watched = watched.length;
    }, still);
    assert.ok((await page.evaluate(() => globalThis.watched)) >= 2);
    await page.locator("main input[type=search]").fill("示例");
    await page.waitForFunction(() => new URLSearchParams(location.search).has("q"));
    await page.locator("main input[type=search]").fill("");
    await page.waitForFunction(() => !new URLSearchParams(location.search).has("q"));
    assert.equal(await page.evaluate(() => globalThis.changes), 0);
    await context.close();
  });
}

test("parks without a threshold stand apart and have no rank", async () => {
  const { page, context } = await visit("rankings");
  const apart = page.locator(".ranking-apart tr[data-park]");
  assert.ok((await apart.count()) > 0, "the demonstration has some");
  for (const row of await apart.all()) {
    assert.equal(await row.locator("[data-outcome=no-threshold]").count(), 1);
    assert.equal(await row.locator(".rank").count(), 0);
  }
  assert.equal(await page.locator("#ranking [data-outcome=no-threshold]").count(), 0);
  await context.close();
});

test("a round moves against the one before, and the first against none", async () => {
  const latest = await visit("rankings?as-of=2027-h1");
  await latest.page.locator("#ranking [data-moved]").first().waitFor();
  assert.equal(await latest.page.locator("#ranking [data-moved]").count(), await rows(latest.page).count());
  await latest.context.close();
  const unpublished = await visit("rankings?as-of=2025-h1");
  assert.equal(await rows(unpublished.page).count(), 0, "the national indicators were published on 8 July 2025");
  assert.match(await unpublished.page.locator("main .empty").first().textContent(), /已公布/);
  await unpublished.context.close();
  const first = await visit("rankings?as-of=2025-h1&level=region");
  assert.ok((await rows(first.page).count()) > 0);
  assert.equal(await first.page.locator("#ranking .cell-moved").count(), 0, "no column for what cannot be");
  await first.context.close();
});

test("the file holds the rows of the filter, marked as a demonstration in every row", async () => {
  const { page, context, problems } = await visit("rankings?grid=east");
  const ranked = await parks(page);
  const apart = await page
    .locator(".ranking-apart tr[data-park]")
    .evaluateAll((all) => all.map((row) => row.dataset.park));
  const coming = page.waitForEvent("download");
  await page.locator(".take-along .download button").click();
  const file = await coming;
  assert.match(file.suggestedFilename(), /^rankings-.*-demonstration-data\.csv$/);
  const text = await fs.readFile(await file.path(), "utf8");
  const [head, ...lines] = text.replace("\ufeff", "").trimEnd().split("\r\n").map((line) => line.split(","));
  const column = (name) => lines.map((line) => line[head.indexOf(name)]);
  assert.deepEqual(column("park"), [...ranked, ...apart]);
  assert.ok(column("data").every((data) => data.startsWith("demonstration")));
  assert.ok(column("rank_best").slice(0, ranked.length).every((rank) => Number(rank) >= 1));
  assert.ok(column("rank_best").slice(ranked.length).every((rank) => rank === ""));
  assert.deepEqual(problems, []);
  await context.close();
});

/** Answers for an edition with `times` as many parks, its files named by their content as ever. */
async function enlarge(page, times) {
  const read = async (file) => JSON.parse(await fs.readFile(path.join(dist, "data", file), "utf8"));
  const answers = new Map();
  const name = (file, value) => {
    const body = Buffer.from(JSON.stringify(value));
    const sha256 = createHash("sha256").update(body).digest("hex");
    answers.set(file.path, body);
    Object.assign(file, { sha256, bytes: body.length });
  };
  const copies = (list, change) =>
    Array.from({ length: times }, (_, copy) => list.map((one) => (copy === 0 ? one : change(one, `-${copy}`)))).flat();
  const catalogue = await read("catalog.json");
  const listed = catalogue.editions.find((edition) => edition.id === catalogue.default_edition);
  const edition = await read(listed.index.path);
  edition.parks = copies(edition.parks, (park, copy) => ({ ...park, id: park.id + copy }));
  for (const summary of edition.rounds.slice(-2)) {
    const round = await read(summary.file.path);
    round.parks = copies(round.parks, (seen, copy) => ({ ...seen, park: seen.park + copy }));
    name(summary.file, round);
  }
  name(listed.index, edition);
  // One that carries no seal is held to none.
  delete catalogue.seal;
  answers.set("catalog.json", Buffer.from(JSON.stringify(catalogue)));
  await page.route("**/data/**", (route) => {
    const asked = new URL(route.request().url()).pathname.split("/data/")[1];
    const body = answers.get(asked);
    return body ? route.fulfill({ contentType: "application/json", body }) : route.continue();
  });
  return edition.parks.length;
}

test("many parks come a hundred rows a page, and all of them on paper", async () => {
  const { page, context, problems } = await open(browser, site);
  await enlarge(page, 12);
  await page.goto(at("rankings"));
  await settled(page);
  const shown = await parks(page);
  assert.equal(shown.length, 100);
  await page.locator(".sheets a").last().click();
  await page.waitForFunction(() => location.search.includes("page=2"));
  await page.waitForFunction((first) => document.querySelector("#ranking tr[data-park]").dataset.park !== first, shown[0]);
  const next = await parks(page);
  assert.ok(next.every((park) => !shown.includes(park)), "a page of its own");
  // Those that are listed apart: some at first, all when asked for, and back again.
  const apart = page.locator(".ranking-apart tr[data-park]");
  const more = page.locator("section[aria-labelledby=apart] button");
  assert.equal(await apart.count(), 20);
  const told = Number((await more.textContent()).match(/\d+/)[0]);
  await more.click();
  await page.waitForFunction(
    (told) => document.querySelectorAll(".ranking-apart tr[data-park]").length === told,
    told,
  );
  assert.ok(told > 20, `found ${told}`);
  await more.click();
  await page.waitForFunction(() => document.querySelectorAll(".ranking-apart tr[data-park]").length === 20);
  assert.deepEqual(await violations(page), []);
  const all = Number((await page.locator(".sheets p").textContent()).match(/\d+/g).at(-1));
  assert.ok(all > 200, `found ${all}`);
  await page.evaluate(() => {
    const observe = new MutationObserver(() => {
      window.most = Math.max(window.most ?? 0, document.querySelectorAll("#ranking tr[data-park]").length);
    });
    observe.observe(document.querySelector("#ranking"), { childList: true, subtree: true });
  });
  await page.pdf({ preferCSSPageSize: true });
  assert.equal(await page.evaluate(() => window.most), all);
  await page.waitForFunction(() => document.querySelectorAll("#ranking tr[data-park]").length <= 100);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".ranking-filters select").first().isVisible(), false);
  assert.equal(await page.locator(".pick").first().isVisible(), false);
  assert.deepEqual(problems, []);
  await context.close();
});

test("two parks are chosen in the table and stand side by side; a third is added and taken out", async () => {
  const { page, context, problems } = await visit("rankings");
  const [first, second] = await parks(page);
  const box = (place) => rows(page).nth(place).locator(".pick input");
  await box(0).check();
  assert.equal(await page.locator(".chosen a").count(), 0, "one park is no comparison");
  await box(1).check();
  await page.locator(".chosen a").click();
  await page.locator(".comparison").waitFor();
  assert.match(search(page), new RegExp(`parks=${first},${second}`));
  const columns = () => page.locator(".comparison thead th a").count();
  assert.equal(await columns(), 2);
  assert.deepEqual(await violations(page), []);
  await page.locator(".suggested a").first().click();
  await page.waitForFunction(() => document.querySelectorAll(".comparison thead th a").length === 3);
  await page.locator(".picked a").last().click();
  await page.waitForFunction(() => document.querySelectorAll(".comparison thead th a").length === 2);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a fifth park waits until one is left out", async () => {
  const { page, context } = await visit("rankings");
  for (const place of [0, 1, 2, 3]) await rows(page).nth(place).locator(".pick input").check();
  assert.equal(await rows(page).nth(4).locator(".pick input").isDisabled(), true);
  await rows(page).nth(0).locator(".pick input").uncheck();
  assert.equal(await rows(page).nth(4).locator(".pick input").isDisabled(), false);
  await context.close();
});

for (const lang of ["", "en/"]) {
  test(`on a phone both statuses of a park stand whole in their cell (${lang || "zh"})`, async () => {
    const { page, context } = await visit(`${lang}rankings?as-of=2028-h2`);
    await page.setViewportSize({ width: 390, height: 900 });
    const cells = await page.locator("#ranking .cell-stage:has(.stage-beside)").evaluateAll((all) =>
      all.map((cell) => {
        // What is broken over two lines has a box a line.
        const boxes = (one) => [...cell.querySelector(one).getClientRects()];
        const apart = (a, b) => b.top >= a.bottom - 4 || a.top >= b.bottom - 4 || b.left >= a.right - 1;
        const own = boxes(".stages > .stage");
        return {
          apart: own.every((a) => boxes(".stage-beside").every((b) => apart(a, b))),
          width: Math.max(...own.map((box) => box.width)),
        };
      }),
    );
    assert.ok(cells.length > 2);
    assert.ok(cells.every(({ apart }) => apart), "one stands on the other");
    assert.ok(cells.every(({ width }) => width > 60), "a name of a letter a line");
    await context.close();
  });
}

test("an id that is no park is named, and the others stand", async () => {
  const { page, context } = await visit("rankings");
  const [first, second] = await parks(page);
  await page.goto(at(`compare?parks=${first},no-such-park,${second}`));
  await settled(page);
  assert.match(await page.locator(".picked").textContent(), /no-such-park/);
  assert.equal(await page.locator(".comparison thead th a").count(), 2);
  await context.close();
});

test("the draws for steadiness come out the same each time", async () => {
  const seen = [];
  for (let time = 0; time < 2; time += 1) {
    const { page, context } = await visit("rankings?as-of=2026-h1");
    await page.locator(".steady button").click();
    await page.locator(".ranking-steady tbody tr").first().waitFor();
    seen.push(await page.locator(".ranking-steady tbody").innerText());
    if (time === 0) assert.deepEqual(await violations(page), []);
    await context.close();
  }
  assert.match(seen[0], /\d+%/);
  assert.equal(seen[0], seen[1]);
});

test("an edition without rounds says so and leads to the demonstration", async () => {
  for (const address of ["rankings", "compare", "en/rankings", "en/compare"]) {
    const { page, context, problems } = await visit(`${address}?edition=published`);
    assert.equal(await page.locator("main table").count(), 0);
    const link = page.locator("main a").last();
    assert.ok(!(await link.getAttribute("href")).includes("published"));
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  }
});
