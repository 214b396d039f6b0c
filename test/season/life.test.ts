/** A plan's life: kept once the check has judged it, published, asked about, answered; two writers; names. */
import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { InputError, type Interval, type Plan } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  type Actor,
  availabilityOf,
  closeStore,
  openStore,
  protect,
  publicationOf,
  readContact,
  StoreError,
  saveAvailability,
  saveSession,
  versionOf,
} from "../../src/pool/store/index.js";
import {
  agree,
  answer,
  askingsOf,
  BrokenPlan,
  buildSeason,
  diffPlans,
  keepPlan,
  keptPlan,
  listPlans,
  publish,
  publishedPlan,
  teamSheets,
} from "../../src/season/index.js";
import { trailOf } from "../pool/support.js";
import { count } from "../support/counts.js";
import { coordinator, loose, officer, options, other, PLAN, sessionOf, standing, withSeason } from "./support.js";

const isPlace = (id: string): boolean => /^p[1-4]$/.test(id);

const HERS = { session: "s4", trainer: "t4" } as const;
const HIS = { session: "s4", trainer: "t1" } as const;
/** The plan with another professional. */
const led = (trainer: string): Plan => ({
  ...PLAN,
  assignments: PLAN.assignments.map((one) => ({
    ...one,
    team: one.team.map((member) => (member.seat === "professional" ? { ...member, trainer } : member)),
  })),
});

test("a plan that breaks a rule is kept nowhere, and why is told as the role may hear it", async () => {
  await withSeason((store) => {
    const broken: Plan = {
      ...PLAN,
      assignments: [
        {
          session: "s4",
          slot: 0,
          team: [
            { seat: "professional", trainer: "t3" },
            { seat: "lived", trainer: "t6" },
          ],
        },
      ],
    };
    const attempt = (actor: Actor): readonly string[] => {
      try {
        keepPlan(store, actor, "bad", "small", broken, null);
      } catch (error) {
        if (error instanceof BrokenPlan) return error.broken;
      }
      throw new Error("it was kept");
    };
    expect(attempt(coordinator)).toEqual(["not available · s4"]);
    expect(attempt(officer).join()).toMatch(/excludes · s4.*available · s4/);
    expect(listPlans(store, coordinator, null)).toEqual([]);
  });
});

test("kept, listed, compared; who saw an older version gets a conflict and changes nothing", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    expect(versionOf(store, "plans", "first")).toBe(1);
    expect(() => keepPlan(store, coordinator, "first", "small", led("t5"), 0)).toThrow(StoreError);
    expect(keptPlan(store, coordinator, "first").plan.assignments).toEqual(PLAN.assignments);
    // as it was, it is the version that it was
    keepPlan(store, coordinator, "first", "small", PLAN, 1);
    keepPlan(store, coordinator, "second", "small", led("t5"), 0);
    const diff = diffPlans(store, coordinator, "first", "second");
    expect(diff.changed.map(({ session }) => session)).toEqual(["s4"]);
    const rows = listPlans(store, coordinator, "small");
    expect(rows.map(({ id, version, feasible, staffed }) => [id, version, feasible, staffed])).toEqual([
      ["first", 1, true, 1],
      ["second", 1, true, 1],
    ]);
    const { season, plan } = keptPlan(store, coordinator, "first");
    expect(rows[0]?.cost).toBe(check(season, plan).total);
  });
});

test("32 writers who saw the same plan: one wins each time, the others get a conflict", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const writers = Array.from({ length: 32 }, () => openStore(store.file, { ...store }));
    for (let round = 1; round <= count(8, 1000); round++) {
      const seen = versionOf(store, "plans", "first");
      const faults = writers.map((writer, i) => {
        try {
          keepPlan(writer, { ...coordinator, id: `c${i}` }, "first", "small", led(round % 2 ? "t5" : "t1"), seen);
          return "won";
        } catch (error) {
          return error instanceof StoreError ? error.fault : String(error);
        }
      });
      expect(faults.filter((fault) => fault === "won")).toHaveLength(1);
      expect(faults.filter((fault) => fault === "conflict")).toHaveLength(31);
    }
    writers.forEach(closeStore);
  });
}, 600_000);

