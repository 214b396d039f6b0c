/** Changes applied to a season: the outcome is a season that the model accepts, or everything wrong with the edits. */
import { Draft, pinnedBy, type Written } from "./edit-draft.js";
import { settlePins } from "./edit-pins.js";
import { changesCosts, onlyTightens, step } from "./edit-steps.js";
import type { Edit, Scenarios } from "./edit-types.js";
import { InputError, type InputIssue } from "./errors.js";
import { freeze } from "./freeze.js";
import { parseSeason } from "./parse.js";
import { shortJson, specialStrings } from "./redaction.js";
import type { Plan, Season } from "./types.js";

/** A season after its edits, and what they did. Codes throughout, lists in the order in which edits touched them. */
export interface Edited {
  /** accepted by the model, deeply frozen */
  readonly season: Season;
  /**
   * the plan as it stands after the edits: without cancelled sessions, removed trainers and dates that are gone, its slot
   * indices those of the new season. It may break rules (a team with an empty seat, a blocked trainer), and it states
   * neither cost nor bound. Null where no plan was given.
   */
  readonly plan: Plan | null;
  /** sessions whose pin an edit broke, in the order of the season's file */
  readonly released: readonly string[];
  readonly removedTrainers: readonly string[];
  readonly blockedTrainers: readonly string[];
  /** by `change-trainer` */
  readonly changedTrainers: readonly string[];
  readonly addedTrainers: readonly string[];
  readonly cancelledSessions: readonly string[];
  readonly changedSessions: readonly string[];
  readonly addedSessions: readonly string[];
  /** session → for each slot of the old season the index that it has now, or null; only where slots were replaced */
  readonly slots: ReadonlyMap<string, readonly (number | null)[]>;
  /** whether costs still mean what they meant: false after `set-weight` and any edit of sessions */
  readonly comparable: boolean;
  /** whether the edits only take plans away, and leave the cost of those that remain: a bound of before is one of after */
  readonly tightens: boolean;
}

/** How a list of edits is called where it is refused. */
export interface EditsName {
  readonly what?: string;
  /** the path of the list, e.g. `scenarios[2].edits`; by default `edits` */
  readonly path?: string;
}

/**
 * Applies edits in order. Indices in pins, in the published plan and in the plan follow the slot with the same parts; a
 * published date that is gone becomes null; a pin that an edit breaks is released.
 * @param plan the plan that `pin` takes date and team from where it names none; trusted in nothing but its shape
 * @throws InputError with every fault of the edits at once, each at its edit's index and field
 */
export function applyEdits(season: Season, plan: Plan | null, edits: readonly Edit[], name: EditsName = {}): Edited {
  const { what = "the edits", path: root = "edits" } = name;
  const draft = new Draft(season, plan);
  const issues: InputIssue[] = [];
  const hidden = new Set([...specialStrings(season), ...specialStrings({ edits })]);
  for (const [i, edit] of edits.entries()) {
    const known = draft.written.length;
    const faults = issues.length;
    const stood = draft.season;
    step(
      draft,
      edit,
      (field, expected, value) => {
        const shown = value === undefined ? undefined : shortJson(value, hidden);
        issues.push({ path: `${root}[${i}].${field}`, expected, ...(shown === undefined ? {} : { value: shown }) });
      },
      (written) => draft.written.push({ ...written, edit: i }),
    );
    if (issues.length > faults) continue;
    const settled = settlePins(draft.season, pinnedBy(edit));
    if (settled.refused.length > 0) {
      issues.push(...settled.refused.map((issue) => atEdit(issue, draft, i, root)));
      draft.season = stood;
      draft.written.length = known;
      continue;
    }
    draft.season = settled.season;
    for (const session of settled.released) draft.released.add(session);
  }
  const outcome = parsed(draft, edits, root, issues);
  if (outcome === null || issues.length > 0) throw new InputError(what, issues);
  return edited(draft, outcome, edits);
}

