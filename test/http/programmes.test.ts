/** Programmes over HTTP by the built server: the whole way from answers to booked sessions; versions, refusals, small counts, codes. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadPlaces } from "../../src/faces/cli/programme/facts.js";
import { buildSeason, keepPlan } from "../../src/season/index.js";
import { readTablesOf } from "../../src/sheets/read.js";
import { coordinator, options } from "../season/support.js";
import { type Answer, type Server, withServer } from "./support.js";

const DEMO = path.resolve("data/demo/programme");
const read = (name: string) => readFileSync(path.join(DEMO, name));
const paper = (name: string) => JSON.parse(read(name).toString("utf8")) as Record<string, unknown>;
const AT = "/v1/programmes/lindehoven-2027";

/** Takes one step after another, each with the version that the one before left. */
function walker({ ask }: Server) {
  let etag: string | null = null;
  return {
    etag: () => etag ?? "",
    step: async (method: string, below: string, body: unknown) => {
      const seen: Record<string, string> = etag === null ? { "if-none-match": "*" } : { "if-match": etag };
      const answer = await ask("coordinator", method, AT + below, body, seen);
      expect([below, answer.status, answer.status === 200 ? "" : answer.text]).toEqual([below, 200, ""]);
      etag = answer.headers.get("etag");
      return answer;
    },
  };
}

