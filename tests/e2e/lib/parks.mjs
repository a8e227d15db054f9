// The publisher's command line, as this checkout builds it.

import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const program = process.env.PARKS
  ? [process.env.PARKS]
  : [process.env.CARGO ?? "cargo", "run", "--quiet", "--locked", "--package", "parks", "--"];

/** Runs the command line and gives what it prints; an exception with its errors where it refuses. */
export function parks(line, options = {}) {
  const [command, ...before] = program;
  const whole = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, ...options };
  const ran = spawnSync(command, [...before, ...line], whole);
  if (ran.status !== 0) throw new Error(`parks ${line[0]}: ${ran.error ?? ran.stderr}`);
  return ran.stdout;
}

/** What `parks assess` makes of an assessment file; an exception with its errors where it refuses. */
export function assess(input) {
  return JSON.parse(parks(["assess", "-", "--format", "json"], { input: JSON.stringify(input) }));
}
