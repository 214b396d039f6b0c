/** Whose names an organisation comes to know by asking: of suggestions and repairs, and never of a plan that is only supposed. */
import { expect, test } from "vitest";
import { trailOf } from "../pool/support.js";
import { PLAN } from "../season/support.js";
import { type Server, withServer } from "./support.js";

/** Names that a coordinator of the other organisation is told of those of the first. */
async function namesTold(server: Server, authorization: string): Promise<readonly string[]> {
  const { json } = await server.ask(null, "GET", "/v1/trainers", undefined, { authorization });
  const rows = (json as { items?: { trainer: string; organisation: string; name: string | null }[] }).items ?? [];
  return rows.flatMap(({ trainer, organisation, name }) => (organisation === "org1" && name !== null ? [trainer] : []));
}

test("a repair makes known who is asked to take over, and who leaves what she is assigned to; nobody else", async () => {
  await withServer(async (server) => {
    const secret = server.token({ role: "coordinator", account: "c2", organisation: "org2" });
    const authorization = `Bearer ${secret}`;
    const repair = async (plan: unknown, trainer: string): Promise<string> => {
      const edits = [{ edit: "block-trainer", trainer, from: "2027-03-01", to: "2027-03-31" }];
      const body = { season: "small", plan, edits, time: 1 };
      const { status, text } = await server.ask(null, "POST", "/v1/repairs", body, { authorization });
      expect([status, text.slice(0, 300)]).toEqual([200, expect.any(String)]);
      return text;
    };
    expect(await namesTold(server, authorization)).toEqual([]);
    // a plan that nobody has kept: who is in it is only supposed to be
    const [one] = PLAN.assignments;
    const supposed = {
      ...PLAN,
      assignments: [{ ...one, session: "s3", slot: 0, team: [{ seat: "professional", trainer: "t5" }] }],
    };
    await repair(supposed, "t5");
    expect(await namesTold(server, authorization)).not.toContain("t5");
    const before = await namesTold(server, authorization);
    // the plan that is kept has t1 and t4 in s4
    const told = JSON.parse(await repair("first", "t4")) as {
      readonly contacts: readonly { readonly trainer: string }[];
      readonly told: readonly { readonly trainer: string }[];
    };
    expect(told.told.map(({ trainer }) => trainer)).toContain("t4");
    const called = [...told.contacts, ...told.told].map(({ trainer }) => trainer);
    expect([...(await namesTold(server, authorization))].sort()).toEqual([...new Set([...before, ...called])].sort());
    // each of them with her row of the trail
    const rows = server.inPool(trailOf).filter(({ action, actor }) => action === "name" && actor === "c2");
    expect(rows.length).toBe((await namesTold(server, authorization)).length);
  });
}, 60_000);
