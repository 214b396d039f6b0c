/**
 * Reads every file of the folders of a folder into one database, each by itself, as `koppel pool import` does, and tells as JSON what was
 * refused, what stands in the tables after all of it, and the most memory that the process ever had.
 * Run as: node import-all.mjs DIST FOLDER
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [dist, folder] = process.argv.slice(2);
const from = (file) => import(path.join(dist, "src", file));
const { readTablesOf } = await from("sheets/read.js");
const { FileFault } = await from("sheets/types.js");
const { importTables, issueText, SheetsRefused } = await from("pool/exchange/index.js");
const { createStore } = await from("pool/store/index.js");
const { readChoices } = await from("faces/cli/data-files.js");

const store = createStore(path.join(folder, "pool.db"), {
  key: null,
  now: () => "2027-01-01T00:00:00Z",
  ledger: path.join(folder, "ledger"),
});
const actor = { id: "c1", role: "coordinator", organisation: "o1" };
const choices = await readChoices();
const tables = ["organisations", "trainers", "availability", "clients", "locals", "programmes", "sessions", "consents"];

function refusalOf(file) {
  try {
    const name = path.basename(file, path.extname(file));
    importTables(store, actor, [{ file: "file", tables: readTablesOf(readFileSync(file), name) }], choices, false);
    return null;
  } catch (error) {
    if (error instanceof SheetsRefused) return error.issues;
    if (error instanceof FileFault) {
      return [{ file: "file", sheet: null, row: null, column: null, problem: error.problem }];
    }
    throw new Error(`${file}: neither refused nor imported`, { cause: error });
  }
}

const refused = [];
const texts = [];
for (const own of readdirSync(folder).sort()) {
  if (!/^\d+$/.test(own)) continue;
  const [file] = readdirSync(path.join(folder, own));
  const issues = refusalOf(path.join(folder, own, file));
  refused.push(issues);
  texts.push(
    JSON.stringify(issues) +
      ["nl", "en"].map((lang) => (issues ?? []).map((one) => issueText(one, lang)).join("\n")).join("\n"),
  );
}
const rows = tables.reduce((sum, table) => sum + store.db.prepare(`SELECT count(*) AS n FROM ${table}`).get().n, 0);
const peakMiB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ refused, texts, rows, peakMiB }));
