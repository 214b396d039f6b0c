/**
 * Many people into groups: each group gets a day, a place, a language and whom it is for, by what most of those who are left can share;
 * then people are moved along chains until nobody who waits can be placed in these groups, and exchanged while that helps.
 */
import { Exchange } from "./exchange.js";
import { type Frame, fits, framesOf } from "./frame.js";
import type { Division } from "./measure.js";
import type { Intake, Participant } from "./participants.js";
import { Standing } from "./waiting.js";

/** Up to so many groups every other frame of each is tried. */
const FEW_GROUPS = 12;
/** Other frames that are tried in all: some seconds. */
const MOST_REFRAMED = 4000;

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
  const exchange = new Exchange(intake, group, able);
  exchange.anneal();
  exchange.descend();
  return { division: exchange.division, frames };
}

const ableOf = (intake: Intake, frames: readonly Frame[]) =>
  intake.participants.map((one) => frames.map((frame) => fits(one, frame, intake)));

/**
 * Where there are few groups, each is tried on every other day, in every place and language, for all or for women, that would suit
 * somebody who waits, as long as that places more; up to a limit of work.
 */
function reframe(intake: Intake, group: number[], frames: Frame[]): void {
  const all = framesOf(intake, intake.participants);
  const waiting = (list: readonly number[]) => list.filter((at) => at === -1).length;
  let tries = 0;
  for (let better = waiting(group) > 0; better; ) {
    better = false;
    const outside = intake.participants.filter((_, i) => group[i] === -1);
    const wanted = all.filter((frame) => outside.some((one) => fits(one, frame, intake)));
    for (const g of frames.keys())
      for (const frame of wanted) {
        if (++tries > MOST_REFRAMED) return;
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

/** The frame that fills best, with those most pressed, and of frames alike that in which most could be; women who can only be among women come first. */
function bestFrame(intake: Intake, left: readonly Participant[], size: number): Frame {
  const waits = left.some(({ womenOnly }) => womenOnly);
  let best: { frame: Frame; value: number } | null = null;
  for (const frame of framesOf(intake, intake.participants)) {
    if (frame.womenOnly !== waits) continue;
    const able = left.filter((one) => fits(one, frame, intake));
    const pressed = able.filter((one) => one.womenOnly || one.dates.length === 1 || one.places?.length === 1).length;
    const value =
      Math.min(size, able.length) * 1000 +
      (waits ? able.filter(({ womenOnly }) => womenOnly).length * 1e6 : 0) +
      pressed +
      able.length / (left.length + 1);
    if (best === null || value > best.value) best = { frame, value };
  }
  if (best === null) throw new Error("a division needs a day and a language");
  return best.frame;
}

/**
 * Places who still waits though the groups, as they are told to be by their members, leave a place for her. Those of one group can
 * share more than the day and language that it was made for.
 */
export function completed(intake: Intake, division: Division): Division {
  const group = [...division];
  for (;;) {
    const standing = new Standing(intake, group);
    const next = intake.participants.findIndex(
      (one, i) => group[i] === -1 && standing.waysOf(one).some(({ bars }) => bars.length === 0),
    );
    if (next < 0) return group;
    // One at a time: each changes what her group is told to be.
    placeWaiting(group, standing.ableFor(next), intake.most);
    if (group[next] === -1) throw new Error("there was a place, and nobody came to have it");
  }
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