test("published: later plans leave it at a cost; agreed by those who said so", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    agree(store, other, "first");
    const told = publish(store, coordinator, "first", 1);
    expect(told.agreed.map(({ account }) => account).sort()).toEqual(["c1", "c2"]);
    expect([told.news, told.gone]).toEqual([["s4"], []]);
    const season = standing(store);
    expect(season.published).toEqual([{ session: "s4", slot: 1, team: PLAN.assignments[0]?.team }]);
    expect(check(season, led("t5")).costs.change).toBeGreaterThan(0);
    expect(publishedPlan(store, season).assignments).toEqual(PLAN.assignments);
    expect(publish(store, coordinator, "first", null).news).toEqual([]);
    keepPlan(store, coordinator, "empty", "small", { ...PLAN, assignments: [] }, 0);
    expect(publish(store, coordinator, "empty", null).gone).toEqual(["s4"]);
  });
});

test("asked, held, yes, fixed; and a date that moves in the list stays the date", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    publish(store, coordinator, "first", null);
    const until = "2027-01-20T12:00:00Z";
    expect(answer(store, coordinator, "small", { ...HERS, reply: "asked" }, until)).toEqual({
      reply: "asked",
      before: "new",
      confirmed: false,
    });
    expect(availabilityOf(store, "t4")?.holds).toMatchObject([{ offer: "small", start: "2027-03-18T10:00", until }]);
    expect(answer(store, coordinator, "small", { ...HERS, reply: "yes" }).confirmed).toBe(false);
    expect(availabilityOf(store, "t4")?.holds).toEqual([]);
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.pinned).toBeNull();
    expect(answer(store, coordinator, "small", { ...HIS, reply: "yes" }).confirmed).toBe(true);
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.pinned).toEqual({
      slot: 1,
      team: PLAN.assignments[0]?.team,
    });
    const s4 = loose().sessions.find(({ id }) => id === "s4");
    saveSession(store, officer, "cl", { ...s4, slots: [...(s4?.slots ?? [])].reverse() });
    buildSeason(store, coordinator, options());
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.pinned?.slot).toBe(0);
    expect(
      askingsOf(store, coordinator, "small").flatMap(({ trainer, askings }) =>
        askings.map(({ reply }) => [trainer, reply]),
      ),
    ).toEqual([
      ["t1", "yes"],
      ["t4", "yes"],
    ]);
    const taken = answer(store, coordinator, "small", { ...HIS, reply: "asked" });
    expect(taken).toEqual({ reply: "asked", before: "yes", confirmed: false });
    const past = "2020-01-20T12:00:00Z";
    expect(() => answer(store, coordinator, "small", { ...HERS, reply: "asked" }, past)).toThrow(InputError);
    expect(() => askingsOf(store, coordinator, "lente")).toThrow(/season lente: not in the database/);
    expect(() => answer(store, coordinator, "small", { ...HERS, session: "s9", reply: "no" })).toThrow(/session s9/);
    const strange = { session: "s4", trainer: "t2", reply: "yes" } as const;
    expect(() => answer(store, coordinator, "small", strange)).toThrow(/nothing was asked/);
  });
});

test("after a no she is not planned for that session again, and what stands breaks a rule until it is repaired", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    publish(store, coordinator, "first", null);
    answer(store, coordinator, "small", { ...HIS, reply: "no" });
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.excludes).toEqual(["t3", "t1"]);
    expect(listPlans(store, coordinator, null)[0]?.feasible).toBe(false);
    expect(() => publish(store, coordinator, "first", null)).toThrow(BrokenPlan);
    keepPlan(store, coordinator, "second", "small", led("t5"), 0);
    expect(publish(store, coordinator, "second", null).news).toEqual(["s4"]);
  });
});

