/** Which questions wait for which: by the built lanes. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readPresets } from "../../src/faces/cli/data-files.js";
import type { Lanes as BuiltLanes } from "../../src/faces/http/lanes.js";
import type { Actor } from "../../src/pool/store/index.js";
import { PLAN } from "../season/support.js";
import { smallSeason } from "../support/small-season.js";

const built = pathToFileURL(path.resolve("dist/src/faces/http/lanes.js")).href;

test("a check is answered while suggestions still wait for their turn", async () => {
  const { Lanes } = (await import(built)) as { Lanes: typeof BuiltLanes };
  const facts = { choices: {} as never, presets: await readPresets(), names: [], programme: null, records: null };
  const lanes = new Lanes({ advice: 1, waiting: 100 }, { kind: "desk", db: null, facts });
  try {
    const season = smallSeason();
    const ended: string[] = [];
    const ask = async (op: "suggestions" | "checks", more: object): Promise<void> => {
      const body = Buffer.from(JSON.stringify({ season, ...more }));
      const actor = { id: "a", role: "safetyOfficer" } satisfies Actor;
      const answer = await lanes.ask({ by: "advice", op, actor, body });
      expect(answer).not.toHaveProperty("problem");
      ended.push(op);
    };
    // each of another season as it is supposed: none finds its own kept ready
    const weights = Array.from({ length: 40 }, (_, value) => ({ edit: "set-weight", weight: "unstaffed", value }));
    const asked = weights.map((edit) => ask("suggestions", { session: "s4", edits: [edit] }));
    await ask("checks", { plan: { ...PLAN, assignments: [] } });
    expect(ended).toContain("checks");
    expect(ended.length).toBeLessThan(41);
    await Promise.all(asked);
  } finally {
    await lanes.close();
  }
}, 60_000);
