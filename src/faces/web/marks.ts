/** Whom a coordinator fixes in a session, and whom she will not have there: what the planner is to obey. Pure. */
import { assignmentOf } from "./edits.js";
import type { Assignment, Member, Plan, Season, Session, Slot } from "./types.js";

export interface Mark {
  /** date and team that stand; undefined: as the season has it */
  readonly pin?: { readonly slot: number; readonly team: readonly Member[] };
  readonly excluded: readonly string[];
}
/** By session. */
export type Marks = Readonly<Record<string, Mark>>;
export const NO_MARKS: Marks = {};
const NONE: Mark = { excluded: [] };

/** Who stands in a session, with the date; no members: nobody does. */
export function pinOf(marks: Marks, session: Session): { readonly slot: number; readonly team: readonly Member[] } {
  return marks[session.id]?.pin ?? session.pinned ?? { slot: 0, team: [] };
}
export const excludedIn = (marks: Marks, session: Session): readonly string[] => marks[session.id]?.excluded ?? [];
export const isPinned = (marks: Marks, session: Session, trainer: string): boolean =>
  pinOf(marks, session).team.some((member) => member.trainer === trainer);

/** With a member of its team fixed, or no longer; the date stands with her. */
export function withPin(marks: Marks, session: Session, plan: Plan, trainer: string): Marks {
  const now = assignmentOf(plan, session.id);
  const { slot, team } = pinOf(marks, session);
  const member = now?.team.find((one) => one.trainer === trainer);
  const rest = team.filter((one) => one.trainer !== trainer);
  const pin =
    rest.length < team.length
      ? { slot, team: rest }
      : member === undefined || now === null
        ? { slot, team }
        : { slot: now.slot, team: [...team, member] };
  return { ...marks, [session.id]: { ...(marks[session.id] ?? NONE), pin } };
}

/** With somebody kept out of a session, or let in again; whoever is kept out is not fixed. */
export function withExclusion(marks: Marks, session: Session, trainer: string): Marks {
  const mark = marks[session.id] ?? NONE;
  const isOut = mark.excluded.includes(trainer);
  const excluded = isOut ? mark.excluded.filter((one) => one !== trainer) : [...mark.excluded, trainer];
  const { slot, team } = pinOf(marks, session);
  const isFixed = !isOut && team.some((one) => one.trainer === trainer);
  const pin = isFixed ? { pin: { slot, team: team.filter((one) => one.trainer !== trainer) } } : {};
  return { ...marks, [session.id]: { ...mark, ...pin, excluded } };
}

/** Which of her own wishes a date and a team would go against: the rule's name, or null. */
export function against(marks: Marks, session: Session, to: Assignment): "pinned" | "excluded" | null {
  const { slot, team } = pinOf(marks, session);
  const excluded = excludedIn(marks, session);
  if (to.team.some(({ trainer }) => excluded.includes(trainer))) return "excluded";
  if (team.length === 0) return null;
  const stands = ({ seat, trainer }: Member): boolean =>
    to.team.some((one) => one.seat === seat && one.trainer === trainer);
  return to.slot === slot && team.every(stands) ? null : "pinned";
}

/** Wishes by what they mean and not by where it stands in a season: its list of dates may be made anew. */
export type DatedMarks = Readonly<Record<string, DatedMark>>;
interface DatedMark {
  /** no date: nobody is fixed any more, where the season fixes somebody */
  readonly pin?: { readonly date: Slot | null; readonly team: readonly Member[] };
  readonly excluded: readonly string[];
}

/** Of a season's wishes those that say something. */
export function datedMarks(marks: Marks, { sessions }: Season): DatedMarks {
  const said = sessions.flatMap((session): [string, DatedMark][] => {
    const { pin, excluded } = marks[session.id] ?? NONE;
    if (pin === undefined) return excluded.length === 0 ? [] : [[session.id, { excluded }]];
    const date = pin.team.length === 0 ? null : (session.slots[pin.slot] ?? null);
    return [[session.id, { pin: { date, team: pin.team }, excluded }]];
  });
  return Object.fromEntries(said);
}

/** The wishes that fit a season: session, date and trainers are in it. `lost` counts those that do not. */
export function marksIn(dated: DatedMarks, season: Season): { readonly marks: Marks; readonly lost: number } {
  const marks: Record<string, Mark> = {};
  let lost = 0;
  for (const [id, { pin, excluded }] of Object.entries(dated)) {
    const session = season.sessions.find((one) => one.id === id);
    const left = session === undefined ? [] : excluded.filter((code) => season.trainers.includes(code));
    const fixed = session === undefined || pin === undefined ? null : pinIn(pin, session, season);
    lost += excluded.length - left.length + (pin !== undefined && fixed === null ? 1 : 0);
    if (left.length > 0 || fixed !== null) marks[id] = { ...(fixed === null ? {} : { pin: fixed }), excluded: left };
  }
  return { marks, lost };
}

function pinIn({ date, team }: NonNullable<DatedMark["pin"]>, { slots }: Session, { trainers }: Season) {
  if (date === null) return { slot: 0, team: [] };
  const slot = slots.findIndex((one) => JSON.stringify(one) === JSON.stringify(date));
  return slot < 0 || !team.every(({ trainer }) => trainers.includes(trainer)) ? null : { slot, team };
}

/** Whether what was kept is of this kind: an older page may have kept something else. */
export function isDatedMarks(found: unknown): found is DatedMarks {
  const isMember = (one: unknown): boolean => isRecord(one) && typeof one.seat === "string" && isCode(one.trainer);
  const isPin = (one: unknown): boolean =>
    one === undefined ||
    (isRecord(one) && (one.date === null || Array.isArray(one.date)) && isList(one.team) && one.team.every(isMember));
  const isMark = (one: unknown): boolean =>
    isRecord(one) && isPin(one.pin) && isList(one.excluded) && one.excluded.every(isCode);
  return isRecord(found) && Object.values(found).every(isMark);
}
const isRecord = (one: unknown): one is Readonly<Record<string, unknown>> => typeof one === "object" && one !== null;
const isList = (one: unknown): one is readonly unknown[] => Array.isArray(one);
const isCode = (one: unknown): boolean => typeof one === "string";

/** As edits that the API plans by; of one session, or of all. */
export function editsFor(marks: Marks, only?: string): readonly object[] {
  return Object.entries(marks).flatMap(([session, { pin, excluded }]) => {
    if (only !== undefined && session !== only) return [];
    const fixed =
      pin === undefined ? [] : [pin.team.length === 0 ? { edit: "unpin", session } : { edit: "pin", session, ...pin }];
    return [...fixed, ...excluded.map((trainer) => ({ edit: "exclude", session, trainer }))];
  });
}
