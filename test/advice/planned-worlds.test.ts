/** A reader without the right cannot tell why somebody does not come from what is planned anew: what-ifs and repairs. */
import { describe, expect, test } from "vitest";
import { assertAskable } from "../../src/advice/redact.js";
import { repairTask } from "../../src/advice/repair/known.js";
import { repair } from "../../src/advice/repair/repair.js";
import { scenariosFile } from "../../src/advice/sweep.js";
import { whatif } from "../../src/advice/whatif.js";
import type { Solver } from "../../src/advice/whatif-api.js";
import type { Edit } from "../../src/model/edit-types.js";
import { applyEdits } from "../../src/model/edits.js";
import type { Season } from "../../src/model/types.js";
import { solve } from "../../src/solve/index.js";
import { refusals } from "../model/breaking.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { randomEdit } from "../support/random-edits.js";
import { pairOfWorlds, SECRETS, type Worlds } from "./paired-worlds.js";

/** So many steps and no clock: the same question has one answer. */
const stepped: Solver = (source, options) =>
  solve(source, { ...options, time: Number.POSITIVE_INFINITY, steps: 60, threads: 1 });
/** Without the removal of a trainer: whom somebody would not work with keeps her from nothing once he is gone. */
const KINDS = ["block-trainer", "cancel-session", "set-weight", "set-budget", "fix-slot"] as const;

/** Edits that both worlds accept, and that leave them a pair: of who could come before nobody else can now. */
function editsFor({ secret, plain, plan }: Worlds, random: Random, seed: number): Edit[] | null {
  const edits = [randomEdit(random, plain, seed, random.pick(KINDS))];
  if (!edits.every(({ edit }) => KINDS.some((kind) => kind === edit))) return null;
  if (refusals(() => assertAskable(scenariosFile([{ id: "a", edits }]), "it", "redacted")).length > 0) return null;
  const fits = (season: Season) => refusals(() => applyEdits(season, plan, edits)).length === 0;
  return fits(secret) && fits(plain) ? edits : null;
}

const withoutClock = (told: unknown): string =>
  JSON.stringify(told, (key, value) => (key === "ms" ? undefined : value));

async function whatifOf(season: Season, { plan }: Worlds, edits: Edit[]): Promise<string> {
  const scenarios = scenariosFile([{ id: "a", edits }]);
  return withoutClock(await whatif(season, scenarios, { plan, time: 1, threads: 1, view: "redacted", solve: stepped }));
}

/** The first repair, which looks at no clock. */
async function repairOf(season: Season, { plan }: Worlds, edits: Edit[]): Promise<string> {
  const task = repairTask(plan, applyEdits(season, plan, edits));
  const clock = () => 0;
  const wait = () => Promise.resolve();
  return withoutClock(await repair(task, { time: 0.1, view: "redacted", clock, wait, solve: stepped }));
}

describe("planned anew in paired worlds", () => {
  const pairs = count(6, 100);
  // A cap on exposure keeps her away as the plan stands, and is another rule once the plan changes.
  const kept = SECRETS.filter((rule) => rule !== "exposure");
  test.each(kept)(`kept away by %s or by availability: the same bytes, ${pairs} pairs`, async (rule) => {
    let found = 0;
    for (let seed = 0; found < pairs && seed < 40_000; seed++) {
      const random = new Random(seed);
      const worlds = pairOfWorlds(seed, rule, random);
      if (worlds === null) continue;
      const edits = editsFor(worlds, random, seed);
      if (edits === null) continue;
      found++;
      for (const told of [whatifOf, repairOf])
        expect(await told(worlds.secret, worlds, edits), `seed ${seed}`).toBe(await told(worlds.plain, worlds, edits));
    }
    expect(found).toBe(pairs);
  });
});

describe("what a reader without the right may suppose", () => {
  const base = pairOf();
  const ask = (edits: readonly Edit[], view: "full" | "redacted") =>
    whatif(base, scenariosFile([{ id: "a", edits }]), { time: 1, threads: 1, view, solve: stepped });

  test("is nothing that would lift what is a trainer's own", async () => {
    const [trainer, session] = [base.trainers[0], base.sessions[0]];
    if (!trainer || !session) throw new Error("a tiny season has both");
    const lifting: Edit[] = [
      { edit: "change-trainer", trainer: trainer.id, set: { available: trainer.available } },
      { edit: "change-trainer", trainer: trainer.id, set: { avoidPlaces: [] } },
      { edit: "change-trainer", trainer: trainer.id, set: { limits: trainer.limits } },
      { edit: "change-session", session: session.id, set: { excludes: [] } },
      { edit: "waive", session: session.id, trainer: trainer.id, rule: "available" },
    ];
    for (const edit of lifting) {
      await expect(ask([edit], "redacted"), edit.edit).rejects.toMatchObject({
        issues: [{ path: expect.stringMatching(/^scenarios\[0\]\.edits\[0\]\.(set\.\w+|rule)$/) }],
      });
    }
    const other: Edit = { edit: "change-trainer", trainer: trainer.id, set: { ratePerHour: 1 } };
    await expect(ask([other], "redacted")).resolves.toHaveProperty("scenarios");
    await expect(ask(lifting.slice(0, 2), "full")).resolves.toHaveProperty("scenarios");
  });
});

function pairOf(): Season {
  for (let seed = 0; ; seed++) {
    const worlds = pairOfWorlds(seed, "excludes", new Random(seed));
    if (worlds !== null) return worlds.plain;
  }
}
