/** What a reader without the right could work out from what she is told. */
import { expect, test } from "vitest";
import { smallSeason } from "../support/small-season.js";
import { withServer } from "./support.js";

const SEASON = smallSeason();

test("what a reader without the right could work out: places, supposed sessions, explanations to others, sessions to an auditor", async () => {
  await withServer(async (server) => {
    const ask = (role: "coordinator" | "apiClient" | "auditor", path: string, body?: unknown) =>
      server.ask(role, body === undefined ? "GET" : "POST", `/v1/${path}`, body);
    // places of a season are those of its sessions: p3 is one, and nobody's home or no-go place besides
    const places = (await ask("coordinator", "seasons/small")).json.places as unknown as { id: string }[];
    const used = new Set(SEASON.sessions.flatMap(({ place, audience }) => [place, ...audience]));
    for (const { id } of places) expect([id, used.has(id)]).toEqual([id, true]);
    const s4 = SEASON.sessions[3];
    if (s4 === undefined) throw new Error("no s4");
    for (const supposed of [
      { audience: ["p1"] },
      { place: "p1" },
      { communities: [{ backgrounds: ["q-somali"], weight: 1, required: "any" }] },
    ]) {
      const session = { ...s4, id: "s9", pinned: null, excludes: [], waivers: [], ...supposed };
      expect((await ask("coordinator", "suggestions", { season: "small", session })).status).toBe(422);
      const edits = [{ edit: "add-session", session }];
      const change = [{ edit: "change-session", session: "s4", set: supposed }];
      for (const those of [edits, change]) {
        const asked = { season: "small", plan: "first", edits: those, time: 1 };
        expect((await ask("coordinator", "repairs", asked)).status).toBe(422);
      }
    }
    const told = await ask("apiClient", "explanations", { season: "small", plan: "first", session: "s4" });
    expect(Object.keys(told.json).sort()).toEqual(["end", "session", "slot", "staffed", "start", "team"]);
    expect(told.text).not.toMatch(/meets|costs|displaced|conflict/);
    for (const path of ["sessions/s1", "seasons/small"]) expect((await ask("auditor", path)).text).not.toContain('"q-');
    const verdict = (await ask("auditor", "plans/first")).json.verdict as unknown as { violations: unknown[] };
    expect([verdict.violations, "costs" in verdict]).toEqual([[], false]);
    const bad = await server.ask("coordinator", "GET", "/v1/plans/%ff");
    expect([bad.status, bad.text.includes("%ff")]).toEqual([400, false]);
  });
}, 60_000);
