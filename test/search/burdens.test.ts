import { describe, expect, it } from "vitest";
import { Burdens } from "../../src/search/burdens.js";
import { allColumns } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { soundState } from "../support/sound-state.js";

describe("what would have to be passed on", () => {
  it("is the same kept up as worked out anew, whatever comes, goes and turns out to be hard", () => {
    let [free, some, none, raised] = [0, 0, 0, 0];
    for (let seed = 0; seed < count(80, 800); seed++) {
      const bench = soundState(seed);
      const { state, columns } = bench;
      const { shape, links } = state.data;
      const all = allColumns(bench);
      if (all.length === 0) continue;
      const random = new Random(seed);
      const kept = new Burdens(state);
      const anew = new Burdens(state, 0);
      for (const burdens of [kept, anew]) burdens.begin();
      for (let i = 0; i < 60; i++) {
        const column = random.pick(all);
        const session = columns.sessionOf(column);
        const present = state.chosen[session] ?? -1;
        if (present < 0 && random.chance(0.3)) {
          for (const burdens of [kept, anew]) burdens.raise(session);
          raised++;
        } else if (present < 0 && state.canPlace(column)) {
          state.place(column);
          for (const burdens of [kept, anew]) burdens.book(column, 1);
        } else if (present >= 0 && (state.chosen[links.next[session] ?? -1] ?? -1) < 0) {
          for (const burdens of [kept, anew]) burdens.book(present, -1);
          state.remove(session);
        }
        const trainer = random.int(0, shape.trainers - 1);
        const slot = random.int(0, shape.sessionOf.length - 1);
        const most = random.int(0, 3);
        const is = kept.of(trainer, slot, most);
        expect(is, `seed ${seed}`).toBe(anew.of(trainer, slot, most));
        if (is === 0) free++;
        else if (is < Number.POSITIVE_INFINITY) some++;
        else none++;
      }
    }
    expect(Math.min(free, some, none, raised)).toBeGreaterThan(100);
  });
});
