/** Laws of edits on random tiny seasons: whatever they do, the model accepts the outcome, and indices follow dates. */
import { describe, expect, it } from "vitest";
import {
  applyEdits,
  type Edit,
  type Edited,
  InputError,
  type Plan,
  parseEdits,
  readSeason,
  type Season,
} from "../../src/model/index.js";
import { teamsOf } from "../oracles/teams.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { randomEdit } from "../support/random-edits.js";
import { tinySeason } from "../support/tiny-season.js";

/** Teams that fit one session each, coupled by nothing: edits trust nothing in a plan but its shape. */
function somePlan(random: Random, season: Season): Plan {
  const assignments = season.sessions.flatMap((session) => {
    const [team] = random.sample(teamsOf(season, session), 1);
    return team === undefined ? [] : [{ session: session.id, slot: team.slot, team: team.team }];
  });
  return { format: "koppel-plan/1", season: season.id, assignments };
}

interface Walk {
  readonly season: Season;
  readonly plan: Plan;
  /** the edits that were accepted, one by one */
  readonly edits: readonly Edit[];
  readonly steps: readonly {
    readonly before: Season;
    readonly plan: Plan;
    readonly edit: Edit;
    readonly after: Edited;
  }[];
  readonly refused: readonly Edit[];
}

function walk(seed: number, length: number): Walk {
  const random = new Random(seed);
  const season = tinySeason(seed);
  const plan = somePlan(random, season);
  const steps: Walk["steps"][number][] = [];
  const refused: Edit[] = [];
  let [now, nowPlan] = [season, plan];
  for (let i = 0; i < length; i++) {
    const [edit] = parseEdits({ format: "koppel-edits/1", edits: [randomEdit(random, now, seed * 100 + i)] }).edits;
    if (edit === undefined) throw new Error("one edit went in");
    try {
      const after = applyEdits(now, nowPlan, [edit]);
      steps.push({ before: now, plan: nowPlan, edit, after });
      [now, nowPlan] = [after.season, after.plan ?? nowPlan];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const { path } of error.issues) expect(path).toMatch(/^edits\[0\]/);
      refused.push(edit);
    }
  }
  return { season, plan, edits: steps.map(({ edit }) => edit), steps, refused };
}

const SEEDS = Array.from({ length: count(150, 3000) }, (_, seed) => seed + 1);

describe("any sequence of edits that fit", () => {
  it("gives a season that the model accepts, the same at once as one by one", () => {
    let pinsRefused = 0;
    let released = 0;
    const kinds = new Set<string>();
    for (const seed of SEEDS) {
      const { season, plan, edits, steps, refused } = walk(seed, 7);
      const last = steps.at(-1)?.after;
      if (last === undefined) continue;
      const all = applyEdits(season, plan, edits);
      expect(readSeason(Buffer.from(JSON.stringify(all.season))), `seed ${seed}`).toEqual(all.season);
      expect(all.season, `seed ${seed}`).toEqual(last.season);
      expect(all.plan, `seed ${seed}`).toEqual(last.plan);
      // Only a pin of the edit's own may be refused.
      for (const { edit } of refused) expect(["pin", "fix-slot"], `seed ${seed}`).toContain(edit);
      pinsRefused += refused.length;
      released += all.released.length;
      for (const { edit } of edits) kinds.add(edit);
    }
    expect(kinds.size).toBe(14);
    expect(pinsRefused).toBeGreaterThan(SEEDS.length / 10);
    expect(released).toBeGreaterThan(SEEDS.length / 20);
  });

  it("keeps every pin that it does not name or list as released, and each date at its parts", () => {
    let followed = 0;
    for (const seed of SEEDS) {
      for (const { before, plan, edit, after } of walk(seed, 7).steps) {
        const gone = edit.edit === "remove-trainer" ? edit.trainer : "";
        const named = "session" in edit && typeof edit.session === "string" ? edit.session : "";
        for (const session of after.season.sessions) {
          const old = before.sessions.find(({ id }) => id === session.id);
          if (old === undefined) continue;
          const partsOf = (slot: number | null | undefined, of = session) => of.slots[slot ?? -1];
          if (
            old.pinned !== null &&
            !after.released.includes(session.id) &&
            (named !== session.id || edit.edit === "change-session")
          ) {
            expect(partsOf(session.pinned?.slot)).toEqual(partsOf(old.pinned.slot, old));
            expect(session.pinned?.team).toEqual(old.pinned.team.filter(({ trainer }) => trainer !== gone));
          }
          if (after.released.includes(session.id)) expect(old.pinned).not.toBeNull();
          if (after.released.includes(session.id) && edit.edit !== "fix-slot") expect(session.pinned).toBeNull();
          const then = before.published.find((one) => one.session === session.id);
          const now = after.season.published.find((one) => one.session === session.id);
          const kept = session.slots.some((slot) => JSON.stringify(slot) === JSON.stringify(partsOf(then?.slot, old)));
          expect(now?.slot === undefined || now.slot === null ? undefined : partsOf(now.slot)).toEqual(
            kept ? partsOf(then?.slot, old) : undefined,
          );
          const was = plan.assignments.find((one) => one.session === session.id);
          const is = after.plan?.assignments.find((one) => one.session === session.id);
          if (is !== undefined) expect(partsOf(is.slot)).toEqual(partsOf(was?.slot, old));
          if (is !== undefined && is.slot !== was?.slot) followed++;
        }
        expect(JSON.stringify(after.season)).not.toContain(gone === "" ? "no such text" : JSON.stringify(gone));
        if (after.plan !== null)
          expect(JSON.stringify(after.plan)).not.toContain(gone === "" ? "no such text" : `"${gone}"`);
      }
    }
    expect(followed).toBeGreaterThan(0);
  });
});
