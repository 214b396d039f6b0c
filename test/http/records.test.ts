/** The pool's records over HTTP: sessions, a trainer's time, a season built; nobody overwrites what she never saw. */
import { expect, test } from "vitest";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import { protect, trainerForChange } from "../../src/pool/store/index.js";
import { buildSeason } from "../../src/season/index.js";
import { coordinator, officer, options, PLAN } from "../season/support.js";
import { count } from "../support/counts.js";
import { withServer } from "./support.js";

const LATER = "2099-01-01T12:00:00Z";

test("a session changed, added and cancelled by who has seen it; whom it excludes is told to nobody and stays", async () => {
  await withServer(async (server) => {
    const read = await server.ask("coordinator", "GET", "/v1/sessions/s4");
    const etag = read.headers.get("etag") ?? "";
    const { client, session } = read.json as unknown as { client: string; session: Record<string, unknown> };
    expect(session).not.toHaveProperty("excludes");
    const changed = { client, session: { ...session, priority: 2 } };
    expect((await server.ask("coordinator", "PUT", "/v1/sessions/s4", changed)).status).toBe(428);
    const wrote = await server.ask("coordinator", "PUT", "/v1/sessions/s4", changed, { "if-match": etag });
    expect([wrote.status, (wrote.json.session as { priority: number }).priority]).toEqual([200, 2]);
    expect((await server.ask("coordinator", "PUT", "/v1/sessions/s4", changed, { "if-match": etag })).status).toBe(412);
    const sneaky = { client, session: { ...session, excludes: [] } };
    await server.ask("coordinator", "PUT", "/v1/sessions/s4", sneaky, { "if-match": wrote.headers.get("etag") ?? "" });
    // the season that is built anew still keeps t3 away from s4
    const broken = {
      season: "small",
      plan: {
        format: "koppel-plan/1",
        season: "small",
        assignments: [
          {
            session: "s4",
            slot: 1,
            team: [
              { seat: "professional", trainer: "t3" },
              { seat: "lived", trainer: "t4" },
            ],
          },
        ],
      },
    };
    expect((await server.ask("coordinator", "PUT", "/v1/plans/x", broken, { "if-none-match": "*" })).status).toBe(422);
    const added = await server.ask(
      "coordinator",
      "PUT",
      "/v1/sessions/s7",
      { client: null, session: { ...session, id: "s7" } },
      { "if-none-match": "*" },
    );
    expect(added.status).toBe(200);
    const wrong = await server.ask(
      "coordinator",
      "PUT",
      "/v1/sessions/s8",
      { client: null, session: { ...session, id: "s8", priority: 9 } },
      { "if-none-match": "*" },
    );
    expect([wrong.status, (wrong.json.errors as unknown as { path: string }[])[0]?.path]).toEqual([
      422,
      "/session/priority",
    ]);
    expect(
      (
        await server.ask(
          "coordinator",
          "PUT",
          "/v1/sessions/s8",
          { client: "nobody", session: { ...session, id: "s8" } },
          { "if-none-match": "*" },
        )
      ).status,
    ).toBe(404);
    expect(
      (
        await server.ask("coordinator", "DELETE", "/v1/sessions/s7", undefined, {
          "if-match": added.headers.get("etag") ?? "",
        })
      ).status,
    ).toBe(204);
    expect((await server.ask("coordinator", "GET", "/v1/sessions/s7")).status).toBe(404);
  });
}, 60_000);

