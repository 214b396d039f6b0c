/** Jobs over HTTP, a crash under load, and whatever bodies come in: by the built server. */
import { readdirSync, readFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import fc from "fast-check";
import { expect, test } from "vitest";
import { eraseTrainer, keptJobs, versionOf } from "../../src/pool/store/index.js";
import { buildSeason, keepPlan } from "../../src/season/index.js";
import { coordinator, officer, options, PLAN } from "../season/support.js";
import { count } from "../support/counts.js";
import { smallSeason } from "../support/small-season.js";
import { type Server, withServer } from "./support.js";

const SEASON = smallSeason();
/** What-ifs that take long. */
const LONG = {
  season: { ...SEASON, id: "large" },
  scenarios: Array.from({ length: 40 }, (_, i) => ({ id: `x${i}`, edits: [] })),
  time: 30,
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks after a job until it has ended. */
async function ended(server: Server, at: string): Promise<Record<string, unknown>> {
  for (let i = 0; i < 1200; i++) {
    const { json } = await server.ask("coordinator", "GET", at);
    if (!["queued", "running"].includes(String(json.state))) return json;
    await wait(50);
  }
  throw new Error("the job does not end");
}

/** Whether some threads of a process let the rest go first, the one that answers requests among them; on Linux alone threads can. */
function stepsAside(pid: number | undefined): boolean {
  if (process.platform !== "linux" || getPriority() >= constants.priority.PRIORITY_BELOW_NORMAL) return true;
  const threads = readdirSync(`/proc/${pid}/task`).map((id) => readFileSync(`/proc/${pid}/task/${id}/stat`, "utf8"));
  // After the name, which may hold spaces: state is the third field, niceness the nineteenth.
  const nice = threads.map((stat) => Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]));
  const first = Number(getPriority(pid));
  return nice.some((one) => one > first) && nice.filter((one) => one === first).length > 1;
}

interface Placed {
  readonly session: string;
  readonly team: readonly { readonly trainer: string }[];
}
const teamsIn = ({ json }: { readonly json: unknown }): number =>
  (json as { readonly dates: readonly { readonly teams: number }[] }).dates.reduce((sum, { teams }) => sum + teams, 0);

test("jobs: a solve with its events, kept where asked; cancelled within a second; too many are refused; somebody else's are nobody's", async () => {
  await withServer(
    async (server) => {
      const started = await server.ask("coordinator", "POST", "/v1/solves", {
        season: "small",
        // it is proven in a second, and a busy machine has the time that it needs
        time: 60,
        save: "by-job",
      });
      const at = started.headers.get("location") ?? "";
      expect(started.status).toBe(202);
      const events = await fetch(`${server.url}${at}/events`, {
        headers: { authorization: `Bearer ${server.tokens.coordinator}` },
      });
      const text = await events.text();
      expect(text).toContain("event: done");
      expect(await ended(server, at)).toMatchObject({ state: "done", result: { status: "optimal", saved: "by-job" } });
      expect((await server.ask("coordinator", "GET", "/v1/plans/by-job")).status).toBe(200);
      expect((await server.ask("safetyOfficer", "GET", at)).status).toBe(404);
      const scenarios = [{ id: "ill", edits: [{ edit: "remove-trainer", trainer: "t1" }] }];
      const compared = await server.ask("coordinator", "POST", "/v1/whatifs", {
        season: "small",
        plan: "first",
        scenarios,
        time: 1,
      });
      expect(await ended(server, compared.headers.get("location") ?? "")).toMatchObject({ state: "done" });
      // a plan under wishes: it obeys them, and is not kept as if it were of the season as it is
      const fixed = await server.ask("coordinator", "GET", "/v1/plans/first");
      const { assignments } = (fixed.json as unknown as { plan: { assignments: readonly Placed[] } }).plan;
      const [one] = assignments;
      const out = one?.team[0]?.trainer ?? "";
      const edits = [{ edit: "exclude", session: one?.session, trainer: out }];
      const wished = { season: "small", from: "first", time: 2, edits, weights: "short-journeys" };
      const obeyed = await server.ask("coordinator", "POST", "/v1/solves", wished);
      const told = (await ended(server, obeyed.headers.get("location") ?? "")) as unknown as {
        readonly state: string;
        readonly result: { readonly plan: { readonly assignments: readonly Placed[] } };
      };
      expect(told.state).toBe("done");
      const team = told.result.plan.assignments.find(({ session }) => session === one?.session)?.team ?? [];
      expect(team.map(({ trainer }) => trainer)).not.toContain(out);
      const asked = { season: "small", plan: "first", session: one?.session, dates: true };
      const all = await server.ask("coordinator", "POST", "/v1/suggestions", asked);
      const fewer = await server.ask("coordinator", "POST", "/v1/suggestions", { ...asked, edits });
      expect(teamsIn(fewer)).toBeLessThan(teamsIn(all));
      expect(fewer.text.split('"blocked"')[0]).not.toContain(`"${out}"`);
      // what is not sound, not there, or over what was not seen is refused before it waits
      const refused = async (kind: string, body: object): Promise<readonly [number, string]> => {
        const { status, json } = await server.ask("coordinator", "POST", `/v1/${kind}`, body);
        return [status, String((json.errors as unknown as { path: string }[] | undefined)?.[0]?.path ?? "")];
      };
      expect(await refused("recruits", { season: "small" })).toEqual([422, "/plan"]);
      expect(await refused("solves", { season: "small", time: "3" })).toEqual([422, "/time"]);
      expect(await refused("solves", { ...wished, save: "no" })).toEqual([422, "/save"]);
      expect(await refused("solves", { season: "small", save: "no/way" })).toEqual([422, ""]);
      expect(await refused("solves", { season: "none" })).toEqual([404, ""]);
      expect(await refused("whatifs", { season: "small", plan: "none", scenarios })).toEqual([404, ""]);
      expect(await refused("solves", { season: "small", save: "first" })).toEqual([412, ""]);
      expect(await refused("solves", { season: "small", save: "new", ifVersion: 3 })).toEqual([412, ""]);
      const ifVersion = server.inPool((store) => {
        buildSeason(store, coordinator, options({ id: "again" }));
        return versionOf(store, "plans", "first");
      });
      expect(await refused("solves", { season: "again", save: "first", ifVersion })).toEqual([412, ""]);

      const long = await server.ask("coordinator", "POST", "/v1/whatifs", LONG);
      const where = long.headers.get("location") ?? "";
      for (let i = 0; i < 2; i++) await server.ask("coordinator", "POST", "/v1/solves", { season: "small", time: 1 });
      const full = await server.ask("coordinator", "POST", "/v1/solves", { season: "small", time: 1 });
      expect([full.status, full.headers.get("retry-after")]).toEqual([429, "10"]);
      expect((await server.ask("coordinator", "DELETE", where)).status).toBe(204);
      expect((await server.ask("coordinator", "GET", where)).json.state).toBe("cancelled");
      await wait(1000);
      expect(
        ((await server.ask(null, "GET", "/healthz")).json.jobs as { running: number }).running,
      ).toBeLessThanOrEqual(1);
    },
    ["--waiting", "2"],
  );
}, 120_000);