test("from answers to a quote and booked sessions; each step by the version that was read", async () => {
  await withServer(async (server) => {
    const { ask } = server;
    const { step, etag } = walker(server);
    await step("PUT", "", { papers: [{ paper: paper("order.json") }, { paper: paper("terms.json") }] });
    const files = [{ name: "answers.csv", data: read("answers.csv").toString("base64") }];
    expect((await step("POST", "/answers", { files })).json).toMatchObject({ done: true, people: 70 });
    const chosen = await step("POST", "/choice", {});
    const kinds = (chosen.json.alternatives as unknown as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(["most-need", "in-depth", "broad"]);
    // Asked again with another wish, over what somebody else has changed meanwhile: refused, and nothing is overwritten.
    const old = { "if-match": '"1"' };
    for (const below of ["choice", "groups", "quote", "booking", "answers"])
      expect([below, (await ask("coordinator", "POST", `${AT}/${below}`, bodies(files)[below], old)).status]).toEqual([
        below,
        412,
      ]);
    expect((await ask("coordinator", "POST", `${AT}/choice`, {})).status).toBe(428);
    expect((await ask("coordinator", "PUT", AT, { papers: [{ paper: paper("order.json") }] }, old)).status).toBe(412);
    await step("PUT", "", { papers: [{ paper: paper("participants.json") }] });
    await step("POST", "/groups", { item: "lkha-training" });
    const quote = await step("POST", "/quote", { kind: "in-depth" });
    expect(Number(quote.json.total)).toBe(Number(quote.json.net) + Number(quote.json.tax));
    const booked = await step("POST", "/booking", { kind: "in-depth" });
    expect([quote.json.kind, booked.json.kind]).toEqual(["in-depth", "in-depth"]);
    expect(Number(booked.json.budget)).toBe(Math.ceil(Number(quote.json.net) / 100));
    const sessions = booked.json.sessions as unknown as { session: string }[];
    expect(sessions.length).toBeGreaterThan(5);
    expect((await ask("coordinator", "GET", "/v1/sessions")).text).toContain(sessions[0]?.session);
    // What must be ready is known before there is a plan, with all seats open.
    const before = await ask("coordinator", "POST", `${AT}/standing`, { today: "2027-03-01" });
    const [team] = (before.json.duties as unknown as { seats: { all: number; filled: number } | null }[]).flatMap(
      ({ seats }) => (seats === null ? [] : [seats]),
    );
    expect([before.json.fees, team?.filled, (team?.all ?? 0) > 0]).toEqual([[], 0, true]);
    // Built beside the server: the homes of the small pool are no municipalities.
    const places = [...options().places, ...(await loadPlaces())];
    const season = { id: "najaar", from: "2027-02-01", to: "2027-12-31", programmes: ["lindehoven-2027"], places };
    const plan = { format: "koppel-plan/1", season: "najaar", assignments: [] };
    server.inPool((store) => {
      buildSeason(store, coordinator, options(season));
      keepPlan(store, coordinator, "leeg", "najaar", plan, 0);
    });
    const standing = await ask("coordinator", "POST", `${AT}/standing`, { plan: "leeg", today: "2027-03-01" });
    const [fees] = standing.json.fees as unknown as { budget: number; left: number }[];
    expect(fees?.left).toBe(Number(booked.json.budget));
    // What was made of an item of the menu says which, wherever it is told.
    const told = (list: unknown) =>
      (list as { id?: string; session?: string; item?: string | null }[]).find(
        ({ id, session }) => (session ?? id) === "lindehoven-2027-webinar-1",
      )?.item;
    const at = async (where: string) => (await ask("coordinator", "GET", where)).json;
    const lists = [sessions, standing.json.duties, (await at("/v1/sessions")).items];
    for (const list of [...lists, (await at("/v1/seasons/najaar")).sessions]) expect(told(list)).toBe("webinar");
    expect((standing.json.duties as unknown as unknown[]).length).toBeGreaterThan(10);
    for (const [page, as, begins] of [
      ["report", "html", "<!doctype html>"],
      ["quote", "html", "<!doctype html>"],
      ["quote", "pdf", "%PDF-"],
      ["quote", "xlsx", "PK"],
      ["intake", "xlsx", "PK"],
    ] as const) {
      const shown = await ask("coordinator", "POST", `${AT}/pages`, { page, as, lang: "nl" });
      expect([page, as, shown.status]).toEqual([page, as, 200]);
      expect(Buffer.from(String(shown.json.data), "base64").toString("latin1").startsWith(begins)).toBe(true);
    }
    expect((await ask("coordinator", "POST", `${AT}/pages`, { page: "report", as: "pdf" })).status).toBe(406);
    const shownAs = async (body: object) => {
      const shown = await ask("coordinator", "POST", `${AT}/pages`, { lang: "nl", ...body });
      expect([body, shown.status]).toEqual([body, 200]);
      return Buffer.from(String(shown.json.data), "base64");
    };
    // The list of all items has a sheet for each; that of one has its alone.
    await step("POST", "/groups", { item: "workshop-advanced" });
    const sheets = async (body: object) =>
      readTablesOf(await shownAs({ page: "intake", as: "xlsx", ...body }), "intake").map(({ name }) => name);
    expect(await sheets({})).toEqual(["Training LKHA en Alliantie", "Workshop voor gevorderden", "Groepen"]);
    expect(await sheets({ item: "workshop-advanced" })).toEqual(["Deelnemers", "Groepen"]);
    const none = { page: "intake", as: "xlsx", item: "conference" };
    expect((await ask("coordinator", "POST", `${AT}/pages`, none)).status).toBe(404);
    expect((await ask("safetyOfficer", "POST", `${AT}/pages`, { page: "intake", as: "xlsx" })).status).toBe(403);
    // Empty lists: of the days that are asked for, else of those of the list that is kept.
    const heads = async (body: object) => {
      const [, list] = readTablesOf(await shownAs({ as: "xlsx", ...body }), "list");
      return [...(list?.rows[0]?.cells.values() ?? [])];
    };
    expect(await heads({ page: "participant-list", dates: ["2027-05-11"], places: ["GM0503"] })).toEqual(
      expect.arrayContaining(["Code", "Dagen: 2027-05-11", "Plaatsen: Delft"]),
    );
    expect(await heads({ page: "participant-list" })).toContain("Dagen: 2027-06-03");
    expect(await heads({ page: "answer-list" })).toContain("Wat is uw rol?");
    const ready = (await shownAs({ page: "readiness", as: "html", today: "2027-03-01", week: true })).toString("utf8");
    expect(ready).toContain("Wat de opdrachtgever regelt");
    expect((await ask("coordinator", "POST", `${AT}/pages`, { page: "readiness", as: "html" })).status).toBe(422);
    expect(JSON.parse((await shownAs({ page: "quote", as: "json" })).toString("utf8"))).toEqual(quote.json);
    await step("PUT", "", { papers: [{ paper: paper("held.json") }] });
    expect((await shownAs({ page: "account", as: "html" })).toString("utf8")).toContain("Verantwoording");
    expect(etag()).toMatch(/^"\d+"$/);
  });
}, 120_000);

test("groups of an item are left out again, and come back when divided anew", async () => {
  await withServer(async (server) => {
    const { ask } = server;
    const { step, etag } = walker(server);
    await step("PUT", "", { papers: [{ paper: paper("order.json") }, { paper: paper("participants.json") }] });
    const item = "lkha-training";
    const first = await step("POST", "/groups", { item });
    const seen = { "if-match": etag() };
    expect((await step("POST", "/ungrouping", { item })).json).toEqual({ item });
    expect((await ask("coordinator", "GET", AT)).json.groups).toEqual([]);
    expect((await ask("coordinator", "POST", `${AT}/ungrouping`, { item }, seen)).status).toBe(412);
    const none = await ask("coordinator", "POST", `${AT}/ungrouping`, { item }, { "if-match": etag() });
    expect([none.status, none.text]).toEqual([404, expect.stringContaining(`no paper groups of ${item} is kept`)]);
    expect((await step("POST", "/groups", { item })).json).toEqual(first.json);
  });
}, 60_000);

test("what was held comes out of a list, or every wrong cell is told and nothing is kept", async () => {
  await withServer(async (server) => {
    const { step, etag } = walker(server);
    await step("PUT", "", { papers: [{ paper: paper("order.json") }] });
    const heads = "Bijeenkomst;Opdrachtgever;Subsidie;Activiteit;Datum;Minuten;Formeel;Informeel";
    const list = (row: string) => ({
      file: { name: "held.csv", data: Buffer.from(`${heads}\n${row}`).toString("base64") },
      lang: "nl",
    });
    const before = etag();
    const wrong = await step("POST", "/held", list("s1;L;OCW;webinar;3-6-2027;120;18;veel"));
    expect([wrong.json.done, wrong.text]).toEqual([false, expect.stringContaining("heel getal verwacht, 0 of meer")]);
    expect(etag()).toBe(before);
    const done = await step("POST", "/held", list("s1;Lindehoven;OCW;webinar;3-6-2027;120;18;9"));
    expect(done.json).toEqual({ done: true, sessions: 1, issues: [] });
    const page = await server.ask("coordinator", "POST", `${AT}/pages`, { page: "account", as: "txt", lang: "nl" });
    expect(Buffer.from(String(page.json.data), "base64").toString("utf8")).toMatch(
      /OCW +│ 2027 +│ 1 +│ 2 +│ 18 +│ 9 +│ 27/,
    );
  });
}, 60_000);

const papersOf = ({ json }: Answer) => json.papers as unknown as Readonly<Record<string, unknown>>;
const bodies = (files: unknown): Readonly<Record<string, unknown>> => ({
  choice: {},
  groups: { item: "lkha-training" },
  quote: { kind: "in-depth" },
  booking: { kind: "in-depth" },
  answers: { files },
});

test("what is shown tells no small count, no answer and no code; the list of codes is a route of its own", async () => {
  await withServer(async (server) => {
    const { ask } = server;
    const { step } = walker(server);
    const people = paper("participants.json") as { participants: { code: string; kind: string }[] };
    await step("PUT", "", { papers: [{ paper: paper("order.json") }, { paper: people }] });
    await step("POST", "/answers", {
      files: [{ name: "answers.csv", data: read("answers.csv").toString("base64") }],
    });
    const formed = await step("POST", "/groups", { item: "lkha-training" });
    const shown = await ask("coordinator", "GET", AT);
    expect(shown.status).toBe(200);
    for (const text of [formed.text, shown.text])
      for (const { code } of people.participants) expect(text).not.toContain(`"${code}"`);
    expect(shown.text).not.toContain('"answers":[');
    const counts = JSON.stringify(papersOf(shown).needs).match(
      /"(?:total|formal|informal|municipality|people)":(\d+)/g,
    );
    expect(counts?.length).toBeGreaterThan(20);
    for (const count of counts ?? []) expect(Number(count.split(":")[1])).toBeGreaterThanOrEqual(5);
    for (const { groups } of shown.json.groups as unknown as { groups: Record<string, number | null>[] }[])
      for (const { formal, informal } of groups) {
        expect((formal === null) === (informal === null)).toBe(true);
        if (formal !== null && informal !== null) expect(Math.min(Number(formal), Number(informal))).toBeGreaterThan(4);
      }
    const list = await ask("coordinator", "GET", `${AT}/intake`);
    expect(list.text).toContain(people.participants[0]?.code);
    // Why somebody waits tells her wishes: it stands there alone.
    const [row] = list.json.items as unknown as { waiting: string[]; reasons: { code: string; because: string[] }[] }[];
    expect(row?.reasons.map(({ code }) => code)).toEqual(row?.waiting);
    expect(row?.reasons[0]?.because).toEqual(["dates", "forWomen"]);
    for (const text of [formed.text, shown.text]) expect(text).not.toMatch(/"because"|"reasons"/);
    expect((await ask("safetyOfficer", "GET", `${AT}/intake`)).status).toBe(403);
    // A wrong cell is told by its place and never by what it holds, and nothing is kept.
    const wrong = Buffer.from("role;wishes\nformal;SECRET-CANARY\n").toString("base64");
    const before = shown.headers.get("etag") ?? "";
    const files = [{ name: "wrong.csv", data: wrong }];
    const refused = await ask("coordinator", "POST", `${AT}/answers`, { files }, { "if-match": before });
    expect(refused.json).toMatchObject({ done: false });
    expect((refused.json.issues as unknown as unknown[]).length).toBeGreaterThan(0);
    expect(refused.text).not.toContain("SECRET-CANARY");
    expect((await ask("coordinator", "GET", AT)).headers.get("etag")).toBe(before);
  });
}, 60_000);

test("in a region a list says where each can be: each group is in a municipality, which is shown", async () => {
  await withServer(async (server) => {
    const { ask } = server;
    const { step, etag } = walker(server);
    const order = paper("order.json") as { client: { sites: { place: string }[] } };
    const sites = ["GM0503", "GM0637"].map((place) => ({ ...order.client.sites[0], place }));
    await step("PUT", "", { papers: [{ paper: { ...order, client: { ...order.client, sites } } }] });
    const head = "Code;Soort;Organisatie;Talen;Vrouw;Alleen met vrouwen;Dagen;Plaatsen";
    const rows = ["p1;formal;a;nl;;;2027-06-03;Delft", "p2;informal;b;nl;;;2027-06-03;Zoetermeer"];
    const file = { name: "list.csv", data: Buffer.from([head, ...rows].join("\n")).toString("base64") };
    const list = { file, dates: ["2027-06-03"], groups: 2 };
    const nowhere = { ...list, places: ["GM0503", "nowhere"] };
    const refused = await ask("coordinator", "POST", `${AT}/participants`, nowhere, { "if-match": etag() });
    expect([refused.status, /places\W+1/.test(refused.text)]).toEqual([422, true]);
    expect((await step("POST", "/participants", { ...list, places: ["GM0503", "GM0637"] })).json.done).toBe(true);
    const formed = await step("POST", "/groups", { item: "lkha-training" });
    expect(formed.json.groups).toMatchObject([{ place: "GM0503" }, { place: "GM0637" }]);
    const [kept] = (await ask("coordinator", "GET", AT)).json.groups as unknown as { groups: { place: string }[] }[];
    expect(kept?.groups.map(({ place }) => place)).toEqual(["GM0503", "GM0637"]);
    const shown = await ask("coordinator", "POST", `${AT}/pages`, { page: "intake", as: "csv", lang: "nl" });
    expect(Buffer.from(String(shown.json.data), "base64").toString("utf8")).toContain("Zoetermeer");
  });
}, 60_000);

test("wishes that cannot go together are told, and nothing is kept of them", async () => {
  await withServer(async (server) => {
    const { ask } = server;
    const { step, etag } = walker(server);
    await step("PUT", "", { papers: [{ paper: { ...paper("order.json"), budget: 2000 } }] });
    await step("POST", "/answers", {
      files: [{ name: "answers.csv", data: read("answers.csv").toString("base64") }],
    });
    const before = etag();
    const asked = await step("POST", "/choice", { mustNot: [] });
    expect(asked.json.alternatives).toEqual([]);
    const [first] = asked.json.impossible as unknown as { conflict: { wish: string }[] }[];
    expect(first?.conflict.map(({ wish }) => wish)).toContain("budget");
    expect((await ask("coordinator", "GET", AT)).headers.get("etag")).toBe(before);
    // Without what must be there, something can be had.
    const again = await step("POST", "/choice", { must: [] });
    expect((again.json.alternatives as unknown as unknown[]).length).toBeGreaterThan(0);
    expect(papersOf(await ask("coordinator", "GET", AT)).order).toMatchObject({ must: [] });
  });
}, 60_000);
