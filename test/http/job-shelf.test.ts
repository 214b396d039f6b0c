/** Of jobs that a database without a key may not hold, nothing is told either once somebody was erased. */
import { expect, test } from "vitest";
import { type Job, jobOf, type Outcome } from "../../src/faces/http/job.js";
import { Shelf } from "../../src/faces/http/job-shelf.js";
import { eraseTrainer } from "../../src/pool/store/index.js";
import { coordinator, officer, withPool } from "../pool/support.js";

/** A job with an edit of somebody, which lies in no database that has no key. */
const ASKED = { season: "small", edits: [{ edit: "exclude", session: "s1", trainer: "t4" }] };
const about = (id: string): Job => jobOf(id, "solves", coordinator, Buffer.from(JSON.stringify(ASKED)));
const DONE: Outcome = { state: "done", result: '"t4"', problem: null, ended: 1 };

test("a job that is not kept is gone once somebody was erased since it was asked, and ends with nothing", async () => {
  await withPool((store) => {
    const shelf = new Shelf(store);
    const [ended, running, later] = [about("ended"), about("running"), about("later")];
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
