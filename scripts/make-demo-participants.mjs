#!/usr/bin/env node
/**
 * Writes data/demo/programme/participants.json: thirty invented people who signed up for the training of two groups, and beside it
 * the list that they filled in, participants-filled.csv. The same seed gives the same bytes.
 *
 * usage: node scripts/make-demo-participants.mjs [--out FOLDER]
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chance } from "./demo-season/chance.mjs";

const SEED = 20270416;
const DATES = ["2027-06-03", "2027-06-08", "2027-06-10", "2027-06-15"];

function main(args) {
  const out =
    args[0] === "--out" && args[1] ? args[1] : fileURLToPath(new URL("../data/demo/programme", import.meta.url));
  const { whole, odds } = chance(SEED);
  const participants = Array.from({ length: 30 }, (_, i) => {
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
  const file = { format: "koppel-participants/1", dates: DATES, groups: 2, most: 16, colleagues: "spread" };
  const lines = participants.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
  writeFileSync(
    path.join(out, "participants.json"),
    `${JSON.stringify(file, null, 2).slice(0, -2)},\n  "participants": [\n${lines}\n  ]\n}\n`,
  );
  writeFileSync(path.join(out, "participants-filled.csv"), filledIn(participants));
}

/** The list as a Dutch spreadsheet exports it: a column for each question, and one for each day. */
function filledIn(participants) {
  const days = DATES.map((date) => `Dagen: ${date}`);
  const head = ["Code", "Soort", "Organisatie", "Talen", "Vrouw", "Alleen met vrouwen", ...days];
  const tick = (is) => (is ? "x" : "");
  const rows = participants.map(({ code, kind, organisation, languages, woman, womenOnly, dates }) => [
    code,
    kind === "formal" ? "Formeel" : "Informeel",
    organisation,
    languages.join(", "),
    tick(woman),
    tick(womenOnly),
    ...DATES.map((date) => tick(dates.includes(date))),
  ]);
  return [head, ...rows].map((row) => `${row.join(";")}\n`).join("");
}

main(process.argv.slice(2));
