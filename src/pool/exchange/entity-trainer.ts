/** A trainer as rows - who she is, her time, her consents - and back. */
import { isDeepStrictEqual } from "node:util";
import { InputError, type InputIssue } from "../../model/errors.js";
import type { Interval, Trainer } from "../../model/types.js";
import type { Moment } from "../../sheets/types.js";
import { readAvailability } from "../availability/read.js";
import { type Availability, NO_AVAILABILITY } from "../availability/types.js";
import { join, judgedTrainer, type PlainTrainer, type Special } from "../store/bodies.js";
import { judgedWishes, NO_WISHES, type Wishes } from "../store/details.js";
import type { Entity, Note, RowOf, Rows } from "./columns.js";
import type { AvailabilityKind } from "./fixed-lists.js";
import { dayOf, momentOfDay, momentOfWall, writtenMoment } from "./moments.js";
import { AVAILABILITY_SHEET, CONSENTS } from "./sheet-availability.js";
import { WISHES } from "./sheet-details.js";
import { TRAINERS } from "./sheet-trainers.js";

type TimeRow = RowOf<typeof AVAILABILITY_SHEET>;
type WishRow = RowOf<typeof WISHES>;
type ConsentRow = RowOf<typeof CONSENTS>;

/** All that the pool holds of a trainer. */
export interface TrainerRecord {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: Trainer;
  readonly availability: Availability;
  readonly wishes: Wishes;
  /** purpose → the fields that she consents to have used for it, where there are any */
  readonly consents: Readonly<Record<string, readonly string[]>>;
}

export const TRAINER: Entity<TrainerRecord> = {
  key: "trainer",
  main: TRAINERS,
  details: [AVAILABILITY_SHEET, CONSENTS, WISHES],
  toRows,
  fromRows,
  judge,
  // Consents are given and taken back one by one: what is not told stays.
  merge: { consents: (before, rows) => [...before, ...rows] },
};

function toRows({ organisation, name, contact, trainer, availability, consents, wishes }: TrainerRecord): Rows {
  const { id, available, discouraged, limits, share, ...rest } = trainer;
  const own = { code: id, organisation, name, contact, shareMin: share.min, shareMax: share.max };
  const main: RowOf<typeof TRAINERS> = { ...own, ...rest, ...limits };
  return {
    main,
    details: {
      availability: timeRows(id, trainer, availability),
      wishes: isDeepStrictEqual(wishes, NO_WISHES) ? [] : [wishRow(id, wishes)],
      consents: Object.entries(consents).map(
        ([purpose, fields]): ConsentRow => ({ trainer: id, purpose, fields, given: "yes" }),
      ),
    },
  };
}

function timeRows(trainer: string, { available, discouraged }: Trainer, said: Availability): TimeRow[] {
  const blank = { trainer, days: [], parts: [], from: null, to: null, everyWeeks: 1, offer: null, until: null };
  const row = (kind: AvailabilityKind, rest: Partial<TimeRow>): TimeRow => ({ ...blank, kind, ...rest });
  const span = ([start, end]: Interval) => ({ from: momentOfWall(start), to: momentOfWall(end) });
  const dayOrNull = (day: string | null): Moment | null => (day === null ? null : momentOfDay(day));
  return [
    ...said.weekly.map(({ from, to, ...rest }) => row("weekly", { ...rest, from: dayOrNull(from), to: dayOrNull(to) })),
    ...said.extra.map(({ day, parts }) => row("extra", { parts, from: momentOfDay(day) })),
    ...said.blocked.map(({ day, parts }) => row("blocked", { parts, from: momentOfDay(day) })),
    ...said.holidays.map(({ from, to }) => row("holiday", { from: momentOfDay(from), to: momentOfDay(to) })),
    ...said.blocks.map((one) => row("block", span(one))),
    ...available.map((one) => row("available", span(one))),
    ...discouraged.map((one) => row("discouraged", span(one))),
    ...said.holds.map(({ offer, start, end, until }) => row("hold", { ...span([start, end]), offer, until })),
  ];
}

/** What is judged: the record, its availability by the availability's own reader. */
function fromRows({ main, details }: Rows, note: Note): unknown {
  const { code, organisation, name, contact, shareMin, shareMax, ...rest } = main as RowOf<typeof TRAINERS>;
  const { perDay, perWeek, perSeason, restDays, travelKm, ownCommunityKm, exposure, ...own } = rest;
  const time = timeOf((details.availability ?? []) as readonly TimeRow[], note);
  return {
    organisation,
    name,
    contact,
    trainer: {
      ...own,
      id: code,
      available: time.available,
      discouraged: time.discouraged,
      limits: { perDay, perWeek, perSeason, restDays, travelKm, ownCommunityKm, exposure },
      share: { min: shareMin, max: shareMax },
    },
    availability: time.said,
    wishes: wishesIn((details.wishes ?? []) as readonly WishRow[]),
    consents: consentsOf((details.consents ?? []) as readonly ConsentRow[]),
  };
}

