import { describe, expect, it } from "vitest";
import { Cores } from "../../src/bound/cores.js";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { Random } from "../../src/search/random.js";
import { clearTheWay, type RuinTools, wholePurse } from "../../src/search/ruins.js";
import { soundState } from "../support/sound-state.js";

function toolsFor(seed: number): { tools: RuinTools; data: RuinTools["state"]["data"] } {
  const { season, state, problem } = soundState(seed);
  const lagrangian = new Lagrangian(problem.data);
  lagrangian.evaluate();
  const cores = new Cores(lagrangian);
  const { shape } = problem.data;
  const ofProgramme: number[][] = Array.from({ length: shape.programmes }, () => []);
  for (let s = 0; s < shape.sessions; s++) ofProgramme[shape.programmeOf[s] ?? -1]?.push(s);
  const order = Int32Array.from(season.sessions.keys());
  return {
    data: problem.data,
    tools: {
      closed: -1,
      thrifty: false,
      state,
      random: new Random(seed),
      coreOf: (slot) => cores.of(slot),
      teamIfOthersMadeWay: (_, slot) => {
        const { start, trainer } = cores.of(slot);
        const session = shape.sessionOf[slot] ?? 0;
        const groups = [...problem.data.groupSeats.subarray(problem.data.groupStart[session])];
        return groups.length > 0 && (start[1] ?? 0) > 0 ? [trainer[0] ?? -1] : [];
      },
      ofProgramme,
      byDay: order,
      placeByDay: order,
    },
  };
}

describe("a whole purse", () => {
  it("is all that one budget pays, to be put back thriftily, and nothing where nobody pays", () => {
    let [paid, free] = [0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const { tools, data } = toolsFor(seed);
      for (let s = 0; s < data.shape.sessions; s++) {
        const out = new Set([s]);
        tools.thrifty = false;
        wholePurse(tools, s, 3, out);
        const programme = data.shape.programmeOf[s] ?? -1;
        const all = [...data.shape.programmeOf.keys()].filter((o) => data.shape.programmeOf[o] === programme);
        expect(tools.thrifty).toBe(programme >= 0);
        expect([...out].sort((a, b) => a - b)).toEqual(programme >= 0 ? all : [s]);
        if (programme >= 0) paid++;
        else free++;
      }
    }
    expect(paid).toBeGreaterThan(20);
    expect(free).toBeGreaterThan(20);
  });
});

describe("clearing the way", () => {
  it("takes out what keeps the wanted team from the seed, and only sessions that hold one of its members", () => {
    let cleared = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { tools, data } = toolsFor(seed);
      for (let s = 0; s < data.shape.sessions; s++) {
        const out = new Set<number>();
        clearTheWay(tools, s, 3, out);
        for (const other of out) {
          const column = tools.state.chosen[other] ?? -1;
          expect(column, `seed ${seed}`).toBeGreaterThanOrEqual(0);
          const wanted = new Set(
            Array.from(
              { length: (data.shape.slotStart[s + 1] ?? 0) - (data.shape.slotStart[s] ?? 0) },
              (_, i) => tools.teamIfOthersMadeWay(s, (data.shape.slotStart[s] ?? 0) + i)[0],
            ),
          );
          expect(tools.state.columns.teamOf(column).some((t) => wanted.has(t))).toBe(true);
          cleared++;
        }
      }
    }
    expect(cleared).toBeGreaterThan(20);
  });
});
