/** `npm run bench:http -- SEASON PLAN`: suggestions over HTTP, alone and beside a solve; health beside a solve. See ../README.md. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readPlan, readSeason } from "../../src/model/index.js";
import { Random } from "../../src/search/random.js";
import { machineLine } from "../machine.js";
import { runBench, UsageError } from "../options.js";
import { table } from "../report.js";
import { fill, serve } from "./server.js";

const SECONDS = 20;
const PER_SECOND = 50;
const AT_ONCE = 4;
const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;

async function main(args: readonly string[]): Promise<void> {
  const [seasonFile, planFile] = args;
  if (seasonFile === undefined || planFile === undefined) throw new UsageError("give SEASON and PLAN");
  const season = readSeason(readFileSync(seasonFile));
  const plan = readPlan(readFileSync(planFile), season);
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-bench-"));
  let child: ChildProcess | null = null;
  try {
    const secret = fill(folder, season, plan);
    const server = await serve(folder);
    child = server.child;
    const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
    const random = new Random(1);
    const suggest = async (): Promise<number> => {
      const session = season.sessions[random.below(season.sessions.length)]?.id;
      const body = JSON.stringify({ season: season.id, plan: "plan", session, top: 10 });
      const began = performance.now();
      const answer = await fetch(`${server.url}/v1/suggestions`, { method: "POST", headers, body });
      await answer.text();
      if (answer.status !== 200) throw new Error(`a suggestion answers ${answer.status}`);
      return performance.now() - began;
    };
    const cold = await suggest();
    for (let i = 0; i < 300; i++) await suggest();
    let answered = 0;
    const end = performance.now() + (SECONDS / 2) * 1000;
    const lane = async (): Promise<void> => {
      while (performance.now() < end) {
        await suggest();
        answered++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const alone = answered / (SECONDS / 2);

    await fetch(`${server.url}/v1/solves`, {
      method: "POST",
      headers,
      body: JSON.stringify({ season: season.id, time: SECONDS + 10 }),
    });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const times: Promise<number>[] = [];
    const health: Promise<number>[] = [];
    for (let i = 0; i < SECONDS * PER_SECOND; i++) {
      times.push(suggest());
      if (i % 5 === 0) {
        const began = performance.now();
        const asked = fetch(`${server.url}/healthz`).then((answer) => answer.text());
        health.push(asked.then(() => performance.now() - began));
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 / PER_SECOND));
    }
    const [beside, healthy] = await Promise.all([Promise.all(times), Promise.all(health)]);
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    const rows = [
      ["suggestions a second, alone (asked: 300)", alone.toFixed(0)],
      ["first suggestion: loading, prices", ms(cold)],
      [`suggestions at ${PER_SECOND} a second beside a solve: p50`, ms(quantile(beside, 0.5))],
      ["p99 (asked: 15 ms)", ms(quantile(beside, 0.99))],
      ["health beside a solve: p99 (asked: 100 ms)", ms(quantile(healthy, 0.99))],
    ];
    process.stdout.write(
      `## Over HTTP: ${season.id}\n\nMeasured ${machineLine(new Date())}. The client runs on the same cores.\n\n${table(["what", "measured"], rows)}\n`,
    );
  } finally {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

await runBench(main);
