/** What HTTP itself asks of a server: methods, challenges, when to ask again, and that what was read can be sent back. */
import { expect, test } from "vitest";
import { OPEN_PATHS } from "../../src/faces/http/open-paths.js";
import { ROUTES } from "../../src/faces/http/routes.js";
import { answer } from "../../src/season/index.js";
import { coordinator, HERS, HIS, PLAN } from "../season/support.js";
import { type Answer, RECORD_IDS, type Server, withServer } from "./support.js";

const at = (path: string): string => path.replace("{id}", RECORD_IDS[path.split("/")[2] ?? ""] ?? "small");
const SERIES = { id: "none", sessions: ["s3", "s4"], minDays: 1, maxDays: 9 };
const pathsOf = ({ json }: Answer) => (json.errors ?? []) as unknown as readonly { path: string; expected: string }[];

test("another method than an address has: 405, and which it has; a wrong token: which kind is asked for", async () => {
  await withServer(async (server) => {
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    const paths = new Set([...ROUTES.map(({ path }) => path), ...Object.keys(OPEN_PATHS)]);
    for (const path of paths) {
      const there = [
        ...ROUTES.filter((route) => route.path === path).map(({ method }) => method as string),
        ...Object.keys(OPEN_PATHS[path] ?? {}).map((method) => method.toUpperCase()),
      ];
      const wrong = methods.find((method) => !there.includes(method)) ?? "PATCH";
      const { status, headers } = await server.ask("coordinator", wrong, at(path));
      const allowed = (headers.get("allow") ?? "").split(", ").filter((method) => method !== "HEAD");
      expect([path, status, allowed.sort()]).toEqual([path, 405, there.sort()]);
    }
    const none = await server.ask(null, "GET", "/v1/plans");
    const wrong = await server.ask(null, "GET", "/v1/plans", undefined, { authorization: "Bearer kpl_x" });
    expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="koppel"']);
    expect(wrong.headers.get("www-authenticate")).toBe('Bearer realm="koppel", error="invalid_token"');
    const small = await server.ask(null, "GET", "/v1/plans", undefined, {
      authorization: `bearer ${server.tokens.coordinator}`,
    });
    expect(small.status).toBe(200);
    const gone = await server.ask("coordinator", "GET", "/v1/nothing");
    expect([gone.status, gone.headers.get("content-type")]).toEqual([404, expect.stringContaining("problem+json")]);
  });
}, 60_000);

test("guesses at tokens are counted: after 300 in a minute an address hears 429 and when to ask again, and a token goes on", async () => {
  await withServer(async (server) => {
    const guess = (i: number) => server.ask(null, "GET", "/v1/me", undefined, { authorization: `Bearer kpl_${i}` });
    const seen = new Map<number, number>();
    let last: Answer | null = null;
    for (let i = 0; i < 310; i++) {
      last = await guess(i);
      seen.set(last.status, (seen.get(last.status) ?? 0) + 1);
    }
    expect([...seen]).toEqual([
      [401, 300],
      [429, 10],
    ]);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await server.ask("coordinator", "GET", "/v1/me")).status).toBe(200);
    expect((await server.ask(null, "GET", "/healthz")).status).toBe(200);
  });
}, 60_000);

/** Reads a record and sends it back as it came. */
async function sentBack(server: Server, path: string): Promise<Answer> {
  const read = await server.ask("coordinator", "GET", path);
  return server.ask("coordinator", "PUT", path, read.json, { "if-match": read.headers.get("etag") ?? "" });
}

