import { defineConfig } from "vitest/config";

/** Full counts take their time, and a busy machine more. */
const TIMEOUT = process.env.KOPPEL_FULL === "1" ? 1_200_000 : 120_000;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
    // Of two processors one is often free: solves, servers and browsers are waited for.
    maxWorkers: 3,
  },
});
