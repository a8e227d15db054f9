// Size budgets. The absolute ones are the design's; `sizes.json` holds what was accepted last, and a
// growth of more than 2% over it fails until `cargo xtask sizes` accepts it in the same change.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, test } from "node:test";

import { launch, open, settled } from "./lib/browser.mjs";
import { dist, fileOf, pages, serve } from "./lib/site.mjs";

const KILOBYTE = 1000;
/**
 * In bytes, compressed with gzip. `wasm` is the first part, which every page waits for; `charts` is ECharts,
 * which no page waits for. `usable` is all that Home asks for until its program stands, as a host sends it that hands
 * on the Brotli copies beside the files (docs/deployment.md); `first_view` is the same for a host that knows gzip
 * alone, and may only not grow.
 */
const BUDGETS = { wasm: 250 * KILOBYTE, charts: 200 * KILOBYTE, usable: 380 * KILOBYTE };
/** Until something is seen: the page, its styles and the script before them; longer for what is a document. */
const FIRST_PAINT = { bytes: 60 * KILOBYTE, document: 90 * KILOBYTE, requests: 4 };
/**
 * Requests of a page until it can be used, and one of each kind of page. The ladder tells how long the rules have said
 * what they say of a park, and how its conditions stood on the eve of a step: that is in the file of each park that it
 * lists, which are counted apart.
 */
const REQUESTS = 20;
const HISTORY = /\/park-[^/]+\.json$/;
const KINDS = ["", "map", "ladder", "rankings", "parks/demo-chengye", "lists", "progress", "method", "assess", "compare"];
const DOCUMENTS = /^(en\/)?(method|progress|glossary|about)(\/|$)/;
const GROWTH = 1.02;
const ACCEPTED = path.resolve(import.meta.dirname, "../../sizes.json");

/** What a host sends of a file to a reader who takes gzip: the copy that the build left beside it, if it did. */
const sent = (file, ending) => (fs.statSync(file + ending, { throwIfNoEntry: false }) ?? fs.statSync(file)).size;
const gzipped = (file) => sent(file, ".gz");

/** The files that a page asks for until it can be used, by the page's address, in their order. */
const asks = new Map();
let sizes;
let asked;
before(async () => {
  const browser = await launch();
  const site = await serve();
  for (const address of KINDS) {
    assert.ok(pages.some((page) => page.path === address), `no page /${address}`);
    const { page, context } = await open(browser, site);
    const files = [];
    page.on("request", (request) => {
      if (request.url().startsWith(site.origin)) files.push(fileOf(new URL(request.url()).pathname));
    });
    await page.goto(site.url(address));
    await settled(page);
    // Home is counted with all that comes after.
    if (address === "") await page.waitForLoadState("networkidle");
    asks.set(address, files);
    await context.close();
  }
  await browser.close();
  site.close();

  const files = new Set(asks.get(""));
  asked = [...files];

  const app = fs.readdirSync(path.join(dist, "app"));
  const named = (form) => app.filter((name) => form.test(name)).reduce((sum, name) => sum + gzipped(path.join(dist, "app", name)), 0);
  sizes = {
    wasm: named(/^portal-.*\.wasm$/),
    // The parts that come with a page, all pages together.
    packs: named(/^pack-.*\.bin$/),
    charts: named(/^charts-.*\.js$/),
    script: named(/^(?!charts-).*\.js$/),
    style: named(/\.css$/),
    // Everything that Home asks for, data included, counted once each.
    first_view: [...files].reduce((sum, file) => sum + gzipped(file), 0),
    usable: [...files].reduce((sum, file) => sum + sent(file, ".br"), 0),
  };
  console.log(sizes);
  if (process.env.ACCEPT_SIZES) fs.writeFileSync(ACCEPTED, `${JSON.stringify(sizes, null, 2)}\n`);
});

for (const [name, budget] of Object.entries(BUDGETS)) {
  test(`${name} keeps its budget of ${budget / KILOBYTE} kB`, () => {
    assert.ok(sizes[name] <= budget, `found ${sizes[name] / KILOBYTE} kB`);
  });
}

test("every page is seen after its HTML, its styles and one script", () => {
  const over = [];
  for (const { path: address } of pages) {
    const file = path.join(dist, address, "index.html");
    const html = fs.readFileSync(file, "utf8");
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => path.join(path.dirname(file), href));
    const files = [file, path.join(path.dirname(file), "theme.js"), ...styles];
    const bytes = files.reduce((sum, one) => sum + gzipped(one), 0);
    const budget = DOCUMENTS.test(address) ? FIRST_PAINT.document : FIRST_PAINT.bytes;
    if (bytes > budget || files.length > FIRST_PAINT.requests) over.push(`/${address}: ${bytes} bytes in ${files.length} requests`);
  }
  assert.deepEqual(over, []);
});

test(`a page asks for no file twice, and for no more than ${REQUESTS} until it can be used`, () => {
  const over = [];
  for (const [address, files] of asks) {
    const histories = address === "ladder" ? files.filter((file) => HISTORY.test(file)).length : 0;
    console.log(`/${address}: ${files.length} requests, of them ${histories} for parks that it lists`);
    const again = files.filter((file, i) => files.indexOf(file) < i);
    if (files.length - histories > REQUESTS || again.length > 0) over.push(`/${address}: ${files.length}, again ${again}`);
  }
  assert.deepEqual(over, []);
});

test("the first view asks for no charts", () => {
  assert.ok(asked.length > 0, "the first view asked for nothing");
  assert.deepEqual(asked.filter((file) => /charts-/.test(file)), []);
});

test("nothing has grown by more than 2% since its size was accepted", () => {
  const accepted = JSON.parse(fs.readFileSync(ACCEPTED, "utf8"));
  assert.deepEqual(Object.keys(accepted), Object.keys(sizes), "run `cargo xtask sizes` to accept");
  const grown = Object.keys(sizes).filter((name) => sizes[name] > accepted[name] * GROWTH);
  assert.deepEqual(
    grown.map((name) => `${name}: ${accepted[name]} → ${sizes[name]}`),
    [],
    "say why in the change, and run `cargo xtask sizes` to accept",
  );
});