test("what was read goes back as it came; one that says otherwise of what it is does not", async () => {
  await withServer(async (server) => {
    const theirs = ROUTES.filter(({ method, path }) => method === "PUT" && path !== "/v1/programmes/{id}");
    const both = theirs.filter(
      ({ path, roles }) =>
        roles.includes("coordinator") && ROUTES.some((one) => one.method === "GET" && one.path === path),
    );
    expect(both.length).toBeGreaterThan(8);
    for (const { path } of both) {
      const { status, text, headers } = await sentBack(server, at(path));
      expect([path, status, status === 200 ? "" : text]).toEqual([path, 200, ""]);
      // What is as it was keeps its version; of her time she says for the first time that it is so.
      const again = await sentBack(server, at(path));
      expect([path, again.headers.get("etag")]).toEqual([path, headers.get("etag")]);
    }
    const plan = await server.ask("coordinator", "GET", "/v1/plans/first");
    const put = (body: object, id: string) =>
      server.ask("coordinator", "PUT", `/v1/plans/${id}`, body, { "if-none-match": "*" });
    expect(pathsOf(await put(plan.json, "other"))).toMatchObject([{ path: "/id" }]);
    // What it costs it says rightly, and of a wrong cost that it is wrong.
    const { season, plan: kept } = plan.json as unknown as { season: string; plan: { cost: number } };
    expect((await put({ season, plan: kept }, "same")).json.verdict).toMatchObject({ misstated: false });
    const dear = { season, plan: { ...kept, cost: kept.cost + 1 } };
    expect((await put(dear, "dear")).json.verdict).toMatchObject({ misstated: true, stated: kept.cost + 1 });
    expect((await server.ask("coordinator", "GET", "/v1/plans/dear")).json.plan).toMatchObject({ cost: kept.cost });
    const her = await server.ask("coordinator", "GET", "/v1/trainers/t4");
    const moved = { ...her.json, organisation: "org2" };
    const etag = { "if-match": her.headers.get("etag") ?? "" };
    expect(pathsOf(await server.ask("coordinator", "PUT", "/v1/trainers/t4", moved, etag))).toMatchObject([
      { path: "/organisation" },
    ]);
  });
}, 60_000);

test("a field too many: which there are, and never its own name; nothing sent where nothing need be said; a plan's name", async () => {
  await withServer(async (server) => {
    const many = await server.ask("coordinator", "POST", "/v1/checks", { season: "small", plan: "first", seecret: 1 });
    expect([many.status, pathsOf(many)]).toEqual([422, [{ path: "", expected: "no field but season, plan" }]]);
    expect(many.text).not.toContain("seecret");
    // What sends nothing, or a form, says nothing: least of all that all consents are taken back.
    const etag = (await server.ask("coordinator", "GET", "/v1/trainers/t4")).headers.get("etag") ?? "";
    const before = await server.ask("trainer", "GET", "/v1/trainers/t4");
    const consents = (body: string | undefined, headers: Record<string, string>) =>
      server.ask("coordinator", "PUT", "/v1/trainers/t4/consents", body, { "if-match": etag, ...headers });
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await consents(undefined, {})).status).toBe(400);
    expect((await consents('{"matching":["roles"]}', form)).status).toBe(415);
    expect((await consents('{"matchin":["roles"]}', {})).text).toContain("no field but matching");
    const after = await server.ask("trainer", "GET", "/v1/trainers/t4");
    expect(after.json.consents).toEqual(before.json.consents);
    // What is wrong in a part of a request is told by its place in the request.
    const part = async (path: string, body: object) =>
      pathsOf(await server.ask("coordinator", "PUT", path, body, { "if-none-match": "*" })).map((one) => one.path);
    const bad = { ...PLAN, assignments: [{ session: "s4", slot: -1, team: [] }] };
    expect(await part("/v1/plans/bad", { season: "small", plan: bad })).toContain("/plan/assignments/0/slot");
    expect(await part("/v1/trainers/t77", { name: "n", contact: "c", trainer: { id: "t77" } })).toContain(
      "/trainer/roles",
    );
    expect(await part("/v1/sessions/s77", { client: null, session: { id: "s77" } })).toContain("/session/halfDays");
    const whole = await server.ask("coordinator", "POST", "/v1/checks", { season: {}, plan: {} });
    expect(pathsOf(whole).map(({ path }) => path)).toContain("/season/timeZone");
    const publish = (headers: Record<string, string>) =>
      server.ask("coordinator", "POST", "/v1/plans/first/publication", undefined, headers);
    const late = await publish({ "if-match": '"1"' });
    expect([late.status, late.text.includes("replaces")]).toEqual([428, true]);
    const body = { season: "small", plan: PLAN };
    const named = await server.ask("coordinator", "PUT", "/v1/plans/no%2Fway", body, { "if-none-match": "*" });
    expect([named.status, named.text.includes("letters, digits")]).toEqual([422, true]);
  });
}, 60_000);

