/** After a no on the reply page: what is published, repaired and kept as a proposal, whatever ends the server meanwhile. */
import { expect, test } from "vitest";
import { repairsDue } from "../../src/pool/store/index.js";
import { answerOwn } from "../../src/season/index.js";
import { type Answer, type Server, withServer } from "./support.js";

const her = { id: "t1", role: "trainer", trainer: "t1" } as const;

/** The proposal, once it is there. */
async function proposed(server: Server): Promise<Answer> {
  let plan = await server.ask("coordinator", "GET", "/v1/plans/small-proposal");
  for (let i = 0; i < 300 && plan.status === 404; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    plan = await server.ask("coordinator", "GET", "/v1/plans/small-proposal");
  }
  return plan;
}

test("after a no on the reply page a repair is there for the coordinator, and breaks no rule", async () => {
  await withServer(async (server) => {
    const secret = server.token({ role: "trainer", scope: "reply", trainer: "t1", account: "t1" });
    const form = new URLSearchParams({ season: "small", session: "s4", reply: "no" }).toString();
    await server.ask(null, "POST", `/r/${secret}`, form, { "content-type": "application/x-www-form-urlencoded" });
    const plan = await proposed(server);
    expect(plan.json.verdict).toMatchObject({ feasible: true });
    const { assignments } = plan.json.plan as unknown as {
      assignments: { session: string; team: { trainer: string }[] }[];
    };
    expect(assignments.find(({ session }) => session === "s4")?.team.map(({ trainer }) => trainer)).not.toContain("t1");
    // it is a proposal: what is published stays until she publishes it
    const plans = (await server.ask("coordinator", "GET", "/v1/plans")).json.items as unknown as {
      id: string;
      published: boolean;
    }[];
    expect(plans.filter(({ published }) => published).map(({ id }) => id)).toEqual(["first"]);
  });
}, 60_000);

test("what was declined and not repaired before the server was killed is repaired by the next", async () => {
  await withServer(async (server) => {
    // as the server keeps it, and is killed before the repair is done
    server.inPool((store) => answerOwn(store, her, "small", "s4", "no"));
    expect(server.inPool(repairsDue)).toEqual(new Map([["small", 1]]));
    await server.crash();
    expect((await proposed(server)).json.verdict).toMatchObject({ feasible: true });
    for (let i = 0; i < 100 && server.inPool(repairsDue).size > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.inPool(repairsDue)).toEqual(new Map());
    // the same no again is no news
    server.inPool((store) => answerOwn(store, her, "small", "s4", "no"));
    expect(server.inPool(repairsDue)).toEqual(new Map());
  });
}, 60_000);
