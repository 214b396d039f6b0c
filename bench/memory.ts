/** Resident memory of a process and its descendants, as Linux's /proc tells it. */
import { readdirSync, readFileSync } from "node:fs";

export interface TreeMemory {
  /** bytes resident now, over the whole tree */
  readonly resident: number;
  /** the root's own high-water mark, in bytes */
  readonly highWater: number;
}

/** What a process tree holds now, or null where the process is gone or there is no /proc. */
export function treeMemory(root: number): TreeMemory | null {
  const status = statusOf(root);
  if (status === null) return null;
  let resident = 0;
  for (const pid of processTree(root)) resident += bytesIn(statusOf(pid) ?? "", "VmRSS");
  return { resident, highWater: bytesIn(status, "VmHWM") };
}

/** A process and its descendants, the process first. Those that end meanwhile are left out. */
export function processTree(root: number): readonly number[] {
  const tree = [root];
  for (const pid of tree) tree.push(...childrenOf(pid));
  return tree;
}

function childrenOf(pid: number): number[] {
  return quiet(() => readdirSync(`/proc/${pid}/task`), []).flatMap((thread) =>
    quiet(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"), "")
      .split(" ")
      .filter((text) => text.trim() !== "")
      .map(Number),
  );
}

function statusOf(pid: number): string | null {
  return quiet(() => readFileSync(`/proc/${pid}/status`, "utf8"), null);
}

function bytesIn(status: string, field: string): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** A process may end between listing and reading it: that is no fault, it just holds nothing any more. */
function quiet<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ESRCH" || code === "EACCES") return otherwise;
    throw error;
  }
}