test("a feed says tentative until everybody whom it is about has said yes, and takes out what she declined", async () => {
  await withServer(async (server) => {
    const hers = server.token({ role: "trainer", scope: "feed" });
    const all = server.token({ role: "coordinator", scope: "feed" });
    const status = async (path: string, token: string) => {
      const { text } = await server.ask(null, "GET", `/v1/${path}/calendar.ics?token=${token}`);
      return [...text.matchAll(/^STATUS:(\w+)/gm)].map(([, one]) => one);
    };
    const both = async () => [await status("trainers/t4", hers), await status("plans/first", all)];
    const say = (who: typeof HERS | typeof HIS, reply: "yes" | "no") =>
      server.inPool((store) => answer(store, coordinator, "small", { ...who, reply }));
    expect(await both()).toEqual([["TENTATIVE"], ["TENTATIVE"]]);
    say(HERS, "yes");
    expect(await both()).toEqual([["CONFIRMED"], ["TENTATIVE"]]);
    say(HIS, "yes");
    expect(await both()).toEqual([["CONFIRMED"], ["CONFIRMED"]]);
    say(HERS, "no");
    expect((await status("trainers/t4", hers)).filter((one) => one !== "CANCELLED")).toEqual([]);
  });
}, 60_000);

test("while others write to the pool, what must write waits, and the server goes on answering everybody else", async () => {
  await withServer(async (server) => {
    const feed = server.token({ role: "trainer", scope: "feed" });
    const waiting = await server.whileLocked(async () => {
      // Each leaves a row in the trail: it cannot end before the lock is gone.
      const those = [
        server.ask("coordinator", "GET", "/v1/trainers/t4"),
        server.ask("coordinator", "GET", "/v1/plans/first"),
        server.ask(null, "GET", `/v1/trainers/t4/calendar.ics?token=${feed}`),
      ];
      let ended = 0;
      for (const one of those) void one.then(() => ended++);
      // So does a refusal, and a job that is asked for.
      those.push(
        server.ask("trainer", "POST", "/v1/checks", {}),
        server.ask("coordinator", "POST", "/v1/solves", { season: "small", time: 1 }),
      );
      for (const one of those.slice(-2)) void one.then(() => ended++);
      for (let i = 0; i < 30; i++) {
        expect((await server.ask(null, "GET", "/healthz")).status).toBe(200);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect(ended).toBe(0);
      return those;
    });
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200, 403, 202]);
  });
}, 60_000);

test("strangers are counted by X-Forwarded-For where a proxy is said to set it, and by nothing that they say themselves else", async () => {
  for (const [more, expected] of [
    [[], 429],
    [["--trust-proxy", "loopback"], 401],
  ] as const)
    await withServer(async (server) => {
      let last = 0;
      for (let i = 0; i < 305; i++)
        last = (await server.ask(null, "GET", "/v1/me", undefined, { "x-forwarded-for": `10.0.${i % 7}.${i}` })).status;
      expect([more, last]).toEqual([more, expected]);
      // and one address behind it is counted still
      for (let i = 0; i < 305; i++)
        last = (await server.ask(null, "GET", "/v1/me", undefined, { "x-forwarded-for": "10.1.1.1" })).status;
      expect([more, last]).toEqual([more, 429]);
    }, more);
}, 120_000);

test("conditions as RFC 9110 has them: a list of versions, whichever there is, a weak one that is good for reading alone", async () => {
  await withServer(async (server) => {
    const [org, none] = ["/v1/organisations/org1", "/v1/series/none"];
    const first = await server.ask("coordinator", "GET", org);
    const tag = first.headers.get("etag") ?? "";
    const get = async (ifNoneMatch: string) =>
      (await server.ask("coordinator", "GET", org, undefined, { "if-none-match": ifNoneMatch })).status;
    for (const same of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) expect([same, await get(same)]).toEqual([same, 304]);
    for (const other of ['"x"', '"x", W/"y"', tag.slice(1)]) expect([other, await get(other)]).toEqual([other, 200]);
    const put = async (path: string, headers: Record<string, string>) =>
      (await server.ask("coordinator", "PUT", path, path === org ? first.json : SERIES, headers)).status;
    for (const holds of [tag, `"x", ${tag}`, `${tag},"9"`, "*"])
      expect([holds, await put(org, { "if-match": holds })]).toEqual([holds, 200]);
    for (const fails of [`W/${tag}`, '"x"', '"99", "98"', "x"])
      expect([fails, await put(org, { "if-match": fails })]).toEqual([fails, 412]);
    expect(await put(org, { "if-match": tag, "if-none-match": "*" })).toBe(412);
    expect(await put(none, { "if-match": "*" })).toBe(412);
    expect(await put(none, { "if-none-match": "*" })).toBe(200);
  });
}, 60_000);