test("a trainer's time: by herself and her own coordinator; the season feels it at once, and one that is built has it", async () => {
  await withServer(async (server) => {
    const at = "/v1/trainers/t4/availability";
    const read = await server.ask("trainer", "GET", at);
    const etag = read.headers.get("etag") ?? "";
    const ill = { ...NO_AVAILABILITY, holidays: [{ from: "2027-03-10", to: "2027-03-31" }] };
    expect((await server.ask("trainer", "PUT", "/v1/trainers/t1/availability", ill, { "if-match": etag })).status).toBe(
      403,
    );
    expect(
      (
        await server.ask(
          "trainer",
          "PUT",
          at,
          { ...ill, holidays: [{ from: "soon", to: "2027-03-31" }] },
          { "if-match": etag },
        )
      ).status,
    ).toBe(422);
    const free = async (headers?: Record<string, string>): Promise<ReadonlyMap<string, readonly string[][]>> => {
      const role = headers === undefined ? "coordinator" : null;
      const { json } = await server.ask(role, "GET", "/v1/seasons/small/availability", undefined, headers);
      const items = json.items as unknown as readonly { trainer: string; available: readonly string[][] }[];
      return new Map(items.map(({ trainer, available }) => [trainer, available]));
    };
    const inHoliday = ([, end = ""]: readonly string[]): boolean => end > "2027-03-10T00:00";
    expect((await free()).get("t4")?.some(inHoliday)).toBe(true);
    expect((await server.ask("trainer", "PUT", at, ill, { "if-match": etag })).status).toBe(200);
    expect((await free()).get("t4")?.some(inHoliday)).toBe(false);
    // of another organisation's trainers nothing is told
    const others = await free({
      authorization: `Bearer ${server.token({ role: "coordinator", organisation: "org2" })}`,
    });
    expect(others.has("t4")).toBe(false);
    expect((await server.ask("coordinator", "PUT", at, ill, { "if-match": etag })).status).toBe(412);
    const stands = await server.ask("coordinator", "GET", "/v1/plans/first");
    expect(stands.json.verdict).toMatchObject({
      feasible: false,
      violations: [{ rule: "not available", where: "s4" }],
    });
    const stranger = server.token({ role: "coordinator", organisation: "org2" });
    const refused = await server.ask(null, "GET", at, undefined, { authorization: `Bearer ${stranger}` });
    expect(refused.status).toBe(403);
    const wrong = await server.ask(
      "coordinator",
      "POST",
      "/v1/seasons",
      {
        id: "x",
        from: "2027-03-31",
        to: "2027-03-01",
      },
      { "if-none-match": "*" },
    );
    expect(wrong.status).toBe(422);
    // the small season's places are no municipalities: told so, and for a coordinator not whose place to avoid it is
    const built = await server.ask(
      "coordinator",
      "POST",
      "/v1/seasons",
      {
        id: "x",
        from: "2027-03-01",
        to: "2027-03-31",
      },
      { "if-none-match": "*" },
    );
    expect([built.status, /avoidPlaces/.test(built.text)]).toEqual([422, false]);
  });
}, 60_000);

test("a trainer's record: by her own coordinator, with nothing sensitive; what protects her and what she told stays", async () => {
  await withServer(async (server) => {
    const at = "/v1/trainers/t4";
    const whole = () => server.inPool((store) => trainerForChange(store, officer, "t4"));
    server.inPool((store) => protect(store, officer, "t4", { field: "avoidPlaces", value: "p2" }, () => true));
    const before = whole();
    const read = await server.ask("coordinator", "GET", at);
    const { trainer, name, contact } = read.json as unknown as { trainer: object; name: string; contact: string };
    expect(Object.keys(trainer).sort()).toEqual(
      ["available", "discouraged", "expertise", "home", "id", "limits", "ratePerHour", "share"].sort(),
    );
    const put = (id: string, body: object, headers: Record<string, string>) =>
      server.ask("coordinator", "PUT", `/v1/trainers/${id}`, body, headers);
    const etag = { "if-match": read.headers.get("etag") ?? "" };
    const dearer = { ...trainer, ratePerHour: 91 };
    expect((await put("t4", { name, contact, trainer: dearer }, {})).status).toBe(428);
    const lists = {
      avoidPlaces: [],
      roles: ["lived"],
      limits: { ...(trainer as { limits: object }).limits, exposure: {} },
    };
    const refused = await put("t4", { name, contact, trainer: { ...dearer, ...lists } }, etag);
    expect([refused.status, (refused.json.errors as unknown as { path: string }[]).map(({ path }) => path)]).toEqual([
      422,
      ["/trainer/avoidPlaces", "/trainer/limits/exposure", "/trainer/roles"],
    ]);
    const consents = { matching: ["roles"] };
    const wrote = await put("t4", { name, contact, trainer: dearer, consents }, etag);
    expect([wrote.status, wrote.json.consents]).toEqual([200, consents]);
    expect((await put("t4", { name, contact, trainer }, etag)).status).toBe(412);
    expect(whole()?.trainer).toEqual({ ...before?.trainer, ratePerHour: 91 });
    const stranger = { authorization: `Bearer ${server.token({ role: "coordinator", organisation: "org2" })}` };
    expect((await server.ask(null, "GET", at, undefined, stranger)).status).toBe(403);
    expect((await server.ask(null, "PUT", at, { name, contact, trainer }, { ...stranger, ...etag })).status).toBe(403);

    // A new one comes with what she tells of herself, under a code that is not her name.
    const none = { "if-none-match": "*" };
    const fresh = { ...trainer, roles: ["lived"], backgrounds: [], languages: ["nl"], traits: [] };
    expect((await put("amal", { name: "Amal B.", contact, trainer: { ...fresh, id: "amal" } }, none)).status).toBe(422);
    expect((await put("t9", { name: "Amal B.", contact, trainer: { ...fresh, id: "t8" } }, none)).status).toBe(422);
    expect((await put("t9", { name: "Amal B.", contact, trainer: { ...fresh, id: "t9" } }, none)).status).toBe(200);
    expect((await put("t9", { name: "Amal B.", contact, trainer: { ...fresh, id: "t9" } }, none)).status).toBe(412);
    expect(server.inPool((store) => trainerForChange(store, officer, "t9"))?.trainer.languages).toEqual(["nl"]);
  });
});

