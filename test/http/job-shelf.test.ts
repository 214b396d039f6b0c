/** Of jobs that a database without a key may not hold, nothing is told either once somebody was erased. */
import { expect, test } from "vitest";
import type { Job, Outcome } from "../../src/faces/http/job.js";
import { Shelf } from "../../src/faces/http/job-shelf.js";
import { eraseTrainer } from "../../src/pool/store/index.js";
import { coordinator, officer, withPool } from "../pool/support.js";

/** A job with an edit of somebody, which lies in no database that has no key. */
const jobOf = (id: string): Job => ({
  id,
  kind: "solves",
  actor: coordinator,
  body: Buffer.from(JSON.stringify({ season: "small", edits: [{ edit: "exclude", session: "s1", trainer: "t4" }] })),
  state: "queued",
  progress: null,
  reached: null,
  result: null,
  problem: null,
  ended: null,
});
const DONE: Outcome = { state: "done", result: '"t4"', problem: null, ended: 1 };

test("a job that is not kept is gone once somebody was erased since it was asked, and ends with nothing", async () => {
  await withPool((store) => {
    const shelf = new Shelf(store);
    const [ended, running, later] = [jobOf("ended"), jobOf("running"), jobOf("later")];
    shelf.put(ended);
    shelf.put(running);
    expect(shelf.ended(ended, DONE)).toEqual(DONE);
    expect([shelf.isGone("ended"), shelf.isGone("running")]).toEqual([false, false]);
    eraseTrainer(store, officer, "t4");
    expect([shelf.isGone("ended"), shelf.isGone("running")]).toEqual([true, true]);
    expect(shelf.ended(running, DONE)).toEqual({ ...DONE, state: "cancelled", result: null });
    // what was asked after it reads a pool without her
    shelf.put(later);
    expect(shelf.isGone("later")).toBe(false);
    expect(shelf.ended(later, DONE)).toEqual(DONE);
  });
});
