/** `npm run bench:growth -- …`: see ../README.md. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { parseSeason } from "../../src/model/index.js";
import { generateSeason } from "../generate/season.js";
import type { Judged } from "../judge.js";
import { machineLine } from "../machine.js";
import { UsageError } from "../options.js";
import { percent, seconds, table, whole, writeSection } from "../report.js";
import { run } from "../run.js";
import { growthChart } from "./chart.js";
import { GROWTH, growthOf, type Point } from "./sizes.js";

const GAP = 0.01;

interface Options {
  readonly time: number;
  readonly seed: number;
  readonly out: string | null;
  readonly svg: string | null;
}

/** @throws UsageError on an unknown option or a value out of range, naming it */
function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  const number = (name: "time" | "seed", otherwise: number): number => {
    const text = values[name];
    const value = text === undefined ? otherwise : Number(text);
    if (!Number.isInteger(value) || value < 1) throw new UsageError(`--${name} is ${text}; give a whole number from 1`);
    return value;
  };
  return { time: number("time", 600), seed: number("seed", 1), out: values.out ?? null, svg: values.svg ?? null };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args: [...args], options: { time: text, seed: text, out: text, svg: text } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

interface Measurement extends Point {
  readonly trainers: number;
  readonly judged: Judged;
}

async function main(args: readonly string[]): Promise<void> {
  const { time, seed, out, svg } = readOptions(args);
  const folder = mkdtempSync(join(tmpdir(), "koppel-growth-"));
  const measurements: Measurement[] = [];
  try {
    for (const size of GROWTH) {
      const season = parseSeason(generateSeason(`growth-${size.sessions}`, size, seed, {}));
      const path = join(folder, "season.json.gz");
      writeFileSync(path, gzipSync(JSON.stringify(season)));
      const judged = await run("koppel", path, season, { time, seed: 1, threads: 2, gap: GAP, cli: null, peers: null });
      const ms = judged.figures?.onePercentMs ?? null;
      measurements.push({ ...size, seconds: ms === null ? null : ms / 1000, judged });
      process.stderr.write(`${size.sessions} sessions: ${judged.figures ? seconds(ms) : judged.note}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const growth = growthOf(measurements);
  const body = [
    "## Growth: time to a gap of 1 %",
    `Measured ${machineLine(new Date())}; fresh seasons of seed ${seed}, at most ${time} s each. Time grows as the number of sessions to the power ${growth?.exponent.toFixed(2) ?? "–"}.`,
    ...(svg === null ? [] : ["![Time to a gap of 1 % by the number of sessions](growth.svg)"]),
    table(
      ["sessions", "trainers", "to 1 %", "gap at the end", "note"],
      measurements.map(({ sessions, trainers, judged: { figures, note } }) => [
        whole(sessions),
        whole(trainers),
        seconds(figures?.onePercentMs ?? null),
        percent(figures?.bound == null ? null : (figures.cost - figures.bound) / Math.max(1, figures.cost)),
        [figures?.status, note].filter(Boolean).join("; "),
      ]),
    ),
  ].join("\n\n");
  process.stdout.write(`${body}\n`);
  if (out !== null) writeSection(out, "growth", body);
  if (svg !== null) writeFileSync(svg, growthChart(measurements, growth, time));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
