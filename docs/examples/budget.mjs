// What would a budget from 20 % less to 20 % more do to a season?
//   node docs/examples/budget.mjs SEASON PLAN PROGRAMME [SECONDS]
import { readFile } from "node:fs/promises";
import { readPlan, readSeason, scenariosFile, solve, sweepBudget, whatif } from "koppel";

const [seasonFile, planFile, programme, seconds = "10"] = process.argv.slice(2);
const season = readSeason(await readFile(seasonFile), seasonFile);
const plan = readPlan(await readFile(planFile), season, planFile);

const scenarios = scenariosFile(sweepBudget(season, programme, { from: -20, to: 20, step: 10 }));
const { base, scenarios: found } = await whatif(season, scenarios, {
  plan, time: Number(seconds), threads: 2, view: "full", solve,
});

console.log(`base: ${base.staffed} sessions staffed, cost ${base.cost}`);
for (const { id, staffed, cost, better } of found) console.log(`${id}: ${staffed} staffed, cost ${cost}, better: ${better}`);