test("who saved under its name while a solve went on keeps hers, and its plan is kept beside it", async () => {
  await withServer(async (server) => {
    // It waits behind another until somebody has saved under its name.
    const before = await server.ask("coordinator", "POST", "/v1/whatifs", LONG);
    const job = await server.ask("coordinator", "POST", "/v1/solves", { season: "small", time: 2, save: "mine" });
    server.inPool((store) => keepPlan(store, coordinator, "mine", "small", PLAN, 0));
    await server.ask("coordinator", "DELETE", before.headers.get("location") ?? "");
    const { result } = (await ended(server, job.headers.get("location") ?? "")) as unknown as {
      readonly result: { readonly saved: string; readonly plan: object };
    };
    expect(result.saved).toBe("mine-2");
    const plan = async (id: string) => (await server.ask("coordinator", "GET", `/v1/plans/${id}`)).json.plan as object;
    expect(await plan("mine")).toMatchObject({ assignments: PLAN.assignments });
    expect(await plan("mine-2")).toEqual(result.plan);
  });
}, 60_000);

test("a job that ends while others write to the pool is kept once they let go; the server goes on meanwhile", async () => {
  await withServer(async (server) => {
    const job = await server.ask("coordinator", "POST", "/v1/solves", { season: "small", steps: 50, time: 60 });
    const at = job.headers.get("location") ?? "";
    await server.whileLocked(async () => {
      for (let i = 0; i < 30; i++) {
        expect((await server.ask(null, "GET", "/healthz")).status).toBe(200);
        await wait(100);
      }
      expect((await server.ask("coordinator", "GET", at)).json.state).toBe("running");
    });
    expect((await ended(server, at)).state).toBe("done");
    await server.crash();
    expect((await server.ask("coordinator", "GET", at)).json.result).toMatchObject({ season: "small" });
  });
}, 60_000);

test("killed under load: what was saved is there, and jobs that had not ended are done after all", async () => {
  await withServer(async (server) => {
    const jobs = [];
    for (let i = 0; i < 3; i++)
      jobs.push(await server.ask("coordinator", "POST", "/v1/solves", { season: "small", time: 3, save: `job-${i}` }));
    const wrote = await server.ask(
      "coordinator",
      "PUT",
      "/v1/plans/kept",
      { season: "small", plan: PLAN },
      { "if-none-match": "*" },
    );
    expect(wrote.status).toBe(200);
    await server.crash();
    expect((await server.ask("coordinator", "GET", "/v1/plans/kept")).status).toBe(200);
    for (const { headers } of jobs) {
      const at = headers.get("location") ?? "";
      expect(await ended(server, at)).toMatchObject({ state: "done" });
    }
    for (let i = 0; i < 3; i++) expect((await server.ask("coordinator", "GET", `/v1/plans/job-${i}`)).status).toBe(200);
  });
}, 120_000);

