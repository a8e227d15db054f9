// What was cited is opened again as it was, and an address that names what was never published shows nothing in its
// place.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { parks } from "./lib/parks.mjs";
import { dist, portal, root, serve } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

/** A page, at what the address names, with the problems that it had. */
async function visit(host, address) {
  const opened = await open(browser, host);
  await opened.page.goto(host.url(address));
  await settled(opened.page);
  return opened;
}

const state = (page) => page.locator('main [data-state="no-such-state"]');

for (const [spoilt, edition] of [
  ["edition=published.", "公开"],
  ["edition=published%E3%80%82", "公开"],
  ["edition=Published", "公开"],
  ["edition=published%23top", "公开"],
  ["edition=published%EF%BC%89&from=timeline&isappinstalled=0", "公开"],
  ["edition=demonstration&as-of=2028-h2.", "2028-12-31"],
]) {
  test(`?${spoilt} is read as what it means`, async () => {
    const { page, context, problems } = await visit(site, `lists/?${spoilt}`);
    assert.equal(await state(page).count(), 0);
    assert.match(await page.locator(".colophon .edition").innerText(), new RegExp(edition));
    assert.deepEqual(problems, []);
    await context.close();
  });
}

for (const [at, unknown, page] of [
  ["rankings/?level=county", "county", "rankings"],
  ["rankings/?league=baotouu", "baotouu", "rankings"],
  ["en/rankings/?stage=finished&sort=core", "finished", "en/rankings"],
  ["ladder/?since=2019-h1", "2019-h1", "ladder"],
  ["progress/?department=finance-bureau", "finance-bureau", "progress"],
  ["map/?view=globe", "globe", "map"],
]) {
  test(`${at} says that there is no such choice and shows no other in its place`, async () => {
    const { page: tab, context, problems } = await visit(site, at);
    const said = tab.locator('main [data-state="no-such-choice"]');
    await said.waitFor();
    assert.match(await said.innerText(), new RegExp(unknown));
    assert.equal(await tab.locator("#ranking, .comparison, .task-group, .map-figure svg").count(), 0);
    await said.getByRole("link").click();
    await settled(tab);
    assert.match(tab.url(), new RegExp(`/${page}/$`));
    assert.equal(await said.count(), 0);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

for (const [unknown, asked] of [
  ["edition=publishedd", "publishedd"],
  ["as-of=2031-h1", "2031-h1"],
  ["as-of=2999-01-01", "2999-01-01"],
  ["version=0123456789", "0123456789"],
  ["edition=published&as-of=2027-h1", "2027-h1"],
]) {
  test(`?${unknown} shows nothing in its place, on any page`, async () => {
    for (const at of ["", "en/lists", "parks/demo-cuijia", "rankings"]) {
      const { page, context, problems } = await visit(site, `${at}${at && "/"}?${unknown}`);
      assert.match(await state(page).innerText(), new RegExp(asked), at);
      assert.equal(await page.locator("main table, main figure, main .ladder").count(), 0, at);
      assert.deepEqual(problems, []);
      await state(page).getByRole("link").click();
      await settled(page);
      assert.equal(await state(page).count(), 0, `${at}: the way out`);
      await context.close();
    }
  });
}

test("a messenger's from= is not taken for the page of a report", async () => {
  const wrong = await visit(site, "about/?from=timeline&isappinstalled=0");
  assert.equal(await wrong.page.locator("#report-page").inputValue(), "");
  await wrong.context.close();
  const right = await visit(site, "about/?from=parks%2Fdemo-cuijia");
  assert.match(await right.page.locator("#report-page").inputValue(), /parks\/demo-cuijia\/$/);
  await right.context.close();
});

test("a citation carries the version in full, and no full stop touches its address", async () => {
  const { page, context } = await visit(site, "rankings/?as-of=2027-h1");
  const cited = (await page.locator(".cite-text").first().innerText()).trim();
  const [address] = cited.match(/https?:\S+$/);
  const catalogue = JSON.parse(fs.readFileSync(path.join(dist, "data/catalog.json"), "utf8"));
  const listed = catalogue.editions.find(({ id }) => id === "demonstration");
  assert.equal(new URL(address).searchParams.get("version"), listed.index.sha256);
  assert.equal(new URL(address).searchParams.get("as-of"), "2027-h1");
  await page.goto(address);
  await settled(page);
  assert.equal(await page.locator(".notice").innerText().then((said) => /版本/.test(said)), false, "it is the present one");
  await context.close();
});

// A site whose published edition has been published twice, with other words in between.
const copy = fs.mkdtempSync(path.join(os.tmpdir(), "versions-"));
after(() => fs.rmSync(copy, { recursive: true, force: true }));
fs.cpSync(path.join(root, "data"), path.join(copy, "data"), { recursive: true });
const archive = path.join(copy, "archive");
const publish = (day) => {
  const SOURCE_DATE_EPOCH = String(Date.parse(day) / 1000);
  const [data, made] = [path.join(copy, "data"), path.join(copy, "dist")];
  parks(["build", "--data", data, "--site", made, "--portal", portal, "--archive", archive], {
    env: { ...process.env, SOURCE_DATE_EPOCH },
  });
  return JSON.parse(fs.readFileSync(path.join(copy, "dist/data/catalog.json"), "utf8"));
};
const version = (catalogue) => catalogue.editions.find(({ id }) => id === "published").index.sha256;
const cited = version(publish("2026-11-28"));
const file = path.join(copy, "data/editions/published/not-published.toml");
const kept = fs.readFileSync(file, "utf8");
fs.writeFileSync(file, kept.replace(/zh = "/, 'zh = "【后来改写】'));
const now = version(publish("2026-12-05"));
const later = await serve({ folder: path.join(copy, "dist") });
after(() => later.close());

test("a version that was cited opens as it was, says so, and leads to what is published now", async () => {
  assert.notEqual(cited, now);
  const present = await visit(later, "?edition=published");
  assert.match(await present.page.locator("main").innerText(), /后来改写/);
  assert.equal(await present.page.locator(".notice").count(), 0);
  await present.context.close();

  for (const asked of [cited, cited.slice(0, 10), `${cited.toUpperCase()}.`]) {
    const { page, context, problems } = await visit(later, `?version=${asked}`);
    assert.doesNotMatch(await page.locator("main").innerText(), /后来改写/, asked);
    assert.match(await page.locator(".notice").innerText(), new RegExp(`2026.*${cited.slice(0, 10)}`), asked);
    assert.match(await page.locator(".colophon code").innerText(), new RegExp(cited.slice(0, 10)));
    // The version goes along to other pages.
    await page.locator("header nav").getByRole("link", { name: "名单" }).first().click();
    await settled(page);
    assert.match(page.url(), new RegExp(`version=${cited.slice(0, 10)}`, "i"));
    await page.locator(".notice").getByRole("link").click();
    await settled(page);
    assert.equal(await page.locator(".notice").count(), 0);
    assert.deepEqual(problems, []);
    await context.close();
  }
});

test("a version of one edition is not opened as another", async () => {
  const { page, context } = await visit(later, `?edition=demonstration&version=${cited}`);
  assert.equal(await state(page).count(), 1);
  await context.close();
});

test("the page of versions lists both, with what changed and the way to each", async () => {
  const { page, context, problems } = await visit(later, "versions/?edition=published");
  const rows = page.locator("table.versions tbody tr");
  assert.equal(await rows.count(), 2);
  assert.match(await rows.first().innerText(), /2026-12-05/);
  assert.match(await rows.last().innerText(), /第一次公布/);
  await rows.last().getByRole("link", { name: "打开这一版本" }).click();
  await settled(page);
  assert.match(page.url(), new RegExp(cited));
  assert.deepEqual(problems, []);
  await context.close();
});
