/** What an import tells of what changes. */
import { type ImportOutcome, type Lang, SHEETS } from "../../pool/exchange/index.js";
import { limited } from "./spreadsheets.js";

const WORDS = {
  nl: {
    dryRun: "Proef: er is niets gewijzigd. Dit zou inlezen doen:",
    counts: (added: number, changed: number, same: number) =>
      `${added} nieuw, ${changed} gewijzigd, ${same} ongewijzigd`,
    nothing: "Er staat niets in om in te lezen.",
    written: (count: number, fields: string) =>
      `  ${count === 1 ? "van 1" : `van ${count}`} ook geschreven, en niet vergeleken (u mag het niet zien): ${fields}`,
  },
  en: {
    dryRun: "Dry run: nothing was changed. An import would do this:",
    counts: (added: number, changed: number, same: number) => `${added} added, ${changed} changed, ${same} unchanged`,
    nothing: "There is nothing in it to import.",
    written: (count: number, fields: string) =>
      `  of ${count} also written, and not compared (you may not see it): ${fields}`,
  },
} as const;

/** What changes, kind by kind: new codes, and for those that change the columns. */
export function changesText({ changes }: ImportOutcome, dryRun: boolean, lang: Lang): string {
  const words = WORDS[lang];
  if (changes.length === 0) return `${words.nothing}\n`;
  const parts = SHEETS.filter(({ main }) => main).flatMap(({ sheet, entity }) => {
    const of = changes.filter((change) => change.entity === entity);
    if (of.length === 0) return [];
    const count = (what: string) => of.filter((change) => change.what === what).length;
    const lines = of.flatMap(({ what, code, fields }) => {
      if (what === "added") return [`+ ${code}`];
      return fields.length === 0 ? [] : [`~ ${code}: ${fields.map((field) => field[lang]).join(", ")}`];
    });
    const head = `${sheet.name[lang]}: ${words.counts(count("added"), count("changed"), count("unchanged"))}`;
    const unseen = of.filter(({ uncompared }) => uncompared.length > 0);
    const columns = [...new Set(unseen.flatMap(({ uncompared }) => uncompared.map((field) => field[lang])))];
    const written = unseen.length === 0 ? "" : `${words.written(unseen.length, columns.join(", "))}\n`;
    return [`${head}\n${limited(lines, lang)}${written}`];
  });
  return `${dryRun ? `${words.dryRun}\n` : ""}${parts.join("")}`;
}
