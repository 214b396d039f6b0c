/** The API by the built server: who may ask what, advice, records, jobs, a crash. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { Advisor } from "../../src/advice/index.js";
import { OPEN_PATHS } from "../../src/faces/http/open-paths.js";
import { openApi } from "../../src/faces/http/openapi.js";
import { ROUTES } from "../../src/faces/http/routes.js";
import { parseSeason } from "../../src/model/index.js";
import { mayNot } from "../../src/pool/store/index.js";
import { PLAN } from "../season/support.js";
import { smallSeason } from "../support/small-season.js";
import { MAY_NOT, RECORD_IDS, ROLES, withServer } from "./support.js";

const SEASON = smallSeason();

/** The tags that sessions ask for, as a season has them. */
const NEEDED = new RegExp(
  [
    ...new Set(
      JSON.stringify(
        SEASON.sessions.map(({ themes, communities, languages, traits }) => [themes, communities, languages, traits]),
      ).match(/"q-[^"]+"/g),
    ),
  ].join("|"),
  "g",
);

test("every route × role: 401 without a token, 403 exactly for the roles that may not, no field of a trainer's own to others", async () => {
  await withServer(async (server) => {
    let cells = 0;
    for (const { method, path, roles } of ROUTES) {
      const [, kind = ""] = path.split("/").slice(1);
      const at = path.replace("{id}", RECORD_IDS[kind] ?? "small");
      const body = method === "POST" || method === "PUT" ? {} : undefined;
      expect([path, (await server.ask(null, method, at, body)).status]).toEqual([path, 401]);
      expect((await server.ask(null, method, at, body, { authorization: "Bearer kpl_wrong" })).status).toBe(401);
      for (const role of ROLES) {
        const { status, text } = await server.ask(role, method, at, body);
        cells++;
        expect([method, path, role, status === 403]).toEqual([method, path, role, !roles.includes(role)]);
        if (status === 403) expect(JSON.parse(text).detail).toBe(mayNot({ role }, roles));
        expect([path, role, status < 500]).toEqual([path, role, true]);
        // the small season's sensitive tags begin with q-; those that its sessions ask for are for whoever plans them
        const isNeeded = role === "coordinator" && /^\/v1\/(seasons|sessions)\/\{id\}$/.test(path);
        // What a trainer of hers knows of themes is no secret of the trainer's, nor the names of the fields that she lets be used.
        const isKnown = role === "coordinator" && path === "/v1/trainers/{id}";
        // She herself sees all of hers.
        if (role === "trainer" && path === "/v1/trainers/{id}") continue;
        const asked = isNeeded ? NEEDED : isKnown ? /"q-[^"]+":\d|"consents":\{.*?\}/g : /(?!)/g;
        if (role !== "safetyOfficer")
          expect([path, role, /"q-|avoidPlaces|avoidTrainers|"excludes"/.test(text.replace(asked, ""))]).toEqual([
            path,
            role,
            false,
          ]);
      }
    }
    expect(cells).toBe(ROUTES.length * ROLES.length);
  });
}, 60_000);

test("the OpenAPI document is sound by somebody else's judgement, and is what the server shows", async () => {
  const document = openApi("0.0.0") as Record<string, unknown>;
  const judged = async (value: unknown) =>
    new Validator().validate(structuredClone(value) as Parameters<Validator["validate"]>[0]);
  const { valid, errors } = await judged(document);
  expect([valid, errors]).toEqual([true, undefined]);
  expect((await judged({ ...document, paths: { x: 1 } })).valid).toBe(false);
  const paths = document.paths as Record<string, Record<string, unknown>>;
  expect(Object.values(paths).reduce((n, one) => n + Object.keys(one).length, 0)).toBe(
    ROUTES.length + Object.values(OPEN_PATHS).reduce((n, one) => n + Object.keys(one).length, 0),
  );
  await withServer(async (server) => {
    const shown = await server.ask(null, "GET", "/v1/openapi.json");
    expect(Object.keys(shown.json.paths as object)).toEqual(Object.keys(paths));
    expect((await server.ask(null, "GET", "/docs")).text).toContain("/v1/suggestions");
    expect((await server.ask(null, "GET", "/healthz")).json).toMatchObject({ ok: true });
    expect((await server.ask(null, "GET", "/metrics")).text).toContain("koppel_http_seconds");
  });
}, 60_000);

