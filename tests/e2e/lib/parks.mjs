// The publisher's command line, as this checkout builds it.

import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const program = process.env.PARKS
  ? [process.env.PARKS]
  : [process.env.CARGO ?? "cargo", "run", "--quiet", "--package", "parks", "--"];

/** What `parks assess` makes of an assessment file; an exception with its errors where it refuses. */
export function assess(input) {
  const [command, ...before] = program;
  const options = { cwd: root, input: JSON.stringify(input), encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  const ran = spawnSync(command, [...before, "assess", "-", "--format", "json"], options);
  if (ran.status !== 0) throw new Error(`parks assess: ${ran.error ?? ran.stderr}`);
  return JSON.parse(ran.stdout);
}
