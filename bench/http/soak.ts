/** `node dist/bench/http/soak.js SEASON PLAN MINUTES`: mixed questions and jobs for a long time, and the server's memory. See ../README.md. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readPlan, readSeason } from "../../src/model/index.js";
import { Random } from "../../src/search/random.js";
import { machineLine } from "../machine.js";
import { runBench, UsageError } from "../options.js";
import { fill, serve } from "./server.js";

const PER_SECOND = 20;
const SOLVE_SECONDS = 20;

/** Resident memory of a process, in MB. */
function memoryOf(pid: number | undefined): number {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kb) / 1024);
}

async function main(args: readonly string[]): Promise<void> {
  const [seasonFile, planFile, text] = args;
  const minutes = Number(text);
  if (seasonFile === undefined || planFile === undefined || !(minutes > 0))
    throw new UsageError("give SEASON PLAN MINUTES");
  const season = readSeason(readFileSync(seasonFile));
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-soak-"));
  let child: ChildProcess | null = null;
  try {
    const secret = fill(folder, season, readPlan(readFileSync(planFile), season));
    const server = await serve(folder);
    child = server.child;
    const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
    const random = new Random(1);
    const statuses = new Map<number, number>();
    const going = new Set<Promise<void>>();
    /** Asks without waiting for the answer; what is under way at the end is waited for. */
    const ask = (at: string, body?: unknown): void => {
      const one = asked(at, body).finally(() => going.delete(one));
      going.add(one);
    };
    const asked = async (at: string, body?: unknown): Promise<void> => {
      const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
      const answer = await fetch(`${server.url}${at}`, { headers, ...sent });
      await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    };
    const memory: number[] = [];
    const began = performance.now();
    let nextSolve = 0;
    for (let i = 0; performance.now() - began < minutes * 60_000; i++) {
      const elapsed = performance.now() - began;
      const session = season.sessions[random.below(season.sessions.length)]?.id;
      const { id } = season;
      if (i % 100 === 99) ask("/v1/checks", { season: id, plan: "plan" });
      else if (i % 100 === 49) ask("/v1/explanations", { season: id, plan: "plan", session });
      else if (i % 100 === 24) ask("/v1/plans/plan");
      else if (i % 20 === 7) ask("/v1/trainers");
      else ask("/v1/suggestions", { season: id, plan: "plan", session, top: 10 });
      if (elapsed > nextSolve) {
        nextSolve = elapsed + (SOLVE_SECONDS + 5) * 1000;
        ask("/v1/solves", { season: id, time: SOLVE_SECONDS });
      }
      if (elapsed > memory.length * 60_000) memory.push(memoryOf(child.pid));
      await new Promise((resolve) => setTimeout(resolve, 1000 / PER_SECOND));
    }
    await Promise.all(going);
    process.stdout.write(
      `## A soak of ${minutes} minutes: ${season.id}\n\nMeasured ${machineLine(new Date())}. Answers by status: ${[...statuses].map(([status, n]) => `${status}: ${n}`).join(", ")}. Resident memory by the minute, MB: ${memory.join(" ")}.\n`,
    );
  } finally {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

await runBench(main);
