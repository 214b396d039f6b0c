/**
 * Many people into groups: each group gets a day, a place, a language and whom it is for, by what most of those who are left can share;
 * then people are moved along chains until nobody who waits can be placed in these groups, and exchanged while that helps.
 */
import { compare, type Division, type Measures } from "./measure.js";
import { type Intake, type Participant, placesFor } from "./participants.js";

/** Up to so many groups every other frame of each is tried. */
const FEW_GROUPS = 12;

/** What a group is: its day, its place in a region, its language, and whether it is for women only. */
export interface Frame {
  readonly date: string;
  /** null: the client has one place, or it is left to the order */
  readonly place: string | null;
  readonly language: string;
  readonly womenOnly: boolean;
}

const fits = (one: Participant, { date, place, language, womenOnly }: Frame, intake: Intake) =>
  one.dates.includes(date) &&
  (place === null || placesFor(one, intake).includes(place)) &&
  one.languages.includes(language) &&
  (womenOnly ? one.woman : !one.womenOnly);

export function divide(intake: Intake): { readonly division: Division; readonly frames: readonly Frame[] } {
  const { participants, groups, most } = intake;
  const size = Math.min(most, Math.ceil(participants.length / groups));
  const frames: Frame[] = [];
  const group = participants.map(() => -1);
  for (let g = 0; g < groups; g++) {
    const left = participants.flatMap((one, i) => (group[i] === -1 ? [i] : []).map((at) => ({ one, at })));
    const frame = bestFrame(
      intake,
      left.map(({ one }) => one),
      size,
    );
    frames.push(frame);
    // Those with the least choice go first, and the two kinds in turn.
    const able = left.filter(({ one }) => fits(one, frame, intake));
    const queues = (["formal", "informal"] as const).map((kind) =>
      able.filter(({ one }) => one.kind === kind).sort((a, b) => choices(a.one) - choices(b.one) || a.at - b.at),
    );
    for (let n = 0; n < size; n++) {
      const [formal = [], informal = []] = queues;
      const next = (n % 2 === 0 ? formal : informal).shift() ?? formal.shift() ?? informal.shift();
      if (next !== undefined) group[next.at] = g;
    }
  }
  placeWaiting(group, ableOf(intake, frames), most);
  if (groups <= FEW_GROUPS) reframe(intake, group, frames);
  const able = ableOf(intake, frames);
  new Exchange(intake, group, able).run();
  return { division: group, frames };
}

const ableOf = (intake: Intake, frames: readonly Frame[]) =>
  intake.participants.map((one) => frames.map((frame) => fits(one, frame, intake)));

/** Every day, place and language that a group can have. */
function settingsOf({ dates, places = [], participants }: Intake): Omit<Frame, "womenOnly">[] {
  const languages = [...new Set(participants.flatMap((one) => one.languages))].sort();
  return dates.flatMap((date) =>
    (places.length > 0 ? places : [null]).flatMap((place) => languages.map((language) => ({ date, place, language }))),
  );
}

/** Where there are few groups, each is tried on every other day, in every place and language, for all or for women, as long as that places more. */
function reframe(intake: Intake, group: number[], frames: Frame[]): void {
  const all = settingsOf(intake).flatMap((one) => [false, true].map((womenOnly): Frame => ({ ...one, womenOnly })));
  const waiting = (list: readonly number[]) => list.filter((at) => at === -1).length;
  for (let better = waiting(group) > 0; better; ) {
    better = false;
    for (const g of frames.keys())
      for (const frame of all) {
        const tried = frames.with(g, frame);
        const able = ableOf(intake, tried);
        const placed = group.map((at, i) => (at >= 0 && able[i]?.[at] === true ? at : -1));
        placeWaiting(placed, able, intake.most);
        if (waiting(placed) >= waiting(group)) continue;
        group.splice(0, group.length, ...placed);
        frames[g] = frame;
        better = true;
      }
  }
}

const choices = (one: Participant) =>
  one.dates.length * one.languages.length * (one.places?.length === 1 ? 1 : 2) - (one.womenOnly ? 1000 : 0);

/** The frame that most of those who are left fit in; women who can only be among women come first. */
function bestFrame(intake: Intake, left: readonly Participant[], size: number): Frame {
  const waits = left.some(({ womenOnly }) => womenOnly);
  let best: { frame: Frame; value: number } | null = null;
  for (const setting of settingsOf(intake)) {
    const frame: Frame = { ...setting, womenOnly: waits };
    const able = left.filter((one) => fits(one, frame, intake));
    const pressed = able.filter((one) => one.womenOnly || one.dates.length === 1 || one.places?.length === 1).length;
    const value =
      Math.min(size, able.length) * 1000 +
      (waits ? able.filter(({ womenOnly }) => womenOnly).length * 1e6 : 0) +
      pressed;
    if (best === null || value > best.value) best = { frame, value };
  }
  if (best === null) throw new Error("a division needs a day and a language");
  return best.frame;
}

