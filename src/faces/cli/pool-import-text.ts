/** What an import tells of what changes. */
import { type ImportOutcome, type Lang, SHEETS } from "../../pool/exchange/index.js";
import { limited } from "./spreadsheets.js";

const WORDS = {
  nl: {
    dryRun: "Proef: er is niets gewijzigd. Dit zou inlezen doen:",
    counts: (added: number, changed: number, same: number) =>
      `${added} nieuw, ${changed} gewijzigd, ${same} ongewijzigd`,
    nothing: "Er staat niets in om in te lezen.",
  },
  en: {
    dryRun: "Dry run: nothing was changed. An import would do this:",
    counts: (added: number, changed: number, same: number) => `${added} added, ${changed} changed, ${same} unchanged`,
    nothing: "There is nothing in it to import.",
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
      if (what === "unchanged") return [];
      return what === "added" ? [`+ ${code}`] : [`~ ${code}: ${fields.map((field) => field[lang]).join(", ")}`];
    });
    const head = `${sheet.name[lang]}: ${words.counts(count("added"), count("changed"), count("unchanged"))}`;
    return [`${head}\n${limited(lines, lang)}`];
  });
  return `${dryRun ? `${words.dryRun}\n` : ""}${parts.join("")}`;
}
