import { describe, expect, it } from "vitest";
import type { Session } from "../../src/model/types.js";
import type { ProblemData } from "../../src/problem/data.js";
import { seated } from "../../src/score/plans.js";
import { columnCost } from "../../src/score/teams.js";
import { teamsOf } from "../oracles/teams.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

/** Every way to fill a session's seats from the whole pool, whatever roles they hold, somebody twice included. */
function* fillings(pool: number, seats: number, team: readonly number[] = []): Generator<readonly number[]> {
  if (team.length === seats) {
    yield team;
    return;
  }
  for (let t = 0; t < pool; t++) yield* fillings(pool, seats, [...team, t]);
}

/** One name for a slot and team, in whatever order the members of one role come. */
function keyOf(data: ProblemData, session: number, slot: number, team: readonly number[]): string {
  const seat = data.seatStart[session] ?? 0;
  const members = team.map((t, k) => `${data.seatRole[seat + k]}-${t}`);
  return `${slot}: ${members.sort().join()}`;
}

describe("a column's cost", () => {
  it("is what the oracle says of the team by itself, and Infinity for every team that breaks a rule of one session", () => {
    let [sound, broken] = [0, 0];
    for (let seed = 0; seed < count(120, 1000); seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const { data, index } = problem;
      season.sessions.forEach((session: Session, s) => {
        const size = data.teamSize[s] ?? 0;
        const known = new Map<string, number>();
        for (const { slot, team, cost } of teamsOf(season, session)) {
          const at = seated(problem, { session: session.id, slot, team });
          if (!at) throw new Error(`a team of ${session.id} does not fill its seats`);
          known.set(keyOf(data, s, at.slot, at.trainers), cost);
        }
        const unseen = new Set(known.keys());
        for (let g = data.shape.slotStart[s] ?? 0; g < (data.shape.slotStart[s + 1] ?? 0); g++)
          for (const team of size <= 3 ? fillings(season.trainers.length, size) : []) {
            const key = keyOf(data, s, g, team);
            const cost = known.get(key) ?? Number.POSITIVE_INFINITY;
            if (columnCost(data, g, team) !== cost)
              expect(
                columnCost(data, g, team),
                `seed ${seed}, ${session.id} slot ${index.slotNumber(g)} team ${key}`,
              ).toBe(cost);
            unseen.delete(key);
            if (cost === Number.POSITIVE_INFINITY) broken++;
            else sound++;
          }
        if (size <= 3) expect([...unseen], `seed ${seed}`).toEqual([]);
      });
    }
    expect(sound).toBeGreaterThan(500);
    expect(broken).toBeGreaterThan(500);
  });

  it("is the same for members of one role in another order, and they are one column", () => {
    let swapped = 0;
    for (let seed = 0; seed < count(80, 400); seed++) {
      const { season, problem, columns } = benchOf(tinySeason(seed));
      const random = new Random(seed);
      for (const session of season.sessions)
        for (const { slot, team } of teamsOf(season, session).slice(0, 20)) {
          const at = seated(problem, { session: session.id, slot, team });
          const other = seated(problem, { session: session.id, slot, team: random.sample(team, team.length) });
          if (!at || !other) throw new Error(`a team of ${session.id} does not fill its seats`);
          expect(columns.intern(other.slot, other.trainers), `seed ${seed}`).toBe(columns.intern(at.slot, at.trainers));
          if (other.trainers.join() !== at.trainers.join()) swapped++;
        }
    }
    expect(swapped).toBeGreaterThan(20);
  });
});
