// Every case of the contract that a form can express, typed field by field, gives the same result as
// `parks assess`, to the digit.
//
// Left out are the cases of refused files (crates/parks/tests/assess/bad): they are texts that are no assessment,
// as a truncated file, a key twice, a list for a number. Nobody can type them; how the form meets mistakes of its
// own is held in assess_form.test.mjs. What the form cannot tell apart either way are an amount of 0 in quotes
// or without, and an empty entry of a guiding indicator or none: the results are the same, and are compared.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { assess } from "./lib/parks.mjs";
import { started } from "./lib/start.mjs";
import { in_form_order, saved, type } from "./lib/typing.mjs";

const GOOD = path.resolve(import.meta.dirname, "../../crates/parks/tests/assess/good");
const cases = fs.readdirSync(GOOD).sort().map((file) => ({
  name: path.basename(file, ".json"),
  ...JSON.parse(fs.readFileSync(path.join(GOOD, file), "utf8")),
  // What differs by a check alone is held natively (crates/worksheet/tests/sheet.rs); a few stand for all here.
})).filter((one) => !one.expect["/checks"]?.length);

/** Typed letter by letter; the others have their fields filled at once. */
const BY_KEYS = "the worked vector of the facts";

const { browser, site } = await started();
const opened = await open(browser, site);
await opened.page.goto(site.url("assess"));
await settled(opened.page);

/** The figures without their trace. */
const figures = ({ trace, ...figures }) => figures;

for (const one of cases) {
  test(`typed: ${one.name}`, async () => {
    const { page, problems } = opened;
    await type(page, one.input, { keys: one.name === BY_KEYS });
    const typed = JSON.parse(await saved(page, "#save-result"));
    assert.deepEqual(figures(typed), figures(assess(one.input)));
    // The trace lists the sources in the order of the file; the form has an order of its own.
    assert.deepEqual(typed, assess(in_form_order(one.input)));
    assert.deepEqual(problems, []);
  });
}

test("one case was typed letter by letter", () => {
  assert.equal(cases.filter((one) => one.name === BY_KEYS).length, 1);
});
