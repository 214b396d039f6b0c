/** The pool's records one by one over HTTP: by the version that was seen; what a trainer says of herself; what protects her. */
import { expect, test } from "vitest";
import { type Answer, MAY_NOT, withServer } from "./support.js";

const etagOf = ({ headers }: Answer): string => headers.get("etag") ?? "";
const NEW = { "if-none-match": "*" };

const CONTACT = { name: "Somebody", task: null, email: "somebody@example.org", phone: null };
/** Of each kind: where, one that is new, one that is wrong and where. */
const KINDS: readonly (readonly [path: string, record: Record<string, unknown>, wrong: object, at: string])[] = [
  ["clients", { id: "cl9", name: "Nine", contacts: [CONTACT] }, { contacts: [{ name: "x" }] }, "/contacts/0/task"],
  ["locals", { id: "l9", name: "Nine", place: "GM0363", communities: [], contacts: [CONTACT] }, { place: 3 }, "/place"],
  ["budgets", { id: "g9", client: "cl", budget: 900 }, { budget: -1 }, "/budget"],
  ["series", { id: "r9", sessions: ["s3", "s4"], minDays: 1, maxDays: 9 }, { maxDays: 0 }, "/maxDays"],
];

/** Of each kind: what changes it. */
const CHANGE: Readonly<Record<string, object>> = {
  ...{ clients: { contacts: [] }, locals: { name: "Ten" }, budgets: { budget: 901 }, series: { maxDays: 10 } },
};

test("each kind of record: made, read, listed, changed and taken away, each by the version that was seen", async () => {
  await withServer(async (server) => {
    const as = (method: string, at: string, body?: unknown, headers?: Record<string, string>) =>
      server.ask("coordinator", method, at, body, headers);
    for (const [path, record, wrong, where] of KINDS) {
      const at = `/v1/${path}/${String(record.id)}`;
      expect([path, (await as("GET", at)).status]).toEqual([path, 404]);
      expect([path, (await as("PUT", at, record)).status]).toEqual([path, 428]);
      const refused = await as("PUT", at, { ...record, ...wrong }, NEW);
      const [first] = refused.json.errors as unknown as { path: string }[];
      expect([path, refused.status, first?.path]).toEqual([path, 422, where]);
      expect([path, (await as("PUT", at, { ...record, id: "other" }, NEW)).status]).toEqual([path, 422]);
      const made = await as("PUT", at, record, NEW);
      expect([path, made.status, made.json]).toEqual([path, 200, record]);
      expect([path, (await as("PUT", at, record, NEW)).status]).toEqual([path, 412]);
      const read = await as("GET", at);
      expect([path, etagOf(read), read.json]).toEqual([path, etagOf(made), record]);
      expect((await as("GET", at, undefined, { "if-none-match": etagOf(read) })).status).toBe(304);
      const listed = (await as("GET", `/v1/${path}`)).json.items as unknown as { version: number; record: object }[];
      expect(listed).toContainEqual({ version: Number(etagOf(read).replaceAll('"', "")), record });
      const again = await as("PUT", at, record, { "if-match": etagOf(read) });
      // as it was, it is still what was read
      expect([path, again.status, etagOf(again)]).toEqual([path, 200, etagOf(read)]);
      const changed = await as("PUT", at, { ...record, ...CHANGE[path] }, { "if-match": etagOf(read) });
      expect([path, changed.status, etagOf(changed)]).not.toContain(etagOf(read));
      expect([path, (await as("PUT", at, record, { "if-match": '"0"' })).status]).toEqual([path, 412]);
      expect([path, (await as("DELETE", at)).status]).toEqual([path, 428]);
      expect([path, (await as("DELETE", at, undefined, { "if-match": etagOf(read) })).status]).toEqual([path, 412]);
      expect([path, (await as("DELETE", at, undefined, { "if-match": etagOf(changed) })).status]).toEqual([path, 204]);
      expect([path, (await as("GET", at)).status]).toEqual([path, 404]);
    }
  });
}, 60_000);