test("killed in the middle of a solve: it goes on from its last plan with the time that is left", async () => {
  await withServer(async (server) => {
    const season = JSON.parse(readFileSync("data/demo/season.json", "utf8")) as object;
    const started = await server.ask("coordinator", "POST", "/v1/solves", { season, time: 40 });
    const at = started.headers.get("location") ?? "";
    const progress = async (): Promise<{ ms: number; cost: number | null }> => {
      const { json } = await server.ask("coordinator", "GET", at);
      expect(["queued", "running"]).toContain(json.state);
      return (json.progress as { ms: number; cost: number | null } | null) ?? { ms: 0, cost: null };
    };
    const until = async (holds: (one: { ms: number; cost: number | null }) => boolean) => {
      for (let i = 0; i < 600; i++) {
        const found = await progress();
        if (holds(found)) return found;
        await wait(50);
      }
      throw new Error("the solve does not get there");
    };
    const kept = () => server.inPool(keptJobs)[0];
    // A plan is handed over every five seconds, where there is a better one.
    for (let i = 0; i < 300 && kept()?.reached === null; i++) await wait(100);
    expect(stepsAside(server.pid)).toBe(true);
    const early = kept()?.reached as { ms: number; plan: { cost: number } };
    expect(kept()).toMatchObject({
      body: { text: expect.stringContaining("sessions") },
      reached: { ms: expect.any(Number) },
    });
    await server.crash();
    const after = await until(({ cost }) => cost !== null);
    expect(after.cost).toBeLessThanOrEqual(early.plan.cost);
    expect(after.ms).toBeGreaterThan(early.ms);
    expect((await server.ask("coordinator", "POST", `${at}/stop`)).status).toBe(200);
    expect(await ended(server, at)).toMatchObject({ state: "done", result: { status: "interrupted" } });
    // What was asked is a whole season: it is not kept beside how it ended.
    expect(kept()).toMatchObject({ body: { outcome: { state: "done" } }, reached: null });
    expect(kept()?.body).not.toHaveProperty("text");
  });
}, 120_000);

test("what a job came to is told after a restart, and no longer once somebody in it is erased", async () => {
  await withServer(async (server) => {
    const started = await server.ask("coordinator", "POST", "/v1/solves", { season: "small", time: 60 });
    const at = started.headers.get("location") ?? "";
    const { result } = await ended(server, at);
    expect(JSON.stringify(result)).toContain("t4");
    await server.crash();
    const { json } = await server.ask("coordinator", "GET", at);
    expect(json).toMatchObject({ state: "done", result });
    server.inPool((store) => eraseTrainer(store, officer, "t4"));
    const gone = await server.ask("coordinator", "GET", at);
    expect([gone.status, gone.text.includes("t4")]).toEqual([404, false]);
  });
}, 60_000);

test("whatever comes in: no answer is our fault, and none hangs", async () => {
  const id = fc.constantFrom("small", "first", "s4", "s5", "t1", "none", "", "__proto__");
  const value: fc.Arbitrary<unknown> = fc.oneof(
    id,
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(SEASON),
    fc.constant(PLAN),
  );
  const plan = fc.constantFrom<unknown>("first", PLAN);
  const season = fc.constantFrom<unknown>("small", { ...SEASON, published: [] });
  const session = fc.constantFrom("s4", "s4", "s5", "none");
  const sound = {
    suggestions: fc.record(
      { season, session, top: fc.integer({ min: 1, max: 100 }) },
      { requiredKeys: ["season", "session"] },
    ),
    checks: fc.record({ season, plan }),
    explanations: fc.record(
      { season, plan, session, trainer: fc.constantFrom("t1", "t2", "none") },
      { requiredKeys: ["season", "plan", "session"] },
    ),
  } as const;
  const any = fc.record(
    { season: value, plan: value, session: value, top: value, trainer: value, edits: value },
    { requiredKeys: [] },
  );
  const asked = fc
    .constantFrom("suggestions", "checks", "explanations")
    .chain((op) =>
      fc.tuple(
        fc.constant(op),
        fc.oneof(
          { weight: 3, arbitrary: sound[op as keyof typeof sound] as fc.Arbitrary<unknown> },
          { weight: 1, arbitrary: any },
        ),
      ),
    );
  await withServer(async (server) => {
    const found = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(asked, async ([op, sent]) => {
        const { status } = await server.ask("coordinator", "POST", `/v1/${op}`, sent);
        found.set(status, (found.get(status) ?? 0) + 1);
        expect([op, status < 500 && status !== 429]).toEqual([op, true]);
      }),
      { numRuns: count(300, 100_000) },
    );
    const all = [...found.values()].reduce((a, b) => a + b, 0);
    expect((found.get(200) ?? 0) / all).toBeGreaterThan(0.3);
  });
}, 1_800_000);
