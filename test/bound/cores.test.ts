import { describe, expect, it } from "vitest";
import { Cores } from "../../src/bound/cores.js";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { MAX_SEATS } from "../../src/problem/data.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

describe("the core of a slot", () => {
  it("holds entries of its own lists, the members of the cheapest pair among them, and leaves some out", () => {
    let [pairs, left] = [0, 0];
    for (let seed = 0; seed < count(60, 600); seed++) {
      const tiny = tinySeason(seed, { trainers: 16, sessions: 5 });
      const season = {
        ...tiny,
        pairs: [],
        trainers: tiny.trainers.map((t, i) => ({
          ...t,
          avoidTrainers: [],
          roles: [i % 2 === 0 ? ("professional" as const) : ("lived" as const)],
        })),
      };
      const { data } = benchOf({ ...season, sessions: season.sessions.map((s) => ({ ...s, pinned: null })) }).problem;
      const lagrangian = new Lagrangian(data);
      const random = new Random(seed);
      for (const row of lagrangian.rows.active)
        if (lagrangian.rows.lower[row] === 0)
          lagrangian.multipliers[row] = Math.min(lagrangian.rows.upper[row] ?? 0, random.int(0, 60));
      lagrangian.evaluate();
      const cores = new Cores(lagrangian);
      for (let g = 0; g < data.shape.sessionOf.length; g++) {
        const session = data.shape.sessionOf[g] ?? 0;
        const groups = (data.groupStart[session + 1] ?? 0) - (data.groupStart[session] ?? 0);
        const first = data.entryList[g] ?? 0;
        const core = cores.of(g);
        const inCore = new Set<number>();
        for (let k = 0; k < groups; k++) {
          const [from, to] = [data.entryStart[first + k] ?? 0, data.entryStart[first + k + 1] ?? 0];
          const all = [...data.entryCandidate.subarray(from, to)];
          const members = [...core.candidate.subarray(core.start[k], core.start[k + 1])];
          expect(members).toEqual(all.filter((c) => members.includes(c)));
          for (const c of members) inCore.add(c);
          left += to - from - members.length;
        }
        const whole = cores.whole(g, true);
        for (let i = 0; i < core.candidate.length; i++) {
          const at = whole.candidate.indexOf(core.candidate[i] ?? -1);
          expect(core.trainer[i]).toBe(data.candidateTrainer[core.candidate[i] ?? -1]);
          for (const field of ["trainer", "own", "ahead"] as const) expect(core[field][i]).toBe(whole[field][at]);
        }
        if (data.teamSize[session] !== 2 || groups !== 2 || lagrangian.slotPrice[g] === Number.POSITIVE_INFINITY)
          continue;
        for (let k = 0; k < 2; k++)
          expect(inCore.has(lagrangian.slotTeam[g * MAX_SEATS + k] ?? -1), `seed ${seed}, slot ${g}`).toBe(true);
        pairs++;
      }
    }
    expect(pairs).toBeGreaterThan(50);
    expect(left).toBeGreaterThan(50);
  });
});