test("an organisation is changed by its own coordinators alone, and no other is made that nobody could change", async () => {
  await withServer(async (server) => {
    const at = (id: string): string => `/v1/organisations/${id}`;
    const put = (id: string, name: string, headers: Record<string, string>) =>
      server.ask("coordinator", "PUT", at(id), { id, name }, headers);
    const other = await server.ask("coordinator", "GET", at("org2"));
    const nine = await put("org9", "Nine", NEW);
    expect([nine.status, nine.json.detail]).toEqual([403, expect.stringMatching(MAY_NOT)]);
    expect((await server.ask("coordinator", "GET", at("org9"))).status).toBe(404);
    const seen = { "if-match": etagOf(other) };
    expect((await put("org2", "Two", seen)).status).toBe(403);
    expect((await server.ask("coordinator", "DELETE", at("org2"), undefined, seen)).status).toBe(403);
    expect((await server.ask("coordinator", "GET", at("org2"))).json).toEqual(other.json);
    const own = { "if-match": etagOf(await server.ask("coordinator", "GET", at("org1"))) };
    const wrong = await put("org1", "", own);
    expect([wrong.status, (wrong.json.errors as unknown as { path: string }[])[0]?.path]).toEqual([422, "/name"]);
    expect((await put("org1", "One", own)).json).toEqual({ id: "org1", name: "One" });
    expect((await put("org1", "Another", own)).status).toBe(412);
  });
}, 60_000);

test("what others hang on is not taken away, and says how many do", async () => {
  await withServer(async (server) => {
    for (const [at, what] of [
      ["/v1/organisations/org1", /trainers hang on it/],
      ["/v1/clients/cl", /programmes hang on it/],
      ["/v1/budgets/g1", /sessions hang on it/],
    ] as const) {
      const read = await server.ask("coordinator", "GET", at);
      const refused = await server.ask("coordinator", "DELETE", at, undefined, { "if-match": etagOf(read) });
      expect([at, refused.status]).toEqual([at, 409]);
      expect(refused.json.detail).toMatch(what);
      expect((await server.ask("coordinator", "GET", at)).text).toBe(read.text);
    }
  });
}, 60_000);

test("where exactly a session is: with its session's version", async () => {
  await withServer(async (server) => {
    const at = "/v1/sessions/s4/venue";
    const read = await server.ask("coordinator", "GET", at);
    const venue = { ...read.json, address: "Street 1" };
    const wrote = await server.ask("coordinator", "PUT", at, venue, { "if-match": etagOf(read) });
    expect([wrote.status, wrote.json]).toEqual([200, venue]);
    expect((await server.ask("coordinator", "PUT", at, venue, { "if-match": etagOf(read) })).status).toBe(412);
    expect(etagOf(await server.ask("coordinator", "GET", "/v1/sessions/s4"))).toBe(etagOf(wrote));
    expect(
      (await server.ask("coordinator", "PUT", "/v1/sessions/none/venue", venue, { "if-match": '"0"' })).status,
    ).toBe(404);
  });
}, 60_000);

