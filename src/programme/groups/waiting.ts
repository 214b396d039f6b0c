/**
 * Who waits, and exactly why: against the groups as they stand (day, place, language, for whom), where everybody who has a place
 * keeps one, be it in another group. What keeps somebody out of a group are the bars between the two, and `full` where no place
 * in it can be made free; out of a group that is not there yet her days and places, `closed` where none can be on them, and `order`
 * where what she goes through before or after is too near. So a set of these is a reason where it meets the bars of every group.
 */
import type * as z from "zod";
import { day, listOf, oneOf, record, text } from "../../model/leaves.js";
import { type Bar, barsOf, type Frame, fits, frameOf } from "./frame.js";
import { type Division, membersOf } from "./measure.js";
import {
  canBePlaced,
  type Intake,
  isWithin,
  type Participant,
  placesFor,
  type Span,
  settingsOf,
  spanOf,
} from "./participants.js";

/** What can stand in somebody's way, what tells least of a person first. */
const LIMITS = [
  "full",
  "closed",
  "order",
  "dates",
  "places",
  "languages",
  "forWomen",
  "womenOnly",
] as const satisfies readonly (Bar | "full" | "closed")[];
export type Limit = (typeof LIMITS)[number];

const limits = listOf(oneOf(LIMITS), "limits", 1);
export const reason = record({
  /** who waits */
  code: text,
  /** as long as all of these hold there is no place; without any one of them the others leave one. No smaller set does so */
  because: limits,
  /** what would have to give for a place, each as little as can be; `group` null: in a group that is not there yet */
  ways: listOf(record({ group: text.nullable(), without: limits }), "ways", 1),
  /** where none of her days is one on which a group can be where she can be: those days */
  closed: listOf(day, "days").optional(),
});
export type Reason = Readonly<z.infer<typeof reason>>;

/** Sets of limits, smaller ones first, and of one size those that tell least of a person. */
const SETS: readonly (readonly Limit[])[] = Array.from({ length: 2 ** LIMITS.length }, (_, chosen) =>
  LIMITS.filter((_limit, k) => ((chosen >> k) & 1) === 1),
).sort((a, b) => a.length - b.length);

/** What can keep somebody out of a group that is as she needs it. */
const FOR_A_DAY: readonly Limit[] = ["closed", "order", "dates", "places"];

/** What keeps somebody out of one group. */
interface Way {
  /** null: a group that is not there yet */
  readonly group: number | null;
  readonly bars: readonly Limit[];
}

/** The groups as they stand; `wanted`: by group, the days of which it takes one where it can. */
export class Standing {
  readonly frames: readonly (Frame | null)[];
  /** whether there is a place in a group, or one can be made by moving others along */
  readonly #hasRoom: readonly boolean[];

  constructor(
    readonly intake: Intake,
    readonly division: Division,
    wanted: readonly Span[] = [],
  ) {
    const members = membersOf(intake, division);
    this.frames = members.map((list, g) => (list.length === 0 ? null : frameOf(list, intake, wanted[g])));
    this.#hasRoom = this.#roomOf(members);
  }

  #roomOf(members: readonly (readonly Participant[])[]): readonly boolean[] {
    const room = members.map((list) => list.length < this.intake.most);
    // A place in one group is a place in every group of which somebody could go there.
    const canGo = (one: Participant): boolean =>
      this.frames.some((frame, g) => frame !== null && room[g] === true && fits(one, frame, this.intake));
    for (let more = true; more; ) {
      more = false;
      for (const [g, list] of members.entries())
        if (room[g] === false && list.some(canGo)) {
          room[g] = true;
          more = true;
        }
    }
    return room;
  }

  /** What keeps somebody out of each group; nothing where she could be in it. */
  waysOf(one: Participant): readonly Way[] {
    const there = this.frames.flatMap((frame, group): Way[] =>
      frame === null
        ? []
        : [{ group, bars: [...(this.#hasRoom[group] === true ? [] : (["full"] as const)), ...this.#bars(one, frame)] }],
    );
    return this.frames.includes(null) ? [...there, ...this.#freeWays(one)] : there;
  }

  /** A group that nobody is in yet can be whatever she needs, if only she has a day on which one can be: all that could give way for that. */
  #freeWays(one: Participant): readonly Way[] {
    const { intake } = this;
    const isEnough = (bars: readonly Limit[]): boolean => {
      const span = spanOf(one, intake);
      const dates = (bars.includes("dates") ? intake.dates : one.dates).filter(
        (date) => bars.includes("order") || isWithin(span, date),
      );
      const places = bars.includes("places") ? (intake.places ?? []) : placesFor(one, intake);
      return settingsOf(bars.includes("closed") ? { ...intake, closed: [] } : intake, dates, places).length > 0;
    };
    return SETS.filter((bars) => bars.every((bar) => FOR_A_DAY.includes(bar)) && isEnough(bars)).map((bars) => ({
      group: null,
      bars,
    }));
  }

  #bars = (one: Participant, frame: Frame): readonly Bar[] => barsOf(one, frame, this.intake);

  /** Who can be in which group, for placing one person: others of those who wait in none, and she alone in one that is not there yet. */
  ableFor(who: number): readonly (readonly boolean[])[] {
    return this.intake.participants.map((one, i) =>
      this.frames.map((frame) => {
        if (frame === null) return i === who && canBePlaced(one, this.intake);
        return (i === who || (this.division[i] ?? -1) >= 0) && fits(one, frame, this.intake);
      }),
    );
  }
}

/**
 * Why each of those who wait does, in the order of the list.
 * @param division in which nobody waits who could be placed in its groups
 * @param idOf what a group is called
 * @param wanted by group, the days of which it takes one where it can
 */
export function reasonsOf(
  intake: Intake,
  division: Division,
  idOf: (group: number) => string,
  wanted: readonly Span[] = [],
): readonly Reason[] {
  const standing = new Standing(intake, division, wanted);
  return intake.participants.flatMap((one, i) => {
    if ((division[i] ?? -1) >= 0) return [];
    const ways = least(standing.waysOf(one));
    const because = SETS.find((set) => ways.every(({ bars }) => bars.some((bar) => set.includes(bar))));
    if (because === undefined) throw new Error("somebody waits whom nothing keeps out");
    return [
      {
        code: one.code,
        because: [...because],
        ways: ways.map(({ group, bars }) => ({ group: group === null ? null : idOf(group), without: [...bars] })),
        ...(isClosed(one, intake) ? { closed: [...one.dates] } : {}),
      },
    ];
  });
}

/** Whether she has days, and none of them is one on which a group can be where she can be. */
const isClosed = (one: Participant, intake: Intake): boolean =>
  one.dates.length > 0 && settingsOf(intake, one.dates, placesFor(one, intake)).length === 0;

/** The ways of which no other asks for less; of several that ask for the same the first. */
function least(ways: readonly Way[]): readonly Way[] {
  const within = (a: Way, b: Way): boolean => a.bars.every((bar) => b.bars.includes(bar));
  return ways
    .filter(
      (way, i) =>
        !ways.some((other, j) => i !== j && within(other, way) && (j < i || other.bars.length < way.bars.length)),
    )
    .sort((a, b) => a.bars.length - b.bars.length);
}
