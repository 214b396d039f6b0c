/** The writer of writer.mjs as a process of its own: the built program, so that it is the real one. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Store } from "../../src/pool/store/index.js";

const dist = path.resolve("dist");

export interface Writing {
  readonly process: ChildProcess;
  /** the highest number that was acknowledged, or -1 */
  readonly acknowledged: () => number;
  /** kills it (SIGKILL) and waits until it is gone and all that it said has been read */
  readonly kill: () => Promise<void>;
}

/** Starts the writer, with a pause in ms after each commit, and waits for its first acknowledged commit. */
export async function startWriting(store: Store, from: number, pause = 0): Promise<Writing> {
  if (!existsSync(path.join(dist, "src/pool/store/index.js"))) throw new Error("run `npm run build` first");
  const writer = path.resolve("test/pool/writer.mjs");
  const key = store.key?.toString("hex") ?? "";
  const child = spawn(process.execPath, [writer, dist, store.file, store.ledger, key, String(from), String(pause)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let wrong = "";
  child.stdout.on("data", (bytes: Buffer) => {
    said += bytes.toString();
  });
  child.stderr.on("data", (bytes: Buffer) => {
    wrong += bytes.toString();
  });
  const closed = once(child, "close");
  const acknowledged = (): number => Number(said.split("\n").slice(0, -1).at(-1) ?? -1);
  await Promise.race([once(child.stdout, "data"), closed]);
  if (said === "") throw new Error(`the writer did not write: ${wrong}`);
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await closed;
    if (wrong !== "") throw new Error(`the writer failed: ${wrong}`);
  };
  return { process: child, acknowledged, kill };
}
