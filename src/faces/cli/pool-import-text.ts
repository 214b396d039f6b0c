/** What an import tells: what changes, and what is wrong. */

import { visible } from "../../papers/index.js";
import { type ImportOutcome, issueText, type Lang, SHEETS, type SheetIssue } from "../../pool/exchange/index.js";

/** How many lines are printed before the rest is counted; `--json` has them all. */
const MOST_LINES = 200;

const WORDS = {
  nl: {
    refused: (n: number) =>
      n === 1 ? "er is iets mis; er is niets ingelezen" : `er zijn ${n} dingen mis; er is niets ingelezen`,
    unlisted: (n: number) =>
      `${n} ${n === 1 ? "waarde staat" : "waarden staan"} in geen keuzelijst; kijk na of het tikfouten zijn`,
    more: (n: number) => `… en nog ${n}: met --json ziet u alles`,
    dryRun: "Proef: er is niets gewijzigd. Dit zou inlezen doen:",
    counts: (added: number, changed: number, same: number) =>
      `${added} nieuw, ${changed} gewijzigd, ${same} ongewijzigd`,
    nothing: "Er staat niets in om in te lezen.",
  },
  en: {
    refused: (n: number) => `${n} ${n === 1 ? "thing is" : "things are"} wrong; nothing was imported`,
    unlisted: (n: number) =>
      `${n} ${n === 1 ? "value is" : "values are"} in no list; see whether they are typing errors`,
    more: (n: number) => `… and ${n} more: use --json to have them all`,
    dryRun: "Dry run: nothing was changed. An import would do this:",
    counts: (added: number, changed: number, same: number) => `${added} added, ${changed} changed, ${same} unchanged`,
    nothing: "There is nothing in it to import.",
  },
} as const;

/** Everything that is wrong, a line each; or, as `notes`, what may be. */
export function issuesText(issues: readonly SheetIssue[], lang: Lang, notes = false): string {
  const head = (notes ? WORDS[lang].unlisted : WORDS[lang].refused)(issues.length);
  return `koppel: ${head}\n${limited(
    issues.map((issue) => issueText(issue, lang)),
    lang,
  )}`;
}

/** The same for scripts: places and wordings, no values. */
export function issuesJson(issues: readonly SheetIssue[]) {
  return issues.map(({ file, sheet, row, column, problem }) => ({ file, sheet, row, column, problem }));
}

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

function limited(lines: readonly string[], lang: Lang): string {
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > MOST_LINES) shown.push(WORDS[lang].more(lines.length - MOST_LINES));
  return shown.map((line) => `  ${visible(line)}\n`).join("");
}