test("of a season that was made anew a plan says which one it means: dates are told by their place in its lists", async () => {
  await withServer(async (server) => {
    const put = async (id: string, more: object = {}) =>
      (
        await server.ask(
          "coordinator",
          "PUT",
          `/v1/plans/${id}`,
          { season: "small", plan: PLAN, ...more },
          { "if-none-match": "*" },
        )
      ).status;
    server.inPool((store) => buildSeason(store, coordinator, options({ to: "2027-04-02" })));
    const { headers } = await server.ask("coordinator", "GET", "/v1/seasons/small");
    const version = Number((headers.get("etag") ?? "").replaceAll('"', ""));
    expect(version).toBeGreaterThan(1);
    expect([await put("a"), await put("b", { seasonVersion: version - 1 })]).toEqual([428, 412]);
    expect(await put("c", { seasonVersion: version })).toBe(200);
  });
});

const TIMES = count(8, 1000);
test(`32 who have seen the same plan save over it at once, ${TIMES} times: one wins each time, 31 are told`, async () => {
  await withServer(async (server) => {
    let etag = (await server.ask("coordinator", "GET", "/v1/plans/first")).headers.get("etag") ?? "";
    // One that is as it was would be no news to anybody.
    const plans = [{ ...PLAN, assignments: [] }, PLAN];
    // Each may ask so often in a minute, and no more: they are eight.
    const doors = Array.from({ length: 8 }, (_, n) => ({
      authorization: `Bearer ${server.token({ role: "coordinator", organisation: "org1", account: `c${n}` })}`,
    }));
    for (let time = 0; time < TIMES; time++) {
      const body = { season: "small", plan: plans[time % 2], seasonVersion: 1 };
      const answers = await Promise.all(
        Array.from({ length: 32 }, (_, writer) =>
          server.ask(null, "PUT", "/v1/plans/first", body, { "if-match": etag, ...doors[writer % doors.length] }),
        ),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect([won.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, 31]);
      const next = won[0]?.headers.get("etag") ?? "";
      expect(next).not.toBe(etag);
      etag = next;
    }
    expect((await server.ask("coordinator", "GET", "/v1/plans/first")).headers.get("etag")).toBe(etag);
  });
}, 1_200_000);

test("a date is held for a question until the instant that is given, and for nothing but a question", async () => {
  await withServer(async (server) => {
    const at = "/v1/seasons/small/replies";
    const asked = (fields: object) =>
      server.ask("coordinator", "POST", at, { session: "s4", trainer: "t4", reply: "asked", ...fields });
    const holds = async (): Promise<unknown> =>
      (await server.ask("coordinator", "GET", "/v1/trainers/t4/availability")).json.holds;
    expect((await asked({})).status).toBe(200);
    expect(await holds()).toEqual([]);
    for (const wrong of [
      { holdUntil: "2020-01-01T12:00:00Z" },
      { holdUntil: "tomorrow" },
      { holdUntil: LATER, reply: "no" },
    ]) {
      const { status, json } = await asked(wrong);
      expect([wrong, status, json.errors]).toEqual([wrong, 422, [expect.objectContaining({ path: "/holdUntil" })]]);
    }
    expect((await asked({ holdUntil: LATER })).json).toMatchObject({ reply: "asked" });
    expect(await holds()).toEqual([expect.objectContaining({ offer: "small", until: LATER })]);
    expect((await asked({ reply: "yes" })).status).toBe(200);
    expect(await holds()).toEqual([]);
  });
}, 60_000);
