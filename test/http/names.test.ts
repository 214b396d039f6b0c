/** Whose names an organisation comes to know by asking: of suggestions and repairs, and never of a plan that is only supposed. */
import { expect, test } from "vitest";
import { organisationOf, trainerCodes } from "../../src/pool/store/index.js";
import { trailOf } from "../pool/support.js";
import { PLAN } from "../season/support.js";
import { type Server, versionIn, withServer } from "./support.js";

/** Names that a coordinator of the other organisation is told of those of the first. */
async function namesTold(server: Server, authorization: string): Promise<readonly string[]> {
  const { json } = await server.ask(null, "GET", "/v1/trainers", undefined, { authorization });
  const rows = (json as { items?: { trainer: string; organisation: string; name: string | null }[] }).items ?? [];
  return rows.flatMap(({ trainer, organisation, name }) => (organisation === "org1" && name !== null ? [trainer] : []));
}

test("a repair of a plan that is kept makes known whom to call, but for those whom an edit names; one that is supposed nobody", async () => {
  await withServer(async (server) => {
    const secret = server.token({ role: "coordinator", account: "c2", organisation: "org2" });
    const authorization = `Bearer ${secret}`;
    const known = async (): Promise<readonly string[]> => [...(await namesTold(server, authorization))].sort();
    const calledIn = async (plan: unknown, ...edits: object[]): Promise<readonly string[]> => {
      const body = { season: "small", plan, edits, time: 1 };
      const { status, text } = await server.ask(null, "POST", "/v1/repairs", body, { authorization });
      expect([status, text.slice(0, 300)]).toEqual([200, expect.any(String)]);
      const { contacts, told } = JSON.parse(text) as Readonly<Record<"contacts" | "told", { trainer: string }[]>>;
      return [...new Set([...contacts, ...told].map(({ trainer }) => trainer))].sort();
    };
    const block = (trainer: string) => ({ edit: "block-trainer", trainer, from: "2027-03-01", to: "2027-03-31" });
    expect(await known()).toEqual([]);
    // plans that nobody has kept: one of nobody, who calls whoever can come, and one in which somebody is supposed to be
    expect(await calledIn({ ...PLAN, assignments: [] }, block("t6"))).not.toEqual([]);
    const [one] = PLAN.assignments;
    const team = [{ seat: "professional", trainer: "t5" }];
    await calledIn({ ...PLAN, assignments: [{ ...one, session: "s3", slot: 0, team }] }, block("t5"));
    const version = versionIn(await server.ask("coordinator", "GET", "/v1/plans/first"));
    expect(await calledIn({ of: "first", version, assignments: [], open: [] }, block("t4"))).not.toEqual([]);
    expect(await known()).toEqual([]);
    // that t1 and t2 are fixed in s1 is only supposed; whom it makes to be called besides is somebody to call
    const team1 = [
      { seat: "professional", trainer: "t1" },
      { seat: "lived", trainer: "t2" },
    ];
    const pinned = await calledIn("first", { edit: "pin", session: "s1", slot: 0, team: team1 });
    expect(pinned).toContain("t2");
    const all = new Set(pinned.filter((trainer) => !["t1", "t2"].includes(trainer)));
    expect(await known()).toEqual([...all].sort());
    // the plan that is kept has t1 and t4 in s4
    const called = await calledIn("first", block("t4"));
    expect(called).toContain("t4");
    for (const trainer of called) if (trainer !== "t4") all.add(trainer);
    expect(await known()).toEqual([...all].sort());
    expect(all.size).toBeGreaterThan(0);
    // each of them with her row of the trail
    const rows = server.inPool(trailOf).filter(({ action, actor }) => action === "name" && actor === "c2");
    expect(rows.length).toBe(all.size);
  });
}, 60_000);

test("suggestions make known whom they suggest, but for those whom the request names itself; what-ifs nobody", async () => {
  await withServer(async (server) => {
    const secret = server.token({ role: "coordinator", account: "c2", organisation: "org2" });
    const authorization = `Bearer ${secret}`;
    const known = async (): Promise<readonly string[]> => [...(await namesTold(server, authorization))].sort();
    const suggested = async (asked: object): Promise<readonly string[]> => {
      const body = { season: "small", plan: "first", top: 3, ...asked };
      const { status, text } = await server.ask(null, "POST", "/v1/suggestions", body, { authorization });
      expect([status, text.slice(0, 300)]).toEqual([200, expect.any(String)]);
      const { teams } = JSON.parse(text) as { readonly teams: { readonly team: { readonly trainer: string }[] }[] };
      return [...new Set(teams.flatMap(({ team }) => team.map(({ trainer }) => trainer)))].sort();
    };
    const team = [
      { seat: "professional", trainer: "t1" },
      { seat: "lived", trainer: "t4" },
    ];
    const edits = [{ edit: "pin", session: "s4", slot: 0, team }];
    expect(await suggested({ session: "s4", edits })).toEqual(["t1", "t4"]);
    // the same by a session that only the request has
    const { json } = await server.ask(null, "GET", "/v1/seasons/small", undefined, { authorization });
    const sessions = json.sessions as unknown as { readonly id: string }[];
    const s4 = sessions.find(({ id }) => id === "s4");
    const session = { ...s4, id: "mine", excludes: [], waivers: [], pinned: { slot: 0, team } };
    expect(await suggested({ session, plan: { ...PLAN, assignments: [] } })).toEqual(["t1", "t4"]);
    const job = await server.ask(
      null,
      "POST",
      "/v1/whatifs",
      { season: "small", plan: "first", scenarios: [{ id: "one", edits }], time: 1 },
      { authorization },
    );
    const at = job.headers.get("location") ?? "";
    for (let state = ""; state !== "done"; ) {
      const told = await server.ask(null, "GET", at, undefined, { authorization });
      state = String(told.json.state);
      expect(["queued", "running", "done"]).toContain(state);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await known()).toEqual([]);
    // of what is supposed of somebody else the others become known, and of what stands everybody
    const others = await suggested({ session: "s4", edits: [{ edit: "exclude", session: "s4", trainer: "t1" }] });
    expect(others.length).toBeGreaterThan(0);
    const all = await suggested({ session: "s4" });
    const org1 = new Set(
      server.inPool((store) => trainerCodes(store).filter((id) => organisationOf(store, id) === "org1")),
    );
    expect(await known()).toEqual([...new Set([...others, ...all])].filter((id) => org1.has(id)).sort());
    expect(await known()).not.toEqual([]);
  });
}, 60_000);
