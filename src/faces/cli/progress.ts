/** What a person sees while a solve runs: one line that is redrawn on a terminal, plain lines elsewhere. */
import { SingleBar } from "cli-progress";
import { gapPercent, whole } from "../../papers/index.js";
import type { SolveEvent } from "../../solve/api.js";
import type { Io } from "./io.js";

export interface Progress {
  readonly show: (event: SolveEvent) => void;
  /** shows what was held back, and leaves the terminal as it was; later events are ignored */
  readonly stop: () => void;
}

const PHASES: Readonly<Record<SolveEvent["phase"], string>> = {
  reading: "reading the season",
  building: "preparing",
  improving: "looking for a first plan",
  closing: "looking for a first plan",
};

/** An event in a coordinator's words: `43 of 45 sessions staffed · cost 22,762 · at most 0.3 % better is possible`. */
export function eventLine(event: SolveEvent, withBound = true): string {
  const { cost, bound, staffed, sessions, phase } = event;
  if (cost === null) return PHASES[phase];
  const share = `${whole(staffed, "en")} of ${whole(sessions, "en")} sessions staffed`;
  const boundWords = withBound ? [`bound ${whole(bound, "en")}`] : [];
  return [share, `cost ${whole(cost, "en")}`, ...boundWords, gapWords(cost, bound)].join(" · ");
}

/** How much better than this a plan could at most be. */
export function gapWords(cost: number, bound: number): string {
  if (bound >= cost) return "no plan is better";
  return `at most ${gapPercent((cost - bound) / Math.max(1, cost), "en")} % better is possible`;
}

/**
 * @param limit seconds that the solve may take, for the bar; Infinity draws none
 */
export function progressOf(io: Io, limit: number, quiet: boolean): Progress {
  if (quiet) return { show: () => undefined, stop: () => undefined };
  return io.terminal === null ? plainLines(io) : bar(io, io.terminal, limit);
}

/** At most one line a second, and none twice. */
function plainLines(io: Io): Progress {
  let last = "";
  let lastAt = Number.NEGATIVE_INFINITY;
  let held: SolveEvent | null = null;
  let stopped = false;
  const print = (event: SolveEvent) => {
    const line = eventLine(event);
    held = null;
    if (line === last) return;
    last = line;
    lastAt = io.now();
    io.err(`${(event.ms / 1000).toFixed(1)} s · ${line}\n`);
  };
  return {
    show: (event) => {
      if (stopped) return;
      if (io.now() - lastAt >= 1000) print(event);
      else held = event;
    },
    stop: () => {
      stopped = true;
      if (held !== null) print(held);
    },
  };
}

function bar(io: Io, terminal: NodeJS.WriteStream, limit: number): Progress {
  const startedAt = io.now();
  let latest: SolveEvent | null = null;
  const seconds = () => Math.floor((io.now() - startedAt) / 1000);
  const single = new SingleBar({
    stream: terminal,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    barsize: 16,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    format: (options, { progress }) => {
      const done = Math.round(Math.min(1, progress) * 16);
      const drawn = `${options.barCompleteString?.slice(0, done)}${options.barIncompleteString?.slice(0, 16 - done)} `;
      const bounded = Number.isFinite(limit);
      const clock = bounded ? `${seconds()} of ${limit} s · ` : `${seconds()} s · `;
      const full = latest === null ? "starting" : eventLine(latest);
      const short = latest === null ? "starting" : eventLine(latest, false);
      // On a narrow terminal the bar gives way first, then the bound (the gap says the same), then the clock.
      const lines = [`${bounded ? drawn : ""}${clock}${full}`, clock + full, clock + short, short];
      return (lines.find((line) => line.length < terminal.columns) ?? short).slice(0, terminal.columns - 1);
    },
  });
  single.start(Number.isFinite(limit) ? limit : 1, 0);
  const timer = setInterval(() => single.update(Number.isFinite(limit) ? Math.min(limit, seconds()) : 0), 250);
  timer.unref();
  return {
    show: (event) => {
      latest = event;
    },
    stop: () => {
      clearInterval(timer);
      single.stop();
    },
  };
}