/** The outcome as the model accepts it; else its faults join the others, each at the edit that wrote it. */
function parsed(draft: Draft, edits: readonly Edit[], root: string, issues: InputIssue[]): Season | null {
  try {
    return parseSeason(draft.season);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // What no edit wrote mostly follows from what one did, and is told only where it stands alone.
    const own = error.issues.filter((issue) => writerOf(issue, draft) !== undefined);
    const told = own.length > 0 ? own : error.issues;
    issues.push(...told.map((issue) => atEdit(issue, draft, edits.length - 1, root)));
    return null;
  }
}

function edited(draft: Draft, season: Season, edits: readonly Edit[]): Edited {
  const released = season.sessions.map(({ id }) => id).filter((id) => draft.released.has(id));
  return Object.freeze({
    season,
    plan: draft.plan === null ? null : freeze(structuredClone(draft.plan)),
    released: Object.freeze(released),
    removedTrainers: Object.freeze([...draft.removedTrainers]),
    blockedTrainers: Object.freeze([...draft.blockedTrainers]),
    changedTrainers: Object.freeze([...draft.changedTrainers]),
    addedTrainers: Object.freeze([...draft.addedTrainers]),
    cancelledSessions: Object.freeze([...draft.cancelledSessions]),
    changedSessions: Object.freeze([...draft.changedSessions]),
    addedSessions: Object.freeze([...draft.addedSessions]),
    slots: draft.slots,
    comparable: !edits.some(changesCosts),
    tightens: draft.released.size === 0 && edits.every(onlyTightens),
  });
}

const LISTS = /^(trainers|sessions|programmes|weights)(?:\[(\d+)\])?(?:\.(\w+))?(.*)$/;

/** What wrote the field in which a fault of the outcome stands, or nothing where no edit did. */
function writerOf(issue: InputIssue, draft: Draft): Written | undefined {
  const { list, id, field } = placeOf(issue, draft);
  return draft.written.findLast(
    (one) => one.list === list && one.id === id && (one.field === null || one.field === field),
  );
}

/** Which record's field a fault stands in, and where below it. */
function placeOf({ path }: InputIssue, { season }: Draft) {
  const [, list, index, field = "", rest = ""] = LISTS.exec(path) ?? [];
  return { list, id: index === undefined ? "" : recordId(season, list, Number(index)), field, rest };
}

/**
 * A fault of the outcome, told at the edit that wrote what is wrong; else at the last that wrote in its record, with
 * both paths.
 */
function atEdit(issue: InputIssue, draft: Draft, last: number, root: string): InputIssue {
  const writer = writerOf(issue, draft);
  const { list, id, field, rest } = placeOf(issue, draft);
  if (writer === undefined) {
    const edit = draft.written.findLast((one) => one.list === list && one.id === id)?.edit ?? last;
    const expected = `a season that holds after it; at ${issue.path}: ${issue.expected}`;
    return { ...issue, path: `${root}[${edit}]`, expected };
  }
  const inside = writer.field === null ? `${field === "" ? "" : `.${field}`}${rest}` : rest;
  return { ...issue, path: `${root}[${writer.edit}]${writer.at === "" ? "" : `.${writer.at}`}${inside}` };
}

function recordId(season: Season, list: string | undefined, index: number): string {
  const records = list === "trainers" ? season.trainers : list === "sessions" ? season.sessions : season.programmes;
  return records[index]?.id ?? "";
}

/**
 * Every scenario's edits applied to one season.
 * @returns a season for each scenario, in their order
 * @throws InputError with the faults of all scenarios at once
 */
export function applyScenarios(
  season: Season,
  plan: Plan | null,
  { scenarios }: Scenarios,
  what = "the scenarios",
): readonly Edited[] {
  const issues: InputIssue[] = [];
  const outcomes: Edited[] = [];
  for (const [j, scenario] of scenarios.entries()) {
    try {
      outcomes.push(applyEdits(season, plan, scenario.edits, { what, path: `scenarios[${j}].edits` }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new InputError(what, issues);
  return outcomes;
}
