import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type * as Highs from "../../src/exact/highs/index.js";
import { build, hardModel } from "./enumerate.js";

/**
 * The worker thread exists only in the compiled code (`npm test` builds before it tests); the same models as in the
 * inline tests go through it here.
 */
const compiled = new URL("../../dist/src/exact/highs/index.js", import.meta.url);
const built = existsSync(compiled);

describe.skipIf(!built)("HiGHS in its thread (skipped where dist is not built)", async () => {
  const { solveMip, solveLp, closeSpare }: typeof Highs = built ? await import(compiled.href) : {};
  const hours = 3600;
  // The compiled class is another class than the one of the sources: they share a shape and no private state is read.
  const model = (columns: number, rows: number): Highs.MipModel => hardModel(columns, rows);

  it("solves, one model after another", async () => {
    const program = {
      offset: 4,
      columns: [{ cost: -3, lower: 0, upper: 2 }],
      rows: [{ lower: 0, upper: 3, coefs: [2] }],
    };
    for (let again = 0; again < 3; again++) {
      expect(await solveMip(build(program), { seconds: 60 })).toMatchObject({
        status: "optimal",
        objective: 1,
        bound: 1,
      });
    }
    const lp = await solveLp(build(program), { seconds: 60 });
    expect(lp).toMatchObject({ status: "optimal", objective: -0.5 });
    expect([...lp.rowDuals]).toEqual([-1.5]);
  });

  it("solves two models at once, each in its own thread", async () => {
    const [one, other] = await Promise.all([
      solveMip(model(40, 8), { seconds: 600, nodes: 5, seed: 3 }),
      solveMip(model(40, 8), { seconds: 600, nodes: 5, seed: 3 }),
    ]);
    expect(other).toEqual(one);
  });

  it("gives what it has when it is aborted in the middle", async () => {
    const controller = new AbortController();
    let found = false;
    const result = await solveMip(model(150, 25), {
      seconds: hours,
      signal: controller.signal,
      onProgress: ({ x, bound }) => {
        found ||= x !== null;
        if (found && bound > -Infinity) controller.abort();
      },
    });
    expect(result.status).toBe("interrupted");
    expect(result.objective).not.toBeNull();
    expect(result.bound).toBeGreaterThan(-Infinity);
    expect(result.bound).toBeLessThanOrEqual(result.objective ?? -Infinity);
    // The thread is gone and the next solve gets another.
    expect((await solveMip(model(20, 4), { seconds: 60 })).status).toBe("optimal");
  });

  it("is ended while it is still starting", async () => {
    const controller = new AbortController();
    await closeSpare();
    const pending = solveMip(model(150, 25), { seconds: hours, signal: controller.signal });
    controller.abort();
    expect(await pending).toMatchObject({ status: "interrupted", objective: null, bound: -Infinity });
  });

  it("says what HiGHS refuses, and goes on", async () => {
    const unbounded = model(3, 1);
    unbounded.addColumn(-1, 0, Infinity, true);
    await expect(solveMip(unbounded, { seconds: 60 })).rejects.toThrow("unbounded");
    expect((await solveMip(model(20, 4), { seconds: 60 })).status).toBe("optimal");
  });

  it("lets the process end by itself while a thread is warm", async () => {
    const script = `
      const { MipModel, solveMip } = await import(${JSON.stringify(compiled.href)});
      const model = new MipModel();
      model.addColumn(-1, 0, 3, true);
      console.log((await solveMip(model, { seconds: 60 })).objective);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      timeout: 60_000,
    });
    expect(stdout.trim()).toBe("-3");
  });
});
