#!/usr/bin/env node
/**
 * Writes data/demo/season.json: an invented season of Haaglanden and Rijnmond in the spring of 2027, about forty trainers
 * and ninety sessions. The same seed gives the same file to the byte. Its parts are in scripts/demo-season/.
 *
 * usage: node scripts/make-demo-season.mjs [--out FILE]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { agree, makeProgrammes } from "./demo-season/agreed.mjs";
import { FROM, TO } from "./demo-season/calendar.mjs";
import { chance } from "./demo-season/chance.mjs";
import { PAIRS } from "./demo-season/orders.mjs";
import { makePool } from "./demo-season/pool.mjs";
import { makeSessions } from "./demo-season/sessions.mjs";

const SEED = 20270201;
/** Fit and journeys count most, then even shares and familiar duos; fees are kept by the budgets. */
const WEIGHTS = {
  unstaffed: 1000,
  background: 40,
  depth: 15,
  travelKm: 1,
  discouraged: 30,
  slot: 10,
  pair: 8,
  fee: 0,
  fairness: 6,
  activation: 0,
  continuity: 25,
  change: 60,
  move: 100,
};

const root = new URL("../data/", import.meta.url);
const items = (name) => JSON.parse(readFileSync(new URL(name, root), "utf8")).items;

/** One line for each trainer, session and other entry, so that a change is easy to see. */
function write(season) {
  const lines = Object.entries(season).map(([key, value]) =>
    Array.isArray(value)
      ? `  ${JSON.stringify(key)}: [\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`
      : `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

function main(args) {
  const out = args[0] === "--out" && args[1] ? args[1] : fileURLToPath(new URL("demo/season.json", root));
  const municipalities = items("municipalities.json");
  const used = new Set();
  const placeOf = (name) => {
    const found = municipalities.find((entry) => entry.name === name);
    if (!found) throw new Error(`no municipality is called ${name}: see data/municipalities.json`);
    used.add(found.code);
    return found.code;
  };
  const themes = items("themes.json").map((theme) => theme.id);
  const menu = new Map(items("menu.json").map((item) => [item.id, item]));

  // trainers and sessions draw from chance apart, so that a change in one table leaves the other as it was
  const trainers = makePool(themes, placeOf, chance(SEED));
  const { sessions, series } = makeSessions(menu, placeOf, chance(SEED + 1));
  const programmes = makeProgrammes(sessions, trainers);
  const published = agree(sessions, trainers);
  const places = municipalities
    .filter((entry) => used.has(entry.code))
    .map(({ code, name, lat, lon }) => ({ id: code, name, lat, lon }));
  const pairs = PAIRS.map(([a, b, cost]) => ({ a, b, cost }));
  const season = {
    format: "koppel-season/1",
    id: "haaglanden-rijnmond-2027",
    timeZone: "Europe/Amsterdam",
    from: FROM,
    to: TO,
    places,
    trainers,
    sessions,
    series,
    programmes,
    pairs,
    published,
    weights: WEIGHTS,
  };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, write(season));
  console.log(`${trainers.length} trainers and ${sessions.length} sessions written to ${out}`);
}

main(process.argv.slice(2));
