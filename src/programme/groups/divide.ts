/**
 * Many people into groups: each group gets a day, a place, a language and whom it is for, by what most of those who are left can share;
 * then people are moved along chains until nobody who waits can be placed in these groups, and exchanged while that helps.
 */
import { bestPossible } from "./bound.js";
import { FEW } from "./exact.js";
import { A_FEW_STEPS_EACH, Exchange, MANY_STEPS_EACH } from "./exchange.js";
import { ableOf, type Frame, fits, framesOf } from "./frame.js";
import { visitFrameSets } from "./frame-sets.js";
import { compare, type Division, type Measures, measure } from "./measure.js";
import type { Intake, Participant, Span } from "./participants.js";
import { costOf, placeWaiting, seatAll } from "./seats.js";
import { Together } from "./together.js";
import { Standing } from "./waiting.js";

/** Up to so many groups every other frame of each is tried. */
const FEW_GROUPS = 12;
/** Other frames that are tried in all: some seconds. */
const MOST_REFRAMED = 4000;
/** Sets of frames in which people are exchanged to see which is best: so many, and of many people fewer. */
const MOST_TRIED = 12;
const MOST_EXCHANGED = 720;
const MOST_PROMISING = 3;
/** Of the promising, how often one more is exchanged for longer. */
const MORE_ROUNDS = 9;

/** People seated in groups of which it is settled what they are. */
interface Seated {
  readonly frames: readonly Frame[];
  readonly division: Division;
}

interface Measured extends Seated {
  readonly measures: Measures;
}

export function divide(intake: Intake): Seated {
  const built = build(intake);
  if (built.frames.length === 0) return built;
  const others = otherwise(intake, built);
  // Where the groups can be something else, the most promising of all that are exchanged more.
  const [first, ...rest] = others.length === 0 ? [built] : bestFirst(intake, [built, ...others], A_FEW_STEPS_EACH);
  if (first === undefined) throw new Error("a division was built and is not there");
  const promising = bestFirst(intake, [first, ...rest.slice(0, MOST_PROMISING - 1)]);
  const [best = first] = promising;
  return others.length === 0 ? best : exchangedOn(intake, promising);
}

/** The best of these, exchanged more while colleagues could be better as far as is known. */
function exchangedOn(intake: Intake, list: readonly Measured[]): Seated {
  let [best] = list;
  if (best === undefined) throw new Error("there is no division to go on with");
  let goal = bestPossible(intake, best.measures).colleagues;
  for (let round = 0; round < MORE_ROUNDS && best.measures.colleagues > goal; round++) {
    const [one] = bestFirst(intake, [list[round % list.length] ?? best], MANY_STEPS_EACH, round + 1);
    if (one === undefined || compare(one.measures, best.measures) >= 0) continue;
    best = one;
    goal = bestPossible(intake, best.measures).colleagues;
  }
  return best;
}

/** People exchanged in each, the best first. */
function bestFirst(intake: Intake, list: readonly Seated[], stepsEach?: number, seed?: number): readonly Measured[] {
  return list
    .map(({ frames, division }) => {
      const exchange = new Exchange(intake, division, ableOf(intake, frames));
      exchange.anneal(stepsEach, seed);
      exchange.descend();
      return { frames, division: exchange.division, measures: measure(intake, exchange.division) };
    })
    .sort((a, b) => compare(a.measures, b.measures));
}

/** Where there are few groups: everything else that they can be together in which no fewer have a place, those first in which colleagues are least apart. */
function otherwise(intake: Intake, built: Seated): readonly Seated[] {
  const people = intake.participants.length;
  const most = Math.min(MOST_TRIED, Math.floor(MOST_EXCHANGED / people));
  // Of few people every division is tried anyway.
  if (most === 0 || people <= FEW) return [];
  const waiting = built.division.filter((at) => at === -1).length;
  const found: { readonly seated: Seated; readonly cost: number; readonly apart: number }[] = [];
  visitFrameSets(intake, waiting, (frames) => {
    const able = ableOf(intake, frames);
    const division = intake.participants.map(() => -1);
    seatAll(division, able, intake);
    const cost = costOf(division, intake);
    if (cost > costOf(built.division, intake)) return;
    const placed = division.filter((at) => at >= 0).length;
    const apart = new Together({ intake, reached: { placed, mix: null } }, able).plain;
    found.push({ seated: { frames, division }, cost, apart });
  });
  return found
    .sort((a, b) => a.cost - b.cost || a.apart - b.apart)
    .slice(0, most)
    .map(({ seated }) => seated);
}

function build(intake: Intake): Seated {
  const { participants, groups, most, atLeast = 1 } = intake;
  const size = Math.min(most, Math.max(atLeast, Math.ceil(participants.length / groups)));
  const frames: Frame[] = [];
  const group = participants.map(() => -1);
  // Where no group can be on any of the days, all wait.
  if (framesOf(intake, participants).length === 0) return { division: group, frames };
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
  seatAll(group, ableOf(intake, frames), intake);
  if (groups <= FEW_GROUPS) reframe(intake, group, frames);
  return { division: group, frames };
}

/**
 * Where there are few groups, each is tried on every other day, in every place and language, for all or for women, that would suit
 * somebody who waits, or anybody where a group is small, as long as that places more or leaves fewer groups small; up to a limit of work.
 */
function reframe(intake: Intake, group: number[], frames: Frame[]): void {
  const all = framesOf(intake, intake.participants);
  let tries = 0;
  for (let better = costOf(group, intake) > 0; better; ) {
    better = false;
    const outside = intake.participants.filter((_, i) => group[i] === -1);
    const isSmall = costOf(group, intake) % (intake.groups + 1) > 0;
    const wanted = isSmall ? all : all.filter((frame) => outside.some((one) => fits(one, frame, intake)));
    for (const g of frames.keys())
      for (const frame of wanted) {
        if (++tries > MOST_REFRAMED) return;
        const tried = frames.with(g, frame);
        const able = ableOf(intake, tried);
        const placed = group.map((at, i) => (at >= 0 && able[i]?.[at] === true ? at : -1));
        seatAll(placed, able, intake);
        if (costOf(placed, intake) >= costOf(group, intake)) continue;
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
export function completed(intake: Intake, division: Division, wanted: readonly Span[] = []): Division {
  const group = [...division];
  for (;;) {
    const standing = new Standing(intake, group, wanted);
    const next = intake.participants.findIndex(
      (one, i) => group[i] === -1 && standing.waysOf(one).some(({ bars }) => bars.length === 0),
    );
    if (next < 0) return group;
    // One at a time: each changes what her group is told to be.
    placeWaiting(group, standing.ableFor(next), intake.most);
    if (group[next] === -1) throw new Error("there was a place, and nobody came to have it");
  }
}