const wishRow = (trainer: string, { mayBeNamed, mayBePhotographed, limits }: Wishes): WishRow => ({
  trainer,
  mayBeNamed: mayBeNamed ? "yes" : "no",
  mayBePhotographed: mayBePhotographed ? "yes" : "no",
  limits,
});

/** What she agreed to; more than one row is refused, as what is none. */
function wishesIn(rows: readonly WishRow[]): unknown {
  const all = rows.map(({ mayBeNamed, mayBePhotographed, limits }) => ({
    mayBeNamed: mayBeNamed === "yes",
    mayBePhotographed: mayBePhotographed === "yes",
    limits,
  }));
  return all.length > 1 ? all : (all[0] ?? NO_WISHES);
}

/** The rows of the availability sheet, each under what it says, in the order in which they stand. */
function timeOf(rows: readonly TimeRow[], note: Note) {
  const weekly: unknown[] = [];
  const extra: unknown[] = [];
  const blocked: unknown[] = [];
  const holidays: unknown[] = [];
  const blocks: unknown[] = [];
  const holds: unknown[] = [];
  const available: unknown[] = [];
  const discouraged: unknown[] = [];
  for (const [index, row] of rows.entries()) {
    const { days, parts, everyWeeks, offer, until } = row;
    const add = (list: unknown[], path: string, value: unknown): void => {
      note(`${path}[${list.length}]`, "availability", index, "from");
      list.push(value);
    };
    const span = [writtenMoment(row.from), writtenMoment(row.to)];
    const single = { day: dayOf(row.from), parts };
    const bounds = { from: dayOf(row.from), to: dayOf(row.to) };
    switch (row.kind as AvailabilityKind) {
      case "weekly":
        add(weekly, "weekly", { days, parts, ...bounds, everyWeeks });
        break;
      case "extra":
        add(extra, "extra", single);
        break;
      case "blocked":
        add(blocked, "blocked", single);
        break;
      case "holiday":
        add(holidays, "holidays", bounds);
        break;
      case "block":
        add(blocks, "blocks", span);
        break;
      case "available":
        add(available, "available", span);
        break;
      case "discouraged":
        add(discouraged, "discouraged", span);
        break;
      case "hold":
        add(holds, "holds", { offer, start: span[0], end: span[1], until });
        break;
    }
  }
  const said = { format: "koppel-availability/1", weekly, extra, blocked, holidays, blocks, holds };
  return { said, available, discouraged };
}

function consentsOf(rows: readonly ConsentRow[]): Record<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { purpose, fields, given } of rows) {
    const held = found.get(purpose) ?? new Set<string>();
    found.set(purpose, held);
    for (const field of fields) {
      if (given === "yes") held.add(field);
      else held.delete(field);
    }
  }
  return Object.fromEntries([...found].flatMap(([purpose, held]) => (held.size > 0 ? [[purpose, [...held]]] : [])));
}

/** Both readers' faults together. */
function judge(value: unknown): TrainerRecord {
  const { trainer, availability, wishes, ...rest } = value as TrainerRecord;
  const issues: InputIssue[] = [];
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
      return null;
    }
  };
  const judged = attempt(() => judgedTrainer(trainer));
  const said = attempt(() => readAvailability(availability));
  const wished = attempt(() => judgedWishes(wishes));
  if (judged === null || said === null || wished === null) throw new InputError("the trainer", issues);
  return { ...rest, trainer: judged, availability: said, wishes: wished };
}

/** What is held of a trainer as her record, for tables of it; what she may not see of it is blank. */
export function recordOfHoldings(held: {
  readonly contact: Pick<TrainerRecord, "organisation" | "name" | "contact">;
  readonly record: PlainTrainer;
  readonly sensitive: Special;
  readonly availability: Availability | null;
  readonly wishes: Wishes;
  readonly consents: TrainerRecord["consents"];
}): TrainerRecord {
  const { contact, record, sensitive, availability, wishes, consents } = held;
  const trainer = join(record, sensitive);
  return { ...contact, trainer, availability: availability ?? NO_AVAILABILITY, wishes, consents };
}
