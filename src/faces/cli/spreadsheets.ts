/** What is said of spreadsheets that are refused, or doubtful: everything at once, in the language asked for. */
import { type Lang, visible } from "../../papers/index.js";
import { issueText, type SheetIssue, SheetsRefused } from "../../pool/exchange/issues.js";
import { EXIT } from "./errors.js";
import type { Io } from "./io.js";

/** How many lines are printed before the rest is counted; `--json` has them all. */
const MOST_LINES = 200;

const WORDS = {
  nl: {
    refused: (n: number) =>
      n === 1 ? "er is iets mis; er is niets ingelezen" : `er zijn ${n} dingen mis; er is niets ingelezen`,
    unlisted: (n: number) =>
      `${n} ${n === 1 ? "waarde staat" : "waarden staan"} in geen keuzelijst; kijk na of het tikfouten zijn`,
    more: (n: number) => `… en nog ${n}: met --json ziet u alles`,
  },
  en: {
    refused: (n: number) => `${n} ${n === 1 ? "thing is" : "things are"} wrong; nothing was imported`,
    unlisted: (n: number) =>
      `${n} ${n === 1 ? "value is" : "values are"} in no list; see whether they are typing errors`,
    more: (n: number) => `… and ${n} more: use --json to have them all`,
  },
} as const;

/** What `run` ends with; or, where spreadsheets are refused, what is wrong in them is told and the code is that of bad input. */
export async function orRefusal(
  io: Io,
  { lang, json }: { readonly lang: Lang; readonly json?: boolean | undefined },
  run: () => Promise<number>,
): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SheetsRefused)) throw error;
    if (json === true)
      await io.out(`${JSON.stringify({ problem: error.message, issues: issuesJson(error.issues) })}\n`);
    else io.err(issuesText(error.issues, lang));
    return EXIT.badInput;
  }
}

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

/** Lines, indented, as many as are printed. */
export function limited(lines: readonly string[], lang: Lang): string {
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > MOST_LINES) shown.push(WORDS[lang].more(lines.length - MOST_LINES));
  return shown.map((line) => `  ${visible(line)}\n`).join("");
}
