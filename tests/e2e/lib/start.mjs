// What every file of tests stands on: a browser, and the built site served to it.

import { after } from "node:test";

import { launch } from "./browser.mjs";
import { serve } from "./site.mjs";

/** Starts both for the tests of the file that calls, and closes them after the last of them. */
export async function started() {
  const [browser, site] = await Promise.all([launch(), serve()]);
  after(async () => {
    await browser.close();
    site.close();
  });
  return { browser, site };
}
