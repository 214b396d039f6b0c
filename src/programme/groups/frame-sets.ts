/** Everything that a few groups can be together: all sets of frames in which enough people have a place. */
import { type Frame, fits, framesOf } from "./frame.js";
import type { Intake } from "./participants.js";

/** With more groups than that there are too many sets to look at them all. */
const FEW_SETTLED = 6;
/** Steps of work, about: a second or so; and how many of them it takes to look at a set, for each of the people and groups. */
const MOST_WORK = 10_000_000;
const WORK_OF_VISIT = 50;

/**
 * Visits the sets of as many frames as there are groups, each once, in which all but so many people could be; of a frame in which
 * nobody could be but those of another one, only the other.
 * @param waiting how many may be without a place
 * @param visit is told one set
 * @returns whether it has visited all
 */
export function visitFrameSets(intake: Intake, waiting: number, visit: (frames: readonly Frame[]) => void): boolean {
  const { participants, groups } = intake;
  const { frames, members } = widestFrames(intake);
  const ofPerson = participants.map((_, i) => [...members.keys()].filter((f) => members[f]?.has(i)));
  const inFrames = participants.map(() => 0);
  let isOver = groups > FEW_SETTLED;
  let work = 0;

  const fill = (chosen: readonly number[], from: number, out: ReadonlySet<number>): void => {
    work += participants.length * groups;
    isOver ||= work > MOST_WORK;
    if (isOver) return;
    if (chosen.length === groups) {
      work += participants.length * (participants.length + WORK_OF_VISIT * groups);
      visit(chosen.flatMap((f) => frames[f] ?? []));
      return;
    }
    for (let f = from; f < frames.length; f++) if (!out.has(f)) fill([...chosen, f], f, out);
  };
  /** @param out frames that those sets have which were visited before */
  const choose = (chosen: readonly number[], out: ReadonlySet<number>, excused: ReadonlySet<number>): void => {
    work += participants.length * groups;
    isOver ||= work > MOST_WORK;
    if (isOver) return;
    let next = -1;
    let choices: readonly number[] = [];
    for (const [i, count] of inFrames.entries()) {
      if (count > 0 || excused.has(i)) continue;
      const own = (ofPerson[i] ?? []).filter((f) => !out.has(f));
      if (next < 0 || own.length < choices.length) [next, choices] = [i, own];
    }
    if (next < 0) {
      fill(chosen, 0, out);
      return;
    }
    const tried = new Set(out);
    if (chosen.length < groups)
      for (const f of choices) {
        for (const i of members[f] ?? []) inFrames[i] = (inFrames[i] ?? 0) + 1;
        choose([...chosen, f], tried, excused);
        for (const i of members[f] ?? []) inFrames[i] = (inFrames[i] ?? 0) - 1;
        tried.add(f);
      }
    if (excused.size < waiting) choose(chosen, tried, new Set([...excused, next]));
  };
  choose([], new Set(), new Set());
  return !isOver;
}

/** Frames with those who could be in them, without those that another one holds as well. */
function widestFrames(intake: Intake): {
  readonly frames: readonly Frame[];
  readonly members: readonly ReadonlySet<number>[];
} {
  const all = framesOf(intake, intake.participants).map((frame) => ({
    frame,
    those: new Set(intake.participants.flatMap((one, i) => (fits(one, frame, intake) ? [i] : []))),
  }));
  const isWithin = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].every((i) => b.has(i));
  const widest = all.filter(
    ({ those }, k) =>
      !all.some((other, j) => j !== k && isWithin(those, other.those) && (other.those.size > those.size || j < k)),
  );
  return { frames: widest.map(({ frame }) => frame), members: widest.map(({ those }) => those) };
}
