#!/bin/sh
# vega.sh: the transforms of bench_transform's main row (filter, calculate, aggregate over a million
# rows) in Node's vega, where `npm install vega` has put it into the current folder or NODE_PATH.
set -eu
command -v node >/dev/null || { echo "vega: skipped, there is no node"; exit 0; }
node --input-type=module -e '
import { createRequire } from "node:module";
let vega;
try {
  vega = await import("vega");
} catch {
  try { vega = createRequire(process.cwd() + "/")("vega"); } catch { console.log("vega: skipped, it is not installed"); process.exit(0); }
}
const rows = Array.from({ length: 1e6 }, (_, i) => ({ g: "g" + (i % 100), v: (i * 7919) % 1000 }));
const spec = { data: [{ name: "t", values: rows, transform: [
  { type: "filter", expr: "datum.v > 100" },
  { type: "formula", expr: "datum.v * 2 + 1", as: "w" },
  { type: "aggregate", groupby: ["g"], ops: ["mean"], fields: ["w"], as: ["m"] } ] }] };
const start = performance.now();
await new vega.View(vega.parse(spec)).runAsync();
console.log(`vega on node: filter, calculate, aggregate of 1,000,000 rows: ${Math.round(performance.now() - start)} ms`);
'
