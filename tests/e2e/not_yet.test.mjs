// One thing, one address: before its day it is not yet known, with the way to it; where another edition has it, it opens
// there and says so; where nobody has it, there is no such page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";
import { until } from "./lib/waiting.mjs";

const { browser, site } = await started();

const read = async (file) => (await fetch(`${site.url("data/")}${file}`)).json();
const catalogue = await read("catalog.json");

/** What an edition has pages for, by kind, each with the day from which it is known and its name. */
async function things(id) {
  const edition = await read(catalogue.editions.find((each) => each.id === id).index.path);
  const work = edition.work ? (await read(edition.work.path)).reports : [];
  const kinds = {};
  for (const kind of new Set(work.map((report) => report.kind))) {
    const of = work.filter((report) => report.kind === kind);
    kinds[kind] = of.map((each) => ({ path: `work/${each.id}`, from: each.dated, name: each.title.zh }));
  }
  return {
    rounds: (edition.rounds ?? []).map(({ id, dated }) => ({ id, dated })),
    kinds: {
      park: edition.parks.map((each) => ({ path: `parks/${each.id}`, from: each.events?.[0]?.dated ?? "", name: each.name.zh })),
      list: edition.lists.map((each) => ({ path: `lists/${each.id}`, from: each.published, name: each.title.zh })),
      ...kinds,
    },
  };
}

const demonstration = await things("demonstration");
const published = await things("published");

/** A page at an address, once it says something. */
async function visit(address) {
  const opened = await open(browser, site);
  await opened.page.goto(site.url(address));
  await settled(opened.page);
  return opened;
}

const heading = (page) => page.locator("main h1").innerText();

describe("what exists later than the moment is not yet known on that day, with the way there", () => {
  assert.ok(Object.keys(demonstration.kinds).length >= 5, Object.keys(demonstration.kinds).join());
  for (const [kind, all] of Object.entries(demonstration.kinds)) {
    // The last of its kind, on the last round before its day.
    const last = all.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
    const round = demonstration.rounds.filter((each) => each.dated < last.from).at(-1);
    for (const [lang, said, way] of [["", "到这一天还没有公布", "查看现在公布的内容"], ["en/", "Not yet known on that day", "See what is published now"]]) {
      test(`${kind}: /${lang}${last.path}/?as-of=${round?.id}`, async () => {
        const { page, context, problems } = await visit(`${lang}${last.path}/?as-of=${round.id}`);
        assert.equal(await heading(page), said);
        assert.equal(await page.locator('main [data-state="not-yet"]').count(), 1);
        assert.equal((await page.locator("main").innerText()).includes(last.name), false, "its name is later");
        await page.locator("main").getByRole("link", { name: way }).click();
        await until("the page as it is now", () => page.locator('[data-state="not-yet"]').count(), (n) => n === 0);
        await settled(page);
        assert.equal(new URL(page.url()).search, "");
        if (!lang) assert.ok((await page.locator("main").innerText()).includes(last.name), last.name);
        assert.deepEqual(problems, []);
        await context.close();
      });
    }
  }

  test("a league is known on every day", async () => {
    const { page, context, problems } = await visit(`leagues/ordos/?as-of=${demonstration.rounds[0].id}`);
    assert.match(await heading(page), /鄂尔多斯/);
    assert.equal(await page.locator("main [data-state]").count(), 0);
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe("what only another edition has opens there, and the page says which one it is", () => {
  const own = (one, other) =>
    Object.entries(one.kinds).flatMap(([kind, all]) => {
      const names = new Set((other.kinds[kind] ?? []).map(({ path }) => path));
      const only = all.filter(({ path }) => !names.has(path)).at(-1);
      return only ? [[kind, only]] : [];
    });
  for (const [kind, only] of own(published, demonstration)) {
    for (const query of ["", "?edition=demonstration", "?as-of=2027-h1&edition=demonstration"]) {
      test(`published, ${kind}: /${only.path}/${query}`, async () => {
        const { page, context, problems } = await visit(`${only.path}/${query}`);
        await page.waitForURL(/edition=published/);
        await settled(page);
        assert.ok((await page.locator("main").innerText()).includes(only.name));
        assert.equal(await page.locator(".other-edition").count(), 1);
        assert.deepEqual(problems, []);
        await context.close();
      });
    }
  }
  for (const [kind, only] of own(demonstration, published)) {
    test(`demonstration, ${kind}: /${only.path}/?edition=published`, async () => {
      const { page, context, problems } = await visit(`${only.path}/?edition=published`);
      await page.waitForURL((url) => !url.search.includes("edition"));
      await settled(page);
      assert.ok((await page.locator("main").innerText()).includes(only.name));
      assert.equal(await page.locator(".banner").count(), 1);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
});

for (const path of ["parks/no-such-park", "lists/no-such-list", "work/no-such-report"]) {
  test(`/${path}/ is nobody's`, async () => {
    const opened = await open(browser, site, { allow: (problem) => /404/.test(problem) });
    await opened.page.goto(site.url(path));
    await settled(opened.page);
    assert.equal(await heading(opened.page), "没有这一页");
    assert.deepEqual(opened.problems, []);
    await opened.context.close();
  });
}
