/** `node dist/bench/http/records.js SEASON PLAN`: what a planner asks of the database, and health meanwhile. See ../README.md. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readPlan, readSeason } from "../../src/model/index.js";
import { machineLine } from "../machine.js";
import { runBench, UsageError } from "../options.js";
import { table } from "../report.js";
import { fill, serve } from "./server.js";

/** How often each is asked; its median is told. */
const TIMES = 5;
/** Milliseconds between two looks at health. */
const LOOK_EVERY = 5;

async function main(args: readonly string[]): Promise<void> {
  const [seasonFile, planFile] = args;
  if (seasonFile === undefined || planFile === undefined) throw new UsageError("give SEASON and PLAN");
  const season = readSeason(readFileSync(seasonFile));
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-bench-"));
  let child: ChildProcess | null = null;
  try {
    const secret = fill(folder, season, readPlan(readFileSync(planFile), season));
    const server = await serve(folder);
    child = server.child;
    const headers = { authorization: `Bearer ${secret}` };
    const timed = async (at: string): Promise<number> => {
      const from = performance.now();
      await (await fetch(server.url + at, { headers })).arrayBuffer();
      return performance.now() - from;
    };
    const id = encodeURIComponent(season.id);
    const rows: string[][] = [];
    for (const at of [
      "seasons",
      `seasons/${id}`,
      `seasons/${id}/calendar`,
      `seasons/${id}/availability`,
      "plans",
      "plans/plan",
      "trainers",
    ]) {
      const times: number[] = [];
      let slowest = 0;
      let isAsking = true;
      const looking = (async () => {
        while (isAsking) {
          slowest = Math.max(slowest, await timed("/healthz"));
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
        }
      })();
      for (let i = 0; i < TIMES; i++) times.push(await timed(`/v1/${at}`));
      isAsking = false;
      await looking;
      const median = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
      rows.push([`GET /v1/${at.replace(id, "{id}")}`, median.toFixed(0), slowest.toFixed(0)]);
    }
    process.stdout.write(
      `## Records over HTTP: ${season.id}\n\nMeasured ${machineLine(new Date())}.\n\n${table(["route", "ms (median of 5)", "slowest health meanwhile, ms"], rows)}\n`,
    );
  } finally {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

await runBench(main);