test("a trainer sees all of hers, keeps what she consents to and wishes, and nobody else's; nobody of another organisation does", async () => {
  await withServer(async (server) => {
    const [whole, at] = ["/v1/trainers/t4", "/v1/trainers/t4/consents"];
    const read = await server.ask("trainer", "GET", whole);
    expect(read.json).toMatchObject({ trainer: { id: "t4" }, sensitive: { backgrounds: ["q-somali"] } });
    expect((await server.ask("coordinator", "GET", whole)).json).not.toHaveProperty("sensitive");
    const match = { "if-match": etagOf(read) };
    expect((await server.ask("trainer", "PUT", whole, {}, match)).status).toBe(403);
    const stranger = { authorization: `Bearer ${server.token({ role: "coordinator", organisation: "org2" })}` };
    for (const [path, body] of [
      ["consents", {}],
      ["wishes", read.json.wishes],
    ] as const) {
      const others = [
        await server.ask(null, "PUT", `${whole}/${path}`, body, { ...stranger, ...match }),
        await server.ask("trainer", "PUT", `/v1/trainers/t1/${path}`, body, match),
      ];
      expect([path, ...others.map(({ status }) => status)]).toEqual([path, 403, 403]);
      for (const { json } of others) expect(json.detail).toMatch(MAY_NOT);
    }
    for (const her of ["t1", "t1/availability"]) {
      const { status, json } = await server.ask("trainer", "GET", `/v1/trainers/${her}`);
      expect([her, status, json.detail]).toEqual([her, 403, expect.stringMatching(MAY_NOT)]);
    }
    const given = { matching: ["roles", "languages"] };
    expect((await server.ask("trainer", "PUT", at, given)).status).toBe(428);
    const strange = await server.ask("trainer", "PUT", at, { matching: ["q-secret"] }, match);
    expect([strange.status, /q-secret/.test(strange.text)]).toEqual([422, false]);
    const kept = await server.ask("trainer", "PUT", at, given, match);
    expect([kept.status, kept.json.consents]).toEqual([200, given]);
    expect((await server.ask("coordinator", "PUT", at, {}, match)).status).toBe(412);
    const wishes = { mayBeNamed: true, mayBePhotographed: false, limits: "not of her brother" };
    const wished = await server.ask("trainer", "PUT", `${whole}/wishes`, wishes, { "if-match": etagOf(kept) });
    expect([wished.status, wished.json.wishes]).toEqual([200, wishes]);
  });
}, 60_000);

test("what protects her changes the version of what she and a safety officer read, and of nothing that anybody else reads", async () => {
  await withServer(async (server) => {
    const [whole, guarded] = ["/v1/trainers/t4", "/v1/trainers/t4/protection"];
    const read = async () => {
      const [hers, officers, hersToo, other] = [
        await server.ask("trainer", "GET", whole),
        await server.ask("safetyOfficer", "GET", guarded),
        await server.ask("trainer", "GET", `${whole}/availability`),
        await server.ask("coordinator", "GET", whole),
      ].map(etagOf);
      return { hers, officers, hersToo, other };
    };
    const before = await read();
    await server.ask("safetyOfficer", "POST", guarded, { field: "avoidPlaces", value: "GM0363" });
    const after = await read();
    expect([after.hersToo, after.other]).toEqual([before.hersToo, before.other]);
    for (const [role, at, was, is] of [
      ["trainer", whole, before.hers, after.hers],
      ["safetyOfficer", guarded, before.officers, after.officers],
    ] as const) {
      const again = async (tag: string) =>
        (await server.ask(role, "GET", at, undefined, { "if-none-match": tag })).status;
      expect([role, await again(was), await again(is)]).toEqual([role, 200, 304]);
    }
    // she writes by what she read last
    const consents = (tag: string) => server.ask("trainer", "PUT", `${whole}/consents`, {}, { "if-match": tag });
    expect((await consents(before.hers)).status).toBe(412);
    const kept = await consents(after.hers);
    expect(kept.status).toBe(200);
    expect(etagOf(await server.ask("trainer", "GET", whole))).toBe(etagOf(kept));
  });
}, 60_000);

test("what protects a trainer: one safety officer adds, two take away", async () => {
  await withServer(async (server) => {
    const at = "/v1/trainers/t4/protection";
    const second = { authorization: `Bearer ${server.token({ role: "safetyOfficer", account: "another" })}` };
    const piece = { field: "avoidPlaces", value: "GM0363" };
    expect((await server.ask("safetyOfficer", "POST", at, { ...piece, value: "GM9999" })).status).toBe(404);
    expect((await server.ask("safetyOfficer", "POST", at, { ...piece, value: 3 })).status).toBe(422);
    expect((await server.ask("safetyOfficer", "POST", at, piece)).json).toEqual({ came: "added" });
    expect((await server.ask("safetyOfficer", "GET", at)).json.avoidPlaces).toContain("GM0363");
    for (let i = 0; i < 2; i++)
      expect((await server.ask("safetyOfficer", "POST", `${at}/removals`, piece)).json).toEqual({ came: "asked" });
    expect((await server.ask(null, "POST", `${at}/removals`, piece, second)).json).toEqual({ came: "removed" });
    expect((await server.ask("safetyOfficer", "GET", at)).json.avoidPlaces).not.toContain("GM0363");
  });
}, 60_000);
