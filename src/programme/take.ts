/**
 * Whatever files of a programme somebody has, straight into the database: its papers, exports of a quick scan's answers, and lists
 * that were filled in, of participants and of what was held. All of them are kept or none, and all that is wrong in any of them is told at once.
 */
import { InputError, type InputIssue } from "../model/errors.js";
import type { Place } from "../model/types.js";
import { type SheetIssue, SheetsRefused } from "../pool/exchange/issues.js";
import { type Actor, assertMay, inTransaction, type Store } from "../pool/store/index.js";
import type { Wording } from "../sheets/types.js";
import { keepPaper, type PaperKind, paperOf } from "./dossier.js";
import { type IntakeSettings, intakeFromTable, placeOptions } from "./groups/participants-from-table.js";
import { heldFromTable, isHeldTable } from "./held-from-table.js";
import { type Answers, joined } from "./scan/answers.js";
import { answersFromTable } from "./scan/answers-from-table.js";
import { needsOf } from "./scan/needs.js";
import { listFacts, themesOf } from "./scan/questionnaire.js";
import type { StepFacts } from "./steps.js";
import { plain } from "./table/headings.js";
import { rowsOf } from "./table/rows.js";

export interface GivenFile {
  /** the item that groups are of; "" for everything else */
  readonly part: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** Where a list of participants says nothing of days and groups: what was asked for, or what holds of the list that is kept. */
export type ListSettings = IntakeSettings | null;

export interface TakingFacts extends Pick<StepFacts, "questionnaire" | "places" | "menu"> {
  /** what is wrong with a field of a file that is no spreadsheet, in both languages */
  readonly inWords: (issue: InputIssue) => Wording;
}

/** Whether bytes are JSON or gzip: told by how they begin, since endings lie. */
export function isJson(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return /^(\xef\xbb\xbf)?\s*[{[]/.test(start) || start.startsWith("\x1f\x8b");
}

/**
 * @param settings null: those of the participants that are kept
 * @returns the kinds of paper that are kept now; answers bring their outcome, `needs`, with them
 * @throws SheetsRefused or InputError with all that is wrong; StoreError `refused` by role
 */
export function takeFiles(
  store: Store,
  actor: Actor,
  programme: string,
  files: readonly GivenFile[],
  settings: ListSettings,
  { questionnaire, places, menu, inWords }: TakingFacts,
): readonly PaperKind[] {
  assertMay(store, actor, "programme");
  return inTransaction(store, () => {
    const wrong = new Wrong(inWords);
    const kinds: PaperKind[] = [];
    const keep = (bytes: Uint8Array, part: string, name: string) =>
      wrong.gather(name, () => kinds.push(keepPaper(store, actor, programme, bytes, part, name)));
    const keepValue = (value: unknown, name: string) => keep(Buffer.from(JSON.stringify(value)), "", name);
    const answers: Answers[] = [];
    for (const { part, name, bytes } of files)
      if (isJson(bytes)) keep(bytes, part, name);
      else
        wrong.gather(name, () => {
          if (part !== "")
            throw new InputError(name, [{ path: "", expected: "koppel-groups/1, where an item is given" }]);
          if (isHeldTable(bytes, name)) keepValue(heldFromTable(bytes, menu, name), name);
          else if (isParticipants(bytes, name)) {
            const { languages, skip } = listFacts(questionnaire);
            const asked = settings ?? settingsKept(store, actor, programme, places, name);
            keepValue(intakeFromTable(bytes, asked, languages, skip, name), name);
          } else answers.push(answersFromTable(bytes, questionnaire, name).answers);
        });
    if (answers.length > 0) {
      const all = joined(answers);
      keepValue(all, "the answers");
      keepValue(needsOf(all, themesOf(questionnaire)), "the outcome");
    }
    wrong.refuse();
    return kinds;
  });
}

/** A list of participants has their codes; answers have nobody's. */
function isParticipants(bytes: Uint8Array, name: string): boolean {
  const [heading] = rowsOf(bytes, name);
  return heading.cells.some((cell) => plain(cell) === "code");
}

function settingsKept(
  store: Store,
  actor: Actor,
  programme: string,
  known: readonly Place[],
  name: string,
): IntakeSettings {
  const kept = paperOf(store, actor, programme, "participants");
  if (kept === null)
    throw new InputError(name, [
      {
        path: "",
        expected: "the days and the number of groups beside a list of participants: give --date and --groups",
      },
    ]);
  const { dates, groups, most, colleagues, places = [] } = kept;
  return { dates, groups, most, colleagues, places: placeOptions(places, known, name) };
}

/** All that is wrong in several files. */
class Wrong {
  readonly #sheets: SheetIssue[] = [];
  readonly #inputs: InputError[] = [];

  constructor(readonly inWords: (issue: InputIssue) => Wording) {}

  /** Does a piece of work, and keeps what is wrong with its file for later. */
  gather(file: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof SheetsRefused) this.#sheets.push(...error.issues);
      else if (error instanceof InputError) {
        this.#inputs.push(error);
        for (const issue of error.issues)
          this.#sheets.push({ file, sheet: null, row: null, column: null, problem: this.inWords(issue) });
      } else throw error;
    }
  }

  /** @throws InputError where one file that is no spreadsheet is all that is wrong; else SheetsRefused */
  refuse(): void {
    const [only, another] = this.#inputs;
    if (only !== undefined && another === undefined && only.issues.length === this.#sheets.length) throw only;
    if (this.#sheets.length > 0) throw new SheetsRefused(this.#sheets);
  }
}
