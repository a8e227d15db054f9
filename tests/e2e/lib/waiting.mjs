// Waiting for a state, never for a time.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";

/**
 * Reads until what was read is as wanted, and gives it; fails with what was read last. What cannot be read yet (it
 * throws) is read again.
 */
export async function until(what, read, wanted) {
  let last;
  for (const end = Date.now() + 10_000; Date.now() < end; await setTimeout(20)) {
    last = await read().catch((error) => error);
    if (!(last instanceof Error) && wanted(last)) return last;
  }
  assert.fail(`waited in vain: ${what}, last ${last instanceof Error ? last : JSON.stringify(last)?.slice(0, 500)}`);
}

/** What the browser's database holds of self-assessments, and what the portal remembers beside it. */
export const stored = (page) =>
  page.evaluate(async () => {
    const request = indexedDB.open("zcp");
    const database = await new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const all = database.transaction("sheets").objectStore("sheets").getAll();
    await new Promise((done) => (all.onsuccess = done));
    database.close();
    return { sheets: all.result.map((text) => JSON.parse(text)), draft: localStorage.getItem("zcp.draft") };
  });

/** Waits until what the database holds is as wanted. */
export const storedAs = (page, wanted) => until("the database", () => stored(page), wanted);

/** Lets the page's own timers run, in a page whose clock is `page.clock.install()`: nothing waits any more after it. */
export const timersDone = (page) => page.clock.runFor(5000);
