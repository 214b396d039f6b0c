/** The list of plans: each as it stands, and read again only where the plan or its season is no longer what it was. */
import { expect, test } from "vitest";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import { type Store, saveAvailability, savePlan } from "../../src/pool/store/index.js";
import { keepPlan, keptPlan, listPlans, type PlanRow, publish } from "../../src/season/index.js";
import { trailOf } from "../pool/support.js";
import { coordinator, officer, PLAN, withSeason } from "./support.js";

/** The slow twin: every plan read whole. */
const judgedAnew = (store: Store, rows: readonly PlanRow[]): readonly object[] =>
  rows.map(({ id, published, changedSince }) => {
    const { season, plan, verdict, version } = keptPlan(store, coordinator, id);
    const { feasible, staffed, sessions, total: cost } = verdict;
    const bound = plan.bound ?? null;
    return { id, season: season.id, version, feasible, staffed, sessions, cost, bound, published, changedSince };
  });

test("a plan is read and judged again where it, or its season, has changed, and a season is read once for all its plans", async () => {
  await withSeason((store) => {
    const ids = ["a", "b", "c", "d"];
    for (const id of ids) keepPlan(store, coordinator, id, "small", PLAN, 0);
    publish(store, coordinator, "a", null);
    const listed = () => {
      const before = trailOf(store).length;
      const rows = listPlans(store, coordinator, "small");
      expect(rows.map(({ id }) => id)).toEqual(ids);
      expect(judgedAnew(store, rows)).toEqual(rows);
      return { rows, looks: trailOf(store).length - before };
    };
    const { looks, rows } = listed();
    const alone = trailOf(store).length;
    keptPlan(store, coordinator, "a");
    // one look at the season for the list, and one for each plan that the twin reads
    expect(looks).toBe((ids.length + 1) * (trailOf(store).length - alone));
    expect(rows[0]).toMatchObject({ feasible: true, staffed: 1, published: true, changedSince: false });
    // what was found is told as long as nothing changes: planted, it is told too
    const plant = () => store.db.exec(`UPDATE plan_figures SET body = json_set(body, '$.cost', 1)`);
    plant();
    const costs = () => listPlans(store, coordinator, null).map(({ cost }) => cost);
    expect(costs()).toEqual([1, 1, 1, 1]);
    savePlan(store, officer, "b", "small", { ...PLAN, assignments: [] });
    const [, fresh] = costs();
    expect([costs()[0], fresh === 1]).toEqual([1, false]);
    plant();
    const holidays = [{ from: "2027-03-10", to: "2027-03-31" }];
    saveAvailability(store, officer, "t1", { ...NO_AVAILABILITY, holidays });
    expect(costs()).not.toContain(1);
    expect(listed().rows.map(({ feasible }) => feasible)).toEqual([false, true, false, false]);
    expect(listPlans(store, coordinator, "none")).toEqual([]);
  });
});
