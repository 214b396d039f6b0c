/** A server of the built program on a database that holds one season and a plan of it. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Plan, Season } from "../../src/model/index.js";
import {
  type Actor,
  closeStore,
  createStore,
  createToken,
  giveConsent,
  inTransaction,
  SENSITIVE_FIELDS,
  saveOrganisation,
  saveSeason,
  saveTrainer,
} from "../../src/pool/store/index.js";
import { keepPlan } from "../../src/season/index.js";

const officer: Actor = { id: "bench", role: "safetyOfficer" };
const coordinator: Actor = { id: "bench", role: "coordinator", organisation: "o" };

/** A database with the season and the plan in it, and a coordinator's token. */
export function fill(folder: string, season: Season, plan: Plan): string {
  const file = path.join(folder, "pool.db");
  const store = createStore(file, { key: null, now: () => new Date().toISOString(), ledger: `${file}.ledger` });
  inTransaction(store, () => {
    saveOrganisation(store, officer, "o", "O");
    for (const trainer of season.trainers) {
      saveTrainer(store, officer, { organisation: "o", name: trainer.id, contact: "-" }, trainer);
      for (const field of SENSITIVE_FIELDS) giveConsent(store, officer, trainer.id, field, "matching");
    }
    saveSeason(store, officer, season);
  });
  keepPlan(store, coordinator, "plan", season.id, plan, null);
  const { secret } = createToken(store, officer, {
    account: "bench",
    role: "coordinator",
    organisation: "o",
    scope: "api",
    expires: null,
  });
  closeStore(store);
  return secret;
}

export async function serve(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const main = path.resolve("dist/src/faces/cli/main.js");
  const child = spawn(process.execPath, [main, "serve", "--db", "pool.db", "--port", "0"], { cwd: folder });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
      const [, found] = /listening on (\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  return { child, url };
}