test("suggestions: whole objects and ids, as the library gives them; another system sees totals, few, and its client's sessions alone", async () => {
  await withServer(async (server) => {
    const whole = { season: SEASON, session: "s4", top: 3 };
    const expected = new Advisor(parseSeason(SEASON), null).suggest("s4", { top: 3, view: "full", lang: "en" });
    expect((await server.ask("safetyOfficer", "POST", "/v1/suggestions", whole)).json).toEqual(
      JSON.parse(JSON.stringify(expected)),
    );
    const own = await server.ask("coordinator", "POST", "/v1/suggestions", {
      season: "small",
      plan: "first",
      session: "s4",
    });
    expect(own.status).toBe(200);
    expect((own.json.teams as unknown as object[]).length).toBeGreaterThan(0);
    const again = await server.ask("coordinator", "POST", "/v1/suggestions", {
      season: "small",
      plan: "first",
      session: "s4",
    });
    expect(again.text).toBe(own.text);
    const asked = { season: "small", plan: "first", session: "s4" };
    const ofDate = await server.ask("coordinator", "POST", "/v1/suggestions", { ...asked, slot: 0, top: 3 });
    const slots = (ofDate.json.teams as unknown as { slot: number }[]).map(({ slot }) => slot);
    expect([slots.length > 0, new Set(slots)]).toEqual([true, new Set([0])]);
    const none = await server.ask("coordinator", "POST", "/v1/suggestions", { ...asked, slot: 2 });
    expect([none.status, none.json.errors]).toEqual([
      422,
      [{ path: "/slot", expected: "one of the session's 2 slots, from 0 to 1", value: "2" }],
    ]);
    const client = await server.ask("apiClient", "POST", "/v1/suggestions", {
      season: "small",
      session: "s4",
      top: 50,
    });
    expect(client.status).toBe(200);
    const teams = client.json.teams as unknown as Record<string, unknown>[];
    expect(teams.length).toBeLessThanOrEqual(5);
    for (const team of teams)
      expect(Object.keys(team).sort()).toEqual(["end", "reasons", "slot", "start", "team", "total"]);
    expect(client.json).not.toHaveProperty("blocked");
    for (const session of ["nothing", "s4"]) {
      const stranger = server.token({ role: "apiClient", organisation: undefined });
      const refused = await server.ask(
        null,
        "POST",
        "/v1/suggestions",
        { season: "small", session },
        { authorization: `Bearer ${stranger}` },
      );
      expect([session, refused.status]).toEqual([session, 404]);
    }
    expect((await server.ask("apiClient", "POST", "/v1/checks", { season: "small", plan: "first" })).status).toBe(403);
    expect(
      (await server.ask("coordinator", "POST", "/v1/checks", { season: "small", plan: "first" })).json,
    ).toMatchObject({ feasible: true });
    expect(
      (await server.ask("coordinator", "POST", "/v1/explanations", { season: "small", plan: "first", session: "s4" }))
        .json,
    ).toMatchObject({ staffed: true });
    const ill = [{ edit: "block-trainer", trainer: "t1", from: "2027-03-18", to: "2027-03-18" }];
    const repaired = await server.ask("coordinator", "POST", "/v1/repairs", {
      season: "small",
      plan: "first",
      edits: ill,
      time: 2,
    });
    expect([repaired.status, repaired.json.season]).toEqual([200, "small"]);
    // what would show why somebody cannot come is not hers to suppose
    const lifts = [
      { edit: "change-trainer", trainer: "t2", set: { avoidPlaces: [] } },
      { edit: "waive", session: "s4", trainer: "t6", rule: "available" },
      {
        edit: "add-session",
        session: { ...SEASON.sessions[4], id: "s9", waivers: [{ trainer: "t6", rule: "available" }] },
      },
    ];
    for (const edit of lifts) {
      const asked = { season: "small", plan: "first", edits: [edit], time: 1 };
      expect([edit.edit, (await server.ask("coordinator", "POST", "/v1/repairs", asked)).status]).toEqual([
        edit.edit,
        422,
      ]);
      expect([edit.edit, (await server.ask("safetyOfficer", "POST", "/v1/repairs", asked)).status]).toEqual([
        edit.edit,
        200,
      ]);
    }
    const supposed = { ...SEASON.sessions[4], id: "s9", waivers: [{ trainer: "t6", rule: "available" }] };
    expect(
      (await server.ask("coordinator", "POST", "/v1/suggestions", { season: "small", session: supposed })).status,
    ).toBe(422);
    const wrong = await server.ask("coordinator", "POST", "/v1/suggestions", {
      season: { ...SEASON, from: "soon" },
      session: "s4",
      nonsense: 1,
    });
    expect([wrong.status, wrong.headers.get("content-type")?.split(";")[0]]).toEqual([422, "application/problem+json"]);
    expect(JSON.stringify(wrong.json.errors)).not.toContain("nonsense");
    expect((await server.ask("coordinator", "POST", "/v1/checks", "{")).status).toBe(400);
    expect((await server.ask("coordinator", "POST", "/v1/checks", `${"[".repeat(100_000)}`)).status).toBe(400);
    expect((await server.ask("coordinator", "POST", "/v1/checks", "x", { "content-type": "text/plain" })).status).toBe(
      415,
    );
  });
}, 60_000);

