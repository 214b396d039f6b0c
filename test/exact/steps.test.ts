/** Long work in steps: it is paused by the clock, left when told to, and else done whole. */
import { describe, expect, it } from "vitest";
import { finished, inSlices, type Steps } from "../../src/exact/steps.js";

function* work(steps: number, done: number[] = []): Steps<string> {
  for (let i = 0; i < steps; i++) {
    done.push(i);
    yield;
  }
  return "all of it";
}

/** A clock on which each look takes a millisecond. */
function ticking() {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    clock: () => now++,
    wait: async () => {
      waits.push(now);
    },
  };
}

describe("work in steps", () => {
  it("is done whole, at once or in slices, with pauses between", async () => {
    expect(finished(work(7))).toBe("all of it");
    const time = ticking();
    expect(await inSlices(work(20), 5, () => true, time)).toBe("all of it");
    expect(time.waits.length).toBeGreaterThanOrEqual(2);
    expect(time.waits.length).toBeLessThan(6);
  });

  it("is left after the slice in which it was told to end", async () => {
    const done: number[] = [];
    const time = ticking();
    expect(await inSlices(work(1000, done), 5, () => time.waits.length < 2, time)).toBe(null);
    expect(done.length).toBeLessThan(20);
  });
});
