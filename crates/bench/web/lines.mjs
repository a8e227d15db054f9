// The core rule of an assessment in plain JavaScript floats, as fast as it can be written: JSON.parse, sums, one
// comparison. No mistake is told, nothing is exact, no guiding indicator is judged. It stands beside the exact
// engine in `cargo xtask bench`.
//
// The exact engine runs beside it in the same V8, as WebAssembly.
//
// node lines.mjs FILE.jsonl FACTORS.json REPEATS PACKAGE RULEBOOK.json

import fs from "node:fs";
import path from "node:path";

const [file, factors, repeats, folder, rulebook] = process.argv.slice(2);
const set = JSON.parse(fs.readFileSync(factors, "utf8"));
const lines = fs.readFileSync(file, "utf8").split("\n").filter(Boolean);
const fuels = new Map(set.fuels.map((fuel) => {
  const tce = +fuel.kgce * (fuel.unit === "t" ? 1 : 10);
  const converted = fuel.ncv_gj_per_unit * fuel.carbon_t_per_gj * 44 / 12;
  return [fuel.id, { tce, converted, burnt: converted * fuel.oxidation }];
}));
const OTHER = +set.other_power_t_per_mwh.value;
const HEAT = +set.fossil_heat_t_per_gj.value;
const HEAT_TCE = +set.heat_tce_per_gj.value;

function met(text) {
  const file = JSON.parse(text);
  const equivalent = +(file.conventions?.electricity_tce_per_mwh ?? 0.3);
  let emissions = 0;
  let energy = 0;
  for (const entry of file.fuels ?? []) {
    const { tce, burnt } = fuels.get(entry.fuel);
    if (entry.use === "combustion") emissions += entry.amount * (entry.t_per_unit ?? burnt);
    energy += entry.amount * (entry.tce_per_unit ?? tce);
  }
  for (const conversion of file.conversions ?? []) {
    for (const [list, sign] of [[conversion.inputs, 1], [conversion.outputs, -1]]) {
      for (const entry of list ?? []) {
        const { tce, converted } = fuels.get(entry.fuel);
        emissions += sign * entry.amount * (entry.t_per_unit ?? converted);
        energy += sign * entry.amount * (entry.tce_per_unit ?? tce);
      }
    }
  }
  for (const [list, sign] of [[file.electricity?.received, 1], [file.electricity?.sent, -1]]) {
    for (const { source, mwh } of list ?? []) {
      if (source === "other") emissions += sign * mwh * OTHER;
      energy += sign * mwh * equivalent;
    }
  }
  energy += +(file.electricity?.self_used_non_fossil_mwh ?? 0) * equivalent;
  for (const [list, sign] of [[file.heat?.received, 1], [file.heat?.sent, -1]]) {
    for (const { source, gj, t_per_gj } of list ?? []) {
      if (source === "fossil") emissions += sign * gj * (t_per_gj ?? HEAT);
      energy += sign * gj * HEAT_TCE;
    }
  }
  for (const { tonnes, t_per_t } of file.processes ?? []) emissions += tonnes * t_per_t;
  return energy >= 200000 && emissions <= (energy < 1000000 ? 0.2 : 0.3) * energy;
}

let best = Infinity;
let count = 0;
for (let run = 0; run < +repeats; run += 1) {
  const started = process.hrtime.bigint();
  count = 0;
  for (const line of lines) if (met(line)) count += 1;
  best = Math.min(best, Number(process.hrtime.bigint() - started) / 1e9);
}

const engine = await import(path.resolve(folder, "bench.js"));
engine.initSync({ module: fs.readFileSync(path.join(folder, "bench_bg.wasm")) });
const [text, rules] = [lines.join("\n"), fs.readFileSync(rulebook)];
let exact = [Infinity, Infinity, 0];
for (let run = 0; run < +repeats; run += 1) {
  const [whole, alone, met] = engine.time_lines(text, rules);
  exact = [Math.min(exact[0], whole), Math.min(exact[1], alone), met];
}
const [whole, alone, met_exactly] = exact;
console.log(JSON.stringify({ seconds: best, met: count, wasm: { whole, alone, met: met_exactly } }));
