/** After a no: what is published, repaired, and kept as a proposal that the coordinator sees. Nobody is told of it but her. */
import * as z from "zod";
import { plainRepairTask, repair } from "../../advice/index.js";
import { publicationOf, repairDone, repairsDue } from "../../pool/store/index.js";
import { keepPlan, proposalsOf, publishedPlan, seasonForPlanning } from "../../season/index.js";
import { solve } from "../../solve/index.js";
import { type Asking, json, shaped } from "./sources.js";

const SECONDS = 10;
const proposalsIn = z.strictObject({ season: z.string() });

/** @returns the id of the plan that was kept */
export async function propose({ actor, store }: Asking, body: Uint8Array): Promise<{ readonly plan: string }> {
  const { season: id } = shaped(proposalsIn, json(body));
  if (store === null) throw new Error("a proposal without a database");
  const due = repairsDue(store).get(id);
  const season = seasonForPlanning(store, actor, id);
  const began = Date.now();
  const found = await repair(plainRepairTask(season, publishedPlan(store, season)), {
    time: SECONDS,
    view: "redacted",
    clock: () => Date.now() - began,
    solve,
    wait: (ms) => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve))),
  });
  // Where the proposal is what is published there is a second: what people were told stays to be read.
  const [first, second] = proposalsOf(id);
  const plan = publicationOf(store, id)?.plan === first ? second : first;
  const { bound: _, ...bare } = found.plan;
  keepPlan(store, actor, plan, id, bare, null, { made: season });
  if (due !== undefined) repairDone(store, id, due);
  return { plan };
}
