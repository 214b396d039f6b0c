/** `npm run bench:growth -- …`: see ../README.md. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSeason } from "../../src/model/index.js";
import { generateSeason } from "../generate/season.js";
import { gapOf, type Judged, ONE_PERCENT } from "../judge.js";
import { machineLine } from "../machine.js";
import { number, parsedOptions, runBench } from "../options.js";
import { percent, seconds, table, whole, writeSection } from "../report.js";
import { run } from "../run.js";
import { growthChart } from "./chart.js";
import { GROWTH, growthOf, type Point } from "./sizes.js";

interface Options {
  readonly time: number;
  readonly seed: number;
  readonly out: string | null;
  readonly svg: string | null;
}

/** @throws UsageError on an unknown option or a value out of range, naming it */
function readOptions(args: readonly string[]): Options {
  const values = parsedOptions(args, ["time", "seed", "out", "svg"]);
  return {
    time: number("time", values.time ?? "600", 1, true),
    seed: number("seed", values.seed ?? "1", 1, true),
    out: values.out ?? null,
    svg: values.svg ?? null,
  };
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
      const judged = await run("koppel", path, season, {
        time,
        seed: 1,
        threads: 2,
        gap: ONE_PERCENT,
        cli: null,
        peers: null,
      });
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
        percent(figures?.bound == null ? null : gapOf(figures.cost, figures.bound)),
        [figures?.status, note].filter(Boolean).join("; "),
      ]),
    ),
  ].join("\n\n");
  process.stdout.write(`${body}\n`);
  if (out !== null) writeSection(out, "growth", body);
  if (svg !== null) writeFileSync(svg, growthChart(measurements, growth, time));
}

await runBench(main);