test("what the pool learns later holds at once: a ban, an absence, a client's objection, each pin of it let go", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    publish(store, coordinator, "first", null);
    for (const one of [HERS, HIS]) answer(store, coordinator, "small", { ...one, reply: "yes" });
    const pinned = (): unknown => standing(store).sessions.find(({ id }) => id === "s4")?.pinned;
    expect(pinned()).not.toBeNull();
    protect(store, officer, "t4", { field: "avoidPlaces", value: "p3" }, isPlace);
    expect(pinned()).toBeNull();
    expect(standing(store).trainers.find(({ id }) => id === "t4")?.avoidPlaces).toEqual(["p3"]);
    saveAvailability(store, officer, "t1", {
      ...NO_AVAILABILITY,
      holidays: [{ from: "2027-03-10", to: "2027-03-31" }],
    });
    expect(
      standing(store)
        .trainers.find(({ id }) => id === "t1")
        ?.available.at(-1)?.[0],
    ).toBe("2027-03-09T08:00");
    const s5 = loose().sessions.find(({ id }) => id === "s5");
    saveSession(store, officer, "cl", { ...s5, excludes: ["t3"] });
    expect(standing(store).sessions.find(({ id }) => id === "s5")?.excludes).toEqual(["t3"]);
  });
});

test("a coordinator of an organisation that the pool does not have plans nothing", async () => {
  await withSeason((store) => {
    const nobody = { ...coordinator, organisation: "nobody" };
    expect(() => keepPlan(store, nobody, "first", "small", PLAN, 0)).toThrow(
      /organisation nobody: not in the database/,
    );
    expect(listPlans(store, coordinator, null)).toEqual([]);
  });
});

test("names: her own organisation, and another once she is assigned to its sessions; each look and each new right in the trail", async () => {
  await withSeason((store) => {
    expect(readContact(store, other, "t4").given).toBe(false);
    keepPlan(store, other, "theirs", "small", PLAN, 0);
    expect(readContact(store, other, "t4").given).toBe(true);
    expect(readContact(store, other, "t3").given).toBe(false);
    expect(readContact(store, officer, "t4").given).toBe(false);
    publish(store, other, "theirs", null);
    expect(readContact(store, officer, "t4").given).toBe(true);
    const rows = trailOf(store).filter(({ actor, field }) => actor === "c2" && field === "contact");
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      "read refused",
      "name done",
      "name done",
      "read given",
      "read refused",
    ]);
    const { sheets } = teamSheets(store, other, "small", null);
    expect(sheets.map(({ session, team }) => [session, team.map(({ name }) => name)])).toEqual([
      ["s4", ["Name of t1", "Name of t4"]],
    ]);
    expect(publicationOf(store, "small")?.plan).toBe("theirs");
  });
});

test("a plan of a session that the pool has otherwise by now is not published; it is told which, and that the season comes first", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const attempt = (): BrokenPlan => {
      try {
        publish(store, coordinator, "first", null);
      } catch (error) {
        if (error instanceof BrokenPlan) return error;
      }
      throw new Error("it was published");
    };
    const [first = []] = sessionOf("s4").slots;
    const later = first.map(([start, end]): Interval => [`2027-03-30${start.slice(10)}`, `2027-03-30${end.slice(10)}`]);
    saveSession(store, coordinator, "cl", sessionOf("s4", { slots: [later] }));
    const { broken, message } = attempt();
    expect(broken).toEqual(["changed in the pool · s4"]);
    expect(message).toContain("make season small anew (koppel season build)");
    // what keeps somebody away is another thing, and stays hers
    saveSession(store, coordinator, "cl", sessionOf("s4"));
    const holidays = [{ from: "2027-03-01", to: "2027-03-31" }];
    saveAvailability(store, officer, "t4", { ...NO_AVAILABILITY, holidays });
    expect(attempt().broken.join()).toContain("not available");
    expect(attempt().message).not.toContain("anew");
  });
});
