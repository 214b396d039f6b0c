#!/usr/bin/env node
/**
 * Writes the participants of the demo, all of them invented, into data/demo/programme: participants.json, thirty people who signed up
 * for the training of two groups, and the list that they filled in, participants-filled.csv; and region-participants-filled.csv, forty
 * people of a region, who say in which municipalities they can be. The same seeds give the same bytes.
 *
 * usage: node scripts/make-demo-participants.mjs [--out FOLDER]
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chance } from "./demo-season/chance.mjs";

const SEED = 20270416;
const DATES = ["2027-06-03", "2027-06-08", "2027-06-10", "2027-06-15"];
const REGION_SEED = 20270495;
const REGION_DATES = ["2027-06-03", "2027-06-08", "2027-06-10"];
/** Municipalities of the region, each as often as its share of the people. */
const REGION_PLACES = ["Delft", "Delft", "Delft", "Zoetermeer", "Zoetermeer", "Leidschendam-Voorburg"];

function main(args) {
  const out =
    args[0] === "--out" && args[1] ? args[1] : fileURLToPath(new URL("../data/demo/programme", import.meta.url));
  const participants = town();
  const file = { format: "koppel-participants/1", dates: DATES, groups: 2, most: 16, colleagues: "spread" };
  const lines = participants.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
  writeFileSync(
    path.join(out, "participants.json"),
    `${JSON.stringify(file, null, 2).slice(0, -2)},\n  "participants": [\n${lines}\n  ]\n}\n`,
  );
  writeFileSync(path.join(out, "participants-filled.csv"), filledIn(participants, DATES));
  writeFileSync(path.join(out, "region-participants-filled.csv"), filledIn(region(), REGION_DATES));
}

function town() {
  const { whole, odds } = chance(SEED);
  return Array.from({ length: 30 }, (_, i) => {
    const kind = i < 18 ? "formal" : "informal";
    const woman = odds(0.7);
    return {
      code: `d${String(i + 1).padStart(2, "0")}`,
      kind,
      organisation: `${kind === "formal" ? "org" : "netwerk"}-${whole(1, 5)}`,
      languages: odds(0.3) ? ["nl", "ar"] : ["nl"],
      woman,
      womenOnly: woman && odds(0.1),
      dates: DATES.filter((_, d) => d === i % 2 || odds(0.6)),
    };
  });
}

/** Each can be where she lives; some in one more municipality, some say nothing of it. */
function region() {
  const { whole, pick, odds } = chance(REGION_SEED);
  return Array.from({ length: 40 }, (_, i) => {
    const kind = i < 22 ? "formal" : "informal";
    const home = pick(REGION_PLACES);
    const woman = odds(0.7);
    return {
      code: `r${String(i + 1).padStart(2, "0")}`,
      kind,
      organisation: `${kind === "formal" ? "org" : "netwerk"}-${whole(1, 7)}`,
      languages: odds(0.3) ? ["nl", "ar"] : ["nl"],
      woman,
      womenOnly: woman && odds(0.08),
      dates: REGION_DATES.filter((_, d) => d === i % 3 || odds(0.5)),
      places: odds(0.1) ? [] : [...new Set([home, ...(odds(0.3) ? [pick(REGION_PLACES)] : [])])],
    };
  });
}

/** A list as a Dutch spreadsheet exports it: a column for each question, and one for each day. */
function filledIn(participants, dates) {
  const inRegion = participants.some(({ places }) => places !== undefined);
  const head = ["Code", "Soort", "Organisatie", "Talen", "Vrouw", "Alleen met vrouwen", ...dates.map(columnOf)];
  const rows = participants.map((one) => [
    one.code,
    one.kind === "formal" ? "Formeel" : "Informeel",
    one.organisation,
    one.languages.join(", "),
    tick(one.woman),
    tick(one.womenOnly),
    ...dates.map((date) => tick(one.dates.includes(date))),
    ...(inRegion ? [one.places.join(", ")] : []),
  ]);
  return [[...head, ...(inRegion ? ["Plaatsen"] : [])], ...rows].map((row) => `${row.join(";")}\n`).join("");
}
const columnOf = (date) => `Dagen: ${date}`;
const tick = (is) => (is ? "x" : "");

main(process.argv.slice(2));
