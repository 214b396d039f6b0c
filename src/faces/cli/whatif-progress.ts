/** What a person sees while scenarios are planned: one line that is redrawn on a terminal, a line for each elsewhere. */
import { SingleBar } from "cli-progress";
import type { WhatifEvent } from "../../advice/whatif-api.js";
import { visible } from "../../papers/index.js";
import type { Io } from "./io.js";
import { eventLine } from "./progress.js";

export interface WhatifProgress {
  readonly show: (event: WhatifEvent) => void;
  /** leaves the terminal as it was */
  readonly stop: () => void;
}

export function whatifProgress(io: Io, quiet: boolean): WhatifProgress {
  if (quiet) return { show: () => undefined, stop: () => undefined };
  return io.terminal === null ? plainLines(io) : bar(io.terminal);
}

/** `3 of 13 · t05-ill · 84 of 90 sessions staffed · cost 25,100 · …` */
function lineOf({ scenario, done, of, event, ended }: WhatifEvent): string {
  const base = done === 0 && !ended ? "first look" : "base";
  return `${done} of ${of} · ${scenario === null ? base : visible(scenario)} · ${eventLine(event)}`;
}

/** A line when the first look begins, and one for whatever has ended. */
function plainLines(io: Io): WhatifProgress {
  let begun = false;
  return {
    show: (event) => {
      if (begun && !event.ended) return;
      begun = true;
      io.err(`${lineOf(event)}\n`);
    },
    stop: () => undefined,
  };
}

function bar(terminal: NodeJS.WriteStream): WhatifProgress {
  let latest = "starting";
  const single = new SingleBar({
    stream: terminal,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    barsize: 16,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    format: (options, { progress }) => {
      const full = Math.round(Math.min(1, progress) * 16);
      const drawn = `${options.barCompleteString?.slice(0, full)}${options.barIncompleteString?.slice(0, 16 - full)} `;
      const line = drawn.length + latest.length < terminal.columns ? drawn + latest : latest;
      return line.slice(0, terminal.columns - 1);
    },
  });
  single.start(1, 0);
  return {
    show: (event) => {
      latest = lineOf(event);
      single.setTotal(event.of);
      single.update(event.done);
    },
    stop: () => single.stop(),
  };
}
