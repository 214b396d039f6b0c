#!/usr/bin/env node
/**
 * The house rules as a script that `npm test` runs: who may import whom, no cycles, small files, no clock or thread where
 * none belongs, nothing that ties the repository to one machine. Its parts are in scripts/house/.
 *
 * usage: node scripts/house-rules.mjs [ROOT]     exit 0: kept; 1: broken, each with file, line and what to do
 */
import { fileURLToPath } from "node:url";
import { judgeHouse } from "./house/all.mjs";

const { programs, faults } = judgeHouse(process.argv[2] ?? fileURLToPath(new URL("../", import.meta.url)));
for (const { file, line, text } of faults) console.error(`${file}:${line}: ${text}`);
if (faults.length > 0) {
  console.error(`house rules: ${faults.length} broken`);
  process.exitCode = 1;
} else {
  console.log(`house rules: kept in ${programs} source files`);
}
