#!/usr/bin/env node
/**
 * The process of the command line. It imports nothing before Ctrl-C is heard: the rest takes a while to load, and an
 * interrupt in that time must not end a solve without a plan.
 */
let early = 0;
function note(): void {
  early++;
  // Only a solve and a repair have something to write when interrupted; and whoever asks twice is not kept.
  if (!["solve", "repair"].includes(process.argv[2] ?? "") || early > 1) process.exit(130);
}
process.on("SIGINT", note);
process.on("SIGTERM", note);

const { start } = await import("./start.js");
await start(() => {
  process.off("SIGINT", note);
  process.off("SIGTERM", note);
  return early > 0;
});