/** Places who waits, moving others along where that makes room (augmenting paths): as many as these groups can hold. */
function placeWaiting(group: number[], able: readonly (readonly boolean[])[], most: number): void {
  const sizes = (able[0] ?? []).map((_, g) => group.filter((at) => at === g).length);
  const augment = (i: number, seen: Set<number>): boolean => {
    for (const [g, can] of (able[i] ?? []).entries()) {
      if (!can || seen.has(g)) continue;
      seen.add(g);
      if ((sizes[g] ?? 0) < most) {
        sizes[g] = (sizes[g] ?? 0) + 1;
        group[i] = g;
        return true;
      }
      for (const [j, at] of group.entries()) {
        if (at !== g || j === i || !augment(j, seen)) continue;
        // She has found another group; her place here is free.
        group[i] = g;
        return true;
      }
    }
    return false;
  };
  // Where a search ends in vain, whoever is in the groups that it saw can only go to others of them, which are full: no later
  // search gains by going there.
  const closed = new Set<number>();
  for (const [i, at] of group.entries()) {
    if (at !== -1) continue;
    const seen = new Set(closed);
    if (!augment(i, seen)) for (const g of seen) closed.add(g);
  }
}

/** Moves and swaps while they make the mix more even, or as even with colleagues better. Counts are kept, not counted anew. */
class Exchange {
  readonly #sizes: number[];
  /** formal less informal, by group */
  readonly #surplus: number[];
  /** members by organisation, by group */
  readonly #of: Map<string, number>[];

  constructor(
    readonly intake: Intake,
    readonly group: number[],
    readonly able: readonly (readonly boolean[])[],
  ) {
    const frames = Array.from({ length: intake.groups }, (_, g) => g);
    this.#sizes = frames.map(() => 0);
    this.#surplus = frames.map(() => 0);
    this.#of = frames.map(() => new Map());
    for (const [i, g] of group.entries()) if (g >= 0) this.#add(i, g, 1);
  }

  run(): void {
    const people = this.group.length;
    for (let better = true; better; ) {
      better = false;
      for (let i = 0; i < people; i++) {
        for (let g = 0; g < this.intake.groups; g++) better = this.#tryMove(i, g) || better;
        for (let j = i + 1; j < people; j++) better = this.#trySwap(i, j) || better;
      }
    }
  }

  #add(i: number, g: number, by: 1 | -1): void {
    const one = this.intake.participants[i];
    const of = this.#of[g];
    if (one === undefined || of === undefined) return;
    this.#sizes[g] = (this.#sizes[g] ?? 0) + by;
    this.#surplus[g] = (this.#surplus[g] ?? 0) + (one.kind === "formal" ? by : -by);
    of.set(one.organisation, (of.get(one.organisation) ?? 0) + by);
  }

  /** What two groups add to the measures. */
  #worth(a: number, b: number, organisations: readonly string[]): Measures {
    const mix = (this.#surplus[a] ?? 0) ** 2 + (this.#surplus[b] ?? 0) ** 2;
    const { colleagues: wish } = this.intake;
    let colleagues = 0;
    if (wish !== "either")
      for (const name of new Set(organisations))
        for (const g of [a, b]) {
          const n = this.#of[g]?.get(name) ?? 0;
          colleagues += wish === "spread" ? (n * (n - 1)) / 2 : Math.min(1, n);
        }
    return { placed: 0, mix, colleagues };
  }

  #tryMove(i: number, to: number): boolean {
    const from = this.group[i] ?? -1;
    if (from < 0 || from === to || this.able[i]?.[to] !== true || (this.#sizes[to] ?? 0) >= this.intake.most)
      return false;
    return this.#keepIfBetter([[i, from, to]]);
  }

  #trySwap(i: number, j: number): boolean {
    const [a, b] = [this.group[i] ?? -1, this.group[j] ?? -1];
    const [one, other] = [this.intake.participants[i], this.intake.participants[j]];
    if (a < 0 || b < 0 || a === b || (one?.kind === other?.kind && one?.organisation === other?.organisation))
      return false;
    if (this.able[i]?.[b] !== true || this.able[j]?.[a] !== true) return false;
    return this.#keepIfBetter([
      [i, a, b],
      [j, b, a],
    ]);
  }

  #keepIfBetter(moves: readonly (readonly [who: number, from: number, to: number])[]): boolean {
    const [first] = moves;
    if (first === undefined) return false;
    const [, a, b] = first;
    const names = moves.map(([i]) => this.intake.participants[i]?.organisation ?? "");
    const before = this.#worth(a, b, names);
    const shift = (back: boolean) => {
      for (const [i, from, to] of moves) {
        this.#add(i, back ? to : from, -1);
        this.#add(i, back ? from : to, 1);
        this.group[i] = back ? from : to;
      }
    };
    shift(false);
    if (compare(this.#worth(a, b, names), before) < 0) return true;
    shift(true);
    return false;
  }
}
