// Writes a scenarios file in which each trainer of a season leaves in turn:
//   node docs/examples/leaves.mjs SEASON > scenarios.json
import { readFile } from "node:fs/promises";
import { eachTrainerLeaves, readSeason, scenariosFile } from "koppel";

const season = readSeason(await readFile(process.argv[2]));
console.log(JSON.stringify(scenariosFile(eachTrainerLeaves(season))));
