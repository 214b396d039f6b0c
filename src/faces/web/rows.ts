/**
 * Sessions and teams as rows of the timeline. An edit lays anew the rows that it touches and no others: a season may have 10,000
 * sessions, and what is the same object as before need not be shown anew. Pure.
 */
import { type Axis, type Filters, isFiltering, isShown, mondayOf } from "./look.js";
import { touchedBetween } from "./touched.js";
import type { Assignment, Plan, Season, Session } from "./types.js";

/** One part of a session on one day. */
export interface Chip {
  readonly session: Session;
  readonly assignment: Assignment | null;
  readonly start: string;
  readonly end: string;
}
export interface Row {
  readonly key: string;
  /** column → its chips, by time */
  readonly cells: ReadonlyMap<string, readonly Chip[]>;
  /** the most chips in one cell */
  readonly depth: number;
}

/** What is laid out besides the plan, and how. */
export interface Layout {
  readonly season: Season;
  readonly axis: Axis;
  readonly filters: Filters;
  /** null: columns are weeks; else the days of that week */
  readonly week: string | null;
  /** what can be searched of a session: its names in words */
  readonly said: (session: Session, assignment: Assignment | null) => string;
}

export interface Board {
  readonly layout: Layout;
  readonly plan: Plan | null;
  readonly rows: ReadonlyMap<string, Row>;
  /** the keys of the rows, the same list as before where none has come or gone */
  readonly keys: readonly string[];
  /** session → which of the season's it is: chips of one time stand in that order */
  readonly turns: ReadonlyMap<string, number>;
}

/** Sessions touched by a change from which on laying out all of them takes no longer. */
const MANY = 1000;

/** All rows of a plan. */
export function boardOf(layout: Layout, plan: Plan | null): Board {
  const { sessions } = layout.season;
  const assigned = new Map(plan?.assignments.map((one) => [one.session, one]));
  const turns = new Map(sessions.map(({ id }, i) => [id, i]));
  const all = new Map<string, Map<string, Chip[]>>();
  for (const key of alwaysThere(layout)) all.set(key, new Map());
  for (const session of sessions)
    for (const { key, column, chip } of laid(layout, session, assigned.get(session.id) ?? null)) {
      const cells = all.get(key) ?? new Map<string, Chip[]>();
      all.set(key, cells);
      const chips = cells.get(column);
      if (chips === undefined) cells.set(column, [chip]);
      else chips.push(chip);
    }
  const rows = new Map([...all].map(([key, cells]) => [key, rowOf(key, cells, turns)]));
  return { layout, plan, rows, keys: [...rows.keys()], turns };
}

/** The rows of another plan, those in which nothing has changed as they were. */
export function boardAfter(before: Board, plan: Plan | null): Board {
  const { layout, turns } = before;
  const touched = before.plan === null || plan === null ? null : touchedBetween(before.plan, plan);
  if (touched === null || touched.length > MANY) return boardOf(layout, plan);
  const relaid = new Map<string, Map<string, readonly Chip[]>>();
  const cellsOf = (key: string): Map<string, readonly Chip[]> => {
    const cells = relaid.get(key) ?? new Map(before.rows.get(key)?.cells);
    relaid.set(key, cells);
    return cells;
  };
  for (const { session: id, was, is } of touched) {
    const session = layout.season.sessions[turns.get(id) ?? -1];
    if (session === undefined) continue;
    for (const { key, column } of laid(layout, session, was)) {
      const left =
        cellsOf(key)
          .get(column)
          ?.filter((chip) => chip.session !== session) ?? [];
      if (left.length > 0) cellsOf(key).set(column, left);
      else cellsOf(key).delete(column);
    }
    for (const { key, column, chip } of laid(layout, session, is))
      cellsOf(key).set(column, [...(cellsOf(key).get(column) ?? []), chip]);
  }
  const rows = new Map(before.rows);
  const stays = new Set(alwaysThere(layout));
  for (const [key, cells] of relaid)
    if (cells.size > 0 || stays.has(key)) rows.set(key, rowOf(key, cells, turns));
    else rows.delete(key);
  const isSame = rows.size === before.keys.length && before.keys.every((key) => rows.has(key));
  return { layout, plan, rows, keys: isSame ? before.keys : [...rows.keys()], turns };
}

/** Rows that are shown even where nothing stands in them. */
const alwaysThere = ({ season, axis, filters }: Layout): readonly string[] =>
  axis === "trainer" && !isFiltering(filters) ? season.trainers : [];

/** Where the parts of a session stand; nowhere where filters leave it out. */
function laid({ axis, filters, week, said }: Layout, session: Session, assignment: Assignment | null) {
  if (!isShown(session, assignment, filters, () => said(session, assignment))) return [];
  const slot = session.slots[assignment?.slot ?? 0] ?? [];
  return keysOf(session, assignment, axis, filters).flatMap((key) =>
    slot.map(([start, end]) => {
      const day = start.slice(0, 10);
      return { key, column: week === null ? mondayOf(day) : day, chip: { session, assignment, start, end } };
    }),
  );
}

function keysOf(session: Session, assignment: Assignment | null, axis: Axis, filters: Filters): readonly string[] {
  if (axis === "place") return [session.place ?? ""];
  if (axis === "programme") return [session.programme ?? ""];
  const team = assignment?.team.map(({ trainer }) => trainer) ?? [];
  return filters.trainer === "" ? team : team.filter((trainer) => trainer === filters.trainer);
}

function rowOf(key: string, cells: ReadonlyMap<string, readonly Chip[]>, turns: Board["turns"]): Row {
  const turnOf = ({ session }: Chip): number => turns.get(session.id) ?? 0;
  const byTime = (a: Chip, b: Chip): number => (a.start < b.start ? -1 : a.start > b.start ? 1 : turnOf(a) - turnOf(b));
  const sorted = new Map([...cells].map(([column, chips]) => [column, [...chips].sort(byTime)]));
  return { key, cells: sorted, depth: Math.max(1, ...[...sorted.values()].map((chips) => chips.length)) };
}