test("records: what was read is said, or nothing is written; a calendar, a reply page", async () => {
  await withServer(async (server) => {
    const read = await server.ask("coordinator", "GET", "/v1/plans/first");
    const etag = read.headers.get("etag") ?? "";
    expect(etag).toBe('"1"');
    expect(
      (await server.ask("coordinator", "GET", "/v1/plans/first", undefined, { "if-none-match": etag })).status,
    ).toBe(200);
    const body = { season: "small", plan: PLAN };
    expect((await server.ask("coordinator", "PUT", "/v1/plans/first", body)).status).toBe(428);
    expect((await server.ask("coordinator", "PUT", "/v1/plans/first", body, { "if-none-match": "*" })).status).toBe(
      412,
    );
    const write = (plan: object, seen: string) =>
      server.ask("coordinator", "PUT", "/v1/plans/first", { ...body, plan }, { "if-match": seen });
    const wrote = await write({ ...PLAN, assignments: [] }, etag);
    expect([wrote.status, wrote.headers.get("etag")]).toEqual([200, '"2"']);
    expect((await write(PLAN, '"2"')).headers.get("etag")).toBe('"3"');
    expect((await server.ask("coordinator", "PUT", "/v1/plans/first", body, { "if-match": etag })).status).toBe(412);
    expect((await server.ask("coordinator", "PUT", "/v1/plans/second", body, { "if-none-match": "*" })).status).toBe(
      200,
    );
    const broken = {
      season: "small",
      plan: {
        ...PLAN,
        assignments: [{ ...PLAN.assignments[0], slot: 0, team: [{ seat: "professional", trainer: "t3" }] }],
      },
    };
    expect((await server.ask("coordinator", "PUT", "/v1/plans/third", broken, { "if-none-match": "*" })).status).toBe(
      422,
    );
    const publish = async (body: object, etag: string) =>
      (await server.ask("coordinator", "POST", "/v1/plans/second/publication", body, { "if-match": etag })).status;
    const rows = (await server.ask("coordinator", "GET", "/v1/seasons")).json.items as unknown as {
      published: { version: number };
    }[];
    const replaces = rows[0]?.published.version ?? 0;
    expect(await publish({ replaces }, '"9"')).toBe(412);
    // Nobody publishes over what she has not seen.
    expect([await publish({}, '"1"'), await publish({ replaces: replaces + 1 }, '"1"')]).toEqual([428, 412]);
    expect(await publish({ replaces }, '"1"')).toBe(200);
    expect((await server.ask("coordinator", "GET", "/v1/seasons/none")).status).toBe(404);

    const feed = server.token({ role: "trainer", scope: "feed" });
    const hers = await server.ask(null, "GET", `/v1/trainers/t4/calendar.ics?token=${feed}`);
    expect(hers.text).toContain("BEGIN:VEVENT");
    expect(hers.text).not.toMatch(/\bt1\b/);
    const others = await server.ask(null, "GET", `/v1/trainers/t1/calendar.ics?token=${feed}`);
    expect([others.status, others.json.detail]).toEqual([403, expect.stringMatching(MAY_NOT)]);
    expect((await server.ask(null, "GET", "/v1/trainers/t4/calendar.ics?token=x")).status).toBe(404);
    // a token opens what it was made for, and nothing else
    expect((await server.ask(null, "GET", "/v1/plans", undefined, { authorization: `Bearer ${feed}` })).status).toBe(
      401,
    );
    const secret = server.token({ role: "trainer", scope: "reply" });
    const page = await server.ask(null, "GET", `/r/${secret}`);
    expect(page.text).toContain("Nog geen antwoord");
    expect(page.text).not.toMatch(/\bt1\b/);
    const form = new URLSearchParams({ season: "small", session: "s4", reply: "no" }).toString();
    const said = await server.ask(null, "POST", `/r/${secret}`, form, {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(said.status).toBe(303);
    for (const type of ["text/xml", "multipart/form-data"]) {
      const other = await server.ask(null, "POST", `/r/${secret}`, "<a/>", { "content-type": type });
      expect([type, other.status, other.text.includes("Dit lukt nu niet")]).toEqual([type, 415, true]);
    }
    expect((await server.ask(null, "GET", `/r/${secret}`)).text).toContain("U zei nee");
    const asked = await server.ask("coordinator", "GET", "/v1/seasons/small/replies");
    expect(asked.text).toContain('"reply":"no"');
    // what stood with her breaks a rule now, and the coordinator sees it
    expect((await server.ask("coordinator", "GET", "/v1/plans/second")).json.verdict).toMatchObject({
      feasible: false,
    });
    const old = server.token({ role: "trainer", scope: "reply", expires: "2020-01-01T00:00:00Z" });
    const late = await server.ask(null, "GET", `/r/${old}`);
    expect([late.status, late.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(late.text).toContain("niet meer, in gebruik");
  });
}, 60_000);
