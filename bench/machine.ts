import { availableParallelism, cpus, totalmem } from "node:os";

/** What figures were measured on, in one line. */
export function machineLine(now: Date): string {
  const model = cpus()[0]?.model.trim() || "unknown processor";
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const day = now.toISOString().slice(0, 10);
  return `${day}, ${model}, ${availableParallelism()} cores, ${gigabytes} GB, Node ${process.versions.node}`;
}
