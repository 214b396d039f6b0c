/** Checks, of which whoever edits a plan asks one after each edit. */
import { expect, test } from "vitest";
import { AdviceDesk } from "../../src/faces/http/advice-ops.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import { type Store, saveAvailability, saveReply } from "../../src/pool/store/index.js";
import { trailOf } from "../pool/support.js";
import { coordinator, HERS, HIS, officer, PLAN, sessionOf, withSeason } from "../season/support.js";
import { withServer } from "./support.js";

test("a season is read for a first check, and for the next once somebody has declined", async () => {
  await withServer(async (server) => {
    /** rows of the trail that a check leaves of the season, and of those who are in it */
    const check = async () => {
      const before = server.inPool(trailOf).length;
      const { status, json } = await server.ask("coordinator", "POST", "/v1/checks", { season: "small", plan: PLAN });
      const rows = server.inPool(trailOf).slice(before);
      const of = (field: string): number => rows.filter((row) => row.action === "read" && row.field === field).length;
      return { status, feasible: json.feasible as unknown, season: of("season"), trainers: of("all") };
    };
    const [, slot = []] = sessionOf(HERS.session).slots;
    const first = await check();
    expect(first).toMatchObject({ status: 200, feasible: true, season: 1 });
    expect(first.trainers).toBeGreaterThan(3);
    expect(await check()).toEqual({ ...first, trainers: 0 });
    server.inPool((store) => saveReply(store, coordinator, "small", { ...HERS, slot, reply: "no" }));
    expect(await check()).toMatchObject({ feasible: false, season: 1, trainers: first.trainers });
    // whoever may not, may not of a season that is at hand either
    const { status } = await server.ask("apiClient", "POST", "/v1/checks", { season: "small", plan: PLAN });
    expect(status).toBe(403);
  });
}, 60_000);

test("a date that was held for another question is free once that has lapsed, though nobody changed anything", async () => {
  await withSeason(async (made) => {
    let now = "2027-01-02T00:00:00Z";
    const store: Store = { ...made, now: () => now };
    const [, [[start, end] = ["", ""]] = []] = sessionOf(HIS.session).slots;
    const holds = [{ offer: "another", start, end, until: "2027-01-03T01:00:00+01:00" }];
    saveAvailability(store, officer, HIS.trainer, { ...NO_AVAILABILITY, holds });
    const desk = new AdviceDesk({ choices: {} } as ConstructorParameters<typeof AdviceDesk>[0]);
    const body = new TextEncoder().encode(JSON.stringify({ season: "small", plan: PLAN }));
    const check = () => desk.answer("checks", { actor: coordinator, store }, body);
    expect(await check()).toMatchObject({ value: { feasible: false } });
    now = "2027-01-02T23:59:59Z";
    expect(await check()).toMatchObject({ value: { feasible: false } });
    now = "2027-01-03T00:00:00Z";
    expect(await check()).toMatchObject({ value: { feasible: true } });
  });
});
