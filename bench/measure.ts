import { spawn } from "node:child_process";
import { processTree, treeMemory } from "./memory.js";

const SAMPLES_PER_SECOND = 10;
/** How much of what a process says is kept. */
const KEPT_CHARACTERS = 100_000;

export interface Measured {
  /** null where it was ended by a signal */
  readonly code: number | null;
  /** whether the bench ended it because it was not back in time */
  readonly overran: boolean;
  /** wall time from spawn to exit */
  readonly seconds: number;
  /** peak resident memory of the process tree; null where the system does not tell */
  readonly peakBytes: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program in a process of its own and measures it.
 * @param args its arguments; of Node, the script first
 * @param limitSeconds after which the whole tree is killed
 * @param program by default Node
 * @throws Error where the process cannot be started
 */
export function measure(
  args: readonly string[],
  limitSeconds: number,
  program: string = process.execPath,
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let peak = 0;
    let overran = false;
    const sample = (): void => {
      const memory = child.pid === undefined ? null : treeMemory(child.pid);
      if (memory !== null) peak = Math.max(peak, memory.resident, memory.highWater);
    };
    const sampler = setInterval(sample, 1000 / SAMPLES_PER_SECOND);
    const killer = setTimeout(() => {
      overran = true;
      // The leaves first, so that none is left behind without a parent.
      if (child.pid !== undefined) for (const pid of processTree(child.pid).toReversed()) kill(pid);
    }, limitSeconds * 1000);
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        texts[name] = (texts[name] + text).slice(-KEPT_CHARACTERS);
      });
    }
    const stop = (): void => {
      clearInterval(sampler);
      clearTimeout(killer);
    };
    child.on("error", (error) => {
      stop();
      reject(error);
    });
    let seconds = 0;
    child.on("exit", () => {
      seconds = (performance.now() - started) / 1000;
      stop();
    });
    child.on("close", (code) => resolve({ code, overran, seconds, peakBytes: peak === 0 ? null : peak, ...texts }));
    sample();
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended by itself between the listing and here.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
