import { readFileSync } from "node:fs";
import { parseSeason } from "./dist/src/model/index.js";
import { compile } from "./dist/src/problem/compile.js";
import { createHash } from "node:crypto";
const season = parseSeason(JSON.parse(readFileSync(process.argv[2], "utf8")));
for (let i = 0; i < 2; i++) {
const a = process.cpuUsage(); const w = performance.now(); const p = compile(season); const u = process.cpuUsage(a); console.log("compile", Math.round((u.user + u.system)/1000), "ms cpu", Math.round(performance.now() - w), "wall");
const h = createHash("sha256"); for (const [k, v] of Object.entries(p.data)) if (ArrayBuffer.isView(v)) { h.update(k); h.update(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)); } else if (k !== "shape") h.update(JSON.stringify(v)); console.log(h.digest("hex").slice(0, 16), "C", p.data.candidateTrainer.length, "E", p.data.entryCandidate.length); }
