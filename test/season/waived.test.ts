/** Waivers, full weeks, fixed dates and cancelled sessions: what a third reading found, of the same kind. */
import { expect, test } from "vitest";
import { InputError, type Plan } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  cancelSession,
  protect,
  type Store,
  saveAvailability,
  saveProgramme,
  saveSession,
  saveTrainer,
  withdrawConsent,
} from "../../src/pool/store/index.js";
import {
  answer,
  askingsOf,
  BrokenPlan,
  buildSeason,
  keepPlan,
  keepSession,
  keptSession,
  publish,
} from "../../src/season/index.js";
import {
  coordinator,
  HERS,
  HIS,
  isPlace,
  loose,
  officer,
  options,
  other,
  PLAN,
  published,
  sessionOf,
  standing,
  WHO,
  withSeason,
} from "./support.js";

const stands = (store: Store, season = "small"): readonly boolean[] =>
  askingsOf(store, coordinator, season).flatMap(({ askings }) => askings.map((one) => one.stands));
const trainerOf = (id: string, fields: object = {}): object => {
  const found = loose().trainers.find((one) => one.id === id);
  return { ...found, ...fields };
};

test("no waiver lifts that she can be sent nowhere; one that was taken back lets nobody come; a coordinator adds none of it", async () => {
  const waived = sessionOf("s4", { waivers: [{ trainer: "t4", rule: "available" }] });
  const changes: readonly ((store: Store) => void)[] = [
    (store) => saveTrainer(store, officer, WHO, trainerOf("t4", { home: "GM0599" })),
    (store) => saveTrainer(store, officer, WHO, trainerOf("t4", { roles: ["professional"] })),
    (store) => {
      withdrawConsent(store, officer, "t4", "backgrounds", "matching");
      protect(store, officer, "t4", { field: "ownCommunityKm", value: 20 }, isPlace);
    },
    (store) => {
      saveAvailability(store, officer, "t4", {
        ...NO_AVAILABILITY,
        holidays: [{ from: "2027-03-01", to: "2027-03-31" }],
      });
      saveSession(store, officer, "cl", sessionOf("s4"));
    },
  ];
  for (const change of changes)
    await withSeason((store) => {
      saveSession(store, officer, "cl", waived);
      buildSeason(store, coordinator, options());
      published(store);
      expect(stands(store)).not.toContain(false);
      change(store);
      expect(stands(store)).not.toContain(true);
    });
  await withSeason((store) => {
    const { client, session, version } = keptSession(store, other, "s4");
    const lifted = { ...session, waivers: waived.waivers };
    // t4 is of the other organisation: her own coordinator may
    expect(() => keepSession(store, other, "s4", client, lifted, version)).toThrow(InputError);
    saveSession(store, officer, "cl", waived);
    const again = keptSession(store, other, "s4");
    keepSession(store, other, "s4", client, { ...again.session, priority: 1 }, again.version);
  });
});

test("a week that became too full takes down its own sessions and no others; a theme that she no longer knows counts at once", async () => {
  await withSeason((store) => {
    const weeks = [1, 2, 22].map((day) => `2027-03-${String(day).padStart(2, "0")}`);
    const sessions = weeks.map((day, i) =>
      sessionOf("s5", { id: `w${i}`, place: "p1", slots: [[[`${day}T10:00`, `${day}T11:00`]]] as never }),
    );
    for (const session of sessions) saveSession(store, officer, "cl", session);
    buildSeason(store, coordinator, options({ id: "weeks" }));
    const assignments = sessions.map(({ id }) => ({
      session: id,
      slot: 0,
      team: [{ seat: "professional" as const, trainer: "t1" }],
    }));
    keepPlan(store, coordinator, "weeks", "weeks", { format: "koppel-plan/1", season: "weeks", assignments }, 0);
    publish(store, coordinator, "weeks", null);
    const limits = loose().trainers[0]?.limits;
    saveTrainer(store, officer, WHO, trainerOf("t1", { limits: { ...limits, perWeek: 1 } }));
    expect(stands(store, "weeks")).toEqual([false, false, true]);
  });
  await withSeason((store) => {
    saveSession(store, officer, "cl", sessionOf("s4", { themes: [{ id: "law", level: 2, wish: 2, who: "all" }] }));
    buildSeason(store, coordinator, options());
    published(store);
    saveTrainer(store, officer, WHO, trainerOf("t4", { expertise: {} }));
    expect(stands(store)).not.toContain(true);
  });
});

test("a date that a coordinator fixes anew outweighs an old yes; a cancelled session binds nobody elsewhere", async () => {
  await withSeason((store) => {
    published(store);
    for (const one of [HERS, HIS]) answer(store, coordinator, "small", { ...one, reply: "yes" });
    saveSession(store, officer, "cl", sessionOf("s4", { pinned: { slot: 0, team: [] } }));
    buildSeason(store, coordinator, options());
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.pinned).toEqual({ slot: 0, team: [] });
  });
  await withSeason((store) => {
    published(store);
    saveProgramme(store, officer, "cl", { id: "g2", budget: 2000 });
    saveSession(store, officer, "cl", sessionOf("s4", { id: "s6", programme: "g2" }));
    buildSeason(store, coordinator, options({ id: "two", programmes: ["g2"] }));
    const team = PLAN.assignments[0]?.team ?? [];
    const plan: Plan = { format: "koppel-plan/1", season: "two", assignments: [{ session: "s6", slot: 1, team }] };
    expect(() => keepPlan(store, coordinator, "theirs", "two", plan, 0)).toThrow(BrokenPlan);
    cancelSession(store, coordinator, "s4");
    buildSeason(store, coordinator, options({ id: "two", programmes: ["g2"] }));
    expect(keepPlan(store, coordinator, "theirs", "two", plan, 0).verdict.feasible).toBe(true);
  });
});
