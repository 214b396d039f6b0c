/** A canary in every sensitive field of a trainer: over HTTP no answer, log or file that is left tells it to who may not know. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ActorRole } from "../../src/pool/store/index.js";
import { SENSITIVE_FIELDS } from "../../src/pool/store/index.js";
import { CANARIES, fillCanaries, TELLS_BACKGROUNDS, withCanaries } from "../support/canaries.js";
import { type Server, withServer } from "./support.js";

/** Everybody who has lived experience has canaries, this trainer among them. */
const [HER = ""] = withCanaries().trainers.flatMap(({ id, roles }) => (roles.includes("lived") ? [id] : []));
const WORLD = {
  fill: fillCanaries,
  of: { coordinator: { organisation: "own" }, apiClient: { organisation: "cl" }, trainer: { trainer: HER } },
};
/** Her own are told to herself. */
const ASKERS: readonly ActorRole[] = ["coordinator", "apiClient", "auditor", "administrator"];

/** What a season goes through, by every role that may not know: what each was told. */
async function season(server: Server): Promise<readonly string[]> {
  const told: string[] = [];
  const ask = async (role: ActorRole, method: string, at: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await server.ask(role, method, at, body, headers);
    told.push(`${role} ${method} ${at} ${answer.status}\n${[...answer.headers].join("\n")}\n${answer.text}`);
    return answer;
  };
  const job = async (role: ActorRole, kind: string, body: object) => {
    const started = await ask(role, "POST", `/v1/${kind}`, body);
    const at = started.headers.get("location");
    if (at === null) return started;
    const events = await fetch(`${server.url}${at}/events`, {
      headers: { authorization: `Bearer ${server.tokens[role]}` },
    });
    told.push(`${role} ${at}/events\n${await events.text()}`);
    return ask(role, "GET", at);
  };
  const isNew = { "if-none-match": "*" };
  await ask("coordinator", "POST", "/v1/seasons", { id: "s", from: "2027-02-01", to: "2027-06-30" }, isNew);
  const solved = await job("coordinator", "solves", { season: "s", time: 60, gap: 0.2, save: "one" });
  const { result } = solved.json as unknown as { result: { plan: { assignments: Assigned[] } } };
  const mine = result.plan.assignments.filter(({ team }) => team.some(({ trainer }) => trainer === HER));
  const session = (mine[0] ?? result.plan.assignments[0])?.session ?? "";
  const planned = { season: "s", plan: "one" };
  const ill = [{ edit: "block-trainer", trainer: HER, from: "2027-02-01", to: "2027-06-30" }];
  const supposed = [{ edit: "exclude", session, trainer: HER }];
  for (const role of ASKERS) {
    await ask(role, "POST", "/v1/suggestions", { ...planned, session, top: 20, dates: true });
    await ask(role, "POST", "/v1/suggestions", { ...planned, session, edits: supposed });
    await ask(role, "POST", "/v1/explanations", { ...planned, session, lang: "nl" });
    for (const { id } of withCanaries().trainers.slice(0, 8))
      await ask(role, "POST", "/v1/explanations", { ...planned, session, trainer: id });
    await ask(role, "POST", "/v1/checks", planned);
    await ask(role, "POST", "/v1/overviews", planned);
    await ask(role, "POST", "/v1/repairs", { ...planned, edits: ill, time: 1 });
    await job(role, "whatifs", { ...planned, scenarios: [{ id: "ill", edits: ill }], time: 1 });
    await job(role, "recruits", { ...planned, top: 1, time: 2 });
    await ask(role, "POST", "/v1/explanations", { ...planned, session: "none" });
  }
  const etag = (await ask("coordinator", "GET", "/v1/plans/one")).headers.get("etag") ?? "";
  await ask("coordinator", "POST", "/v1/plans/one/publication", {}, { "if-match": etag });
  await ask("coordinator", "POST", "/v1/seasons/s/replies", { session, trainer: HER, reply: "no" });
  for (const role of ASKERS) {
    // `labels` names every municipality of the country, and so those of the canaries
    for (const at of ["trainers", "sessions", "seasons", "plans", "programmes", "me", "clients", "series"])
      await ask(role, "GET", `/v1/${at}`);
    for (const at of ["", "/replies", "/sheets", "/calendar"]) await ask(role, "GET", `/v1/seasons/s${at}`);
    await ask(role, "GET", "/v1/plans/one");
    await ask(role, "GET", `/v1/sessions/${session}`);
    for (const at of ["", "/availability", "/protection"]) await ask(role, "GET", `/v1/trainers/${HER}${at}`);
    // what she may not write is refused without a word of what stands there
    await ask(role, "PUT", `/v1/trainers/${HER}`, { trainer: { backgrounds: [] } }, { "if-match": '"1"' });
  }
  return told;
}
interface Assigned {
  readonly session: string;
  readonly team: readonly { readonly trainer: string }[];
}

/** Whether a text holds a canary; one that is a number as a number of its own, and not as part of a job's id or of a longer one. */
const holds = (text: string, canary: string): boolean =>
  /^\d+$/.test(canary) ? new RegExp(`(?<![\\w.-])${canary}(?![\\w.-])`).test(text) : text.includes(canary);

test("no canary in any answer, header, event, log or file, but for whom it is", async () => {
  expect(Object.keys(CANARIES).sort()).toEqual([...SENSITIVE_FIELDS].sort());
  await withServer(
    async (server) => {
      const told = await season(server);
      expect(told.length).toBeGreaterThan(150);
      const [staffed = 0] = told.filter((text) => text.includes('"assignments":[{')).map((text) => text.length);
      expect(staffed).toBeGreaterThan(1000);
      const files = readdirSync(server.folder, { recursive: true, encoding: "utf8" })
        .map((name) => path.join(server.folder, name))
        .filter((name) => statSync(name).isFile())
        .map((name) => `${name}\n${readFileSync(name, "latin1")}`);
      const log = server.said();
      expect(log).toContain("/v1/suggestions");
      for (const canary of Object.values(CANARIES).flat()) {
        const isIn = (text: string): boolean => holds(text, canary);
        const hits = [...told, ...files, log].filter(isIn).map((text) => text.slice(0, 60));
        expect([canary, hits]).toEqual([canary, []]);
      }
      expect(told.filter((text) => TELLS_BACKGROUNDS.test(text)).map((text) => text.slice(0, 60))).toEqual([]);
      // the same search finds them where they may be told
      const officers = await server.ask("safetyOfficer", "GET", `/v1/trainers/${HER}/protection`);
      expect(officers.text).toContain("GM0088");
      expect((await server.ask("trainer", "GET", `/v1/trainers/${HER}`)).text).toContain("kanarie-taal");
    },
    ["--log"],
    WORLD,
  );
}, 240_000);
