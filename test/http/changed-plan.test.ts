/** A plan of the database asked about with changes that nobody has kept: the same answers as of the whole plan, of the version that was seen alone. */
import { expect, test } from "vitest";
import { keepPlan } from "../../src/season/index.js";
import { coordinator, HERS, loose, PLAN } from "../season/support.js";
import { type Server, versionIn, withServer } from "./support.js";

const [S4] = PLAN.assignments;
if (S4 === undefined) throw new Error("the small plan staffs nothing");
const team = [{ seat: "professional", trainer: "t5" }];
/** A change, and the whole plan that it makes. */
const CASES = [
  { assignments: [], open: [], whole: PLAN.assignments },
  {
    assignments: [{ session: "s3", slot: 0, team }],
    open: [],
    whole: [...PLAN.assignments, { session: "s3", slot: 0, team }],
  },
  { assignments: [{ ...S4, slot: 0 }], open: [], whole: [{ ...S4, slot: 0 }] },
  { assignments: [{ ...S4, team: S4.team.slice(1) }], open: [], whole: [{ ...S4, team: S4.team.slice(1) }] },
  { assignments: [], open: ["s4"], whole: [] },
];
const asked = (
  server: Server,
  op: string,
  plan: unknown,
  more: object = {},
  role: "coordinator" | "apiClient" = "coordinator",
) => server.ask(role, "POST", `/v1/${op}`, { season: "small", plan, ...more });
const version = async (server: Server): Promise<number> =>
  versionIn(await server.ask("coordinator", "GET", "/v1/plans/first"));

test("every question is answered of the changes as of the whole plan, what is refused of it too", async () => {
  await withServer(async (server) => {
    const seen = { of: "first", version: await version(server) };
    const questions = [
      ["checks", {}],
      ["suggestions", { session: "s5", top: 3 }],
      ["explanations", { session: "s4" }],
      ["overviews", {}],
      ["repairs", { time: 0.2 }],
    ] as const;
    const statuses = new Set<number>();
    for (const { whole, ...changes } of CASES)
      for (const [op, more] of questions) {
        const plan = { format: "koppel-plan/1", season: "small", assignments: whole };
        const [one, other] = [
          await asked(server, op, { ...seen, ...changes }, more),
          await asked(server, op, plan, more),
        ];
        // How far a repair comes hangs on the clock.
        const told = ({ json }: typeof one): unknown => (op === "repairs" ? null : json);
        expect([op, changes, one.status, told(one)]).toEqual([op, changes, other.status, told(other)]);
        statuses.add(one.status);
      }
    expect([...statuses].sort()).toEqual([200, 422]);
  });
}, 60_000);

test("of a version that was saved over, of a plan that is not there, and by other systems nothing is asked; wrong fields by their place", async () => {
  await withServer(async (server) => {
    const first = { of: "first", version: await version(server), assignments: [], open: [] };
    expect((await asked(server, "checks", first)).status).toBe(200);
    for (const op of ["suggestions", "explanations"])
      expect([op, (await asked(server, op, first, { session: HERS.session }, "apiClient")).status]).toEqual([op, 403]);
    expect((await asked(server, "checks", { ...first, of: "none" })).status).toBe(404);
    const wrong = await asked(server, "checks", { ...first, assignments: [{ session: "s4", slot: -1, team: [] }] });
    expect([wrong.status, wrong.json.errors]).toMatchObject([422, [{ path: "/plan/assignments/0/slot" }]]);
    const half = await asked(server, "overviews", { of: "first", assignments: [], open: [] });
    expect([half.status, half.json.errors]).toMatchObject([422, [{ path: "/plan/version" }]]);
    server.inPool((store) =>
      keepPlan(store, coordinator, "first", "small", { ...PLAN, assignments: [] }, first.version),
    );
    const old = await asked(server, "checks", first);
    expect([old.status, old.json.detail]).toEqual([412, expect.stringContaining("plan first: saved anew")]);
    expect((await asked(server, "checks", { ...first, version: first.version + 1 })).json).toMatchObject({
      staffed: 0,
    });
  });
}, 60_000);

test("nor of a season that came along, however often that was asked before: by another system, or of a version that was saved over", async () => {
  await withServer(async (server) => {
    const first = { of: "first", version: await version(server), assignments: [], open: [] };
    const ask = (role: "coordinator" | "apiClient") =>
      asked(server, "suggestions", first, { season: loose(), session: "s5" }, role);
    expect([(await ask("coordinator")).status, (await ask("coordinator")).status]).toEqual([200, 200]);
    expect((await ask("apiClient")).status).toBe(403);
    server.inPool((store) =>
      keepPlan(store, coordinator, "first", "small", { ...PLAN, assignments: [] }, first.version),
    );
    expect((await ask("coordinator")).status).toBe(412);
  });
}, 60_000);
