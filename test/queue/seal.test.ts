import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openAnswer, openJob, sealAnswer, sealJob } from "../../src/queue/job.js";
import { SealError, seal, unseal } from "../../src/queue/seal.js";

const KEY = randomBytes(32);

describe("a sealed value", () => {
  it("comes back as it was, with maps, infinities and bytes", () => {
    const value = { warm: new Map([["a", 0.5]]), time: Number.POSITIVE_INFINITY, bytes: Buffer.from("x") };
    const back = unseal(KEY, "p", seal(KEY, "p", value)) as typeof value;
    expect(back.warm.get("a")).toBe(0.5);
    expect(back.time).toBe(Number.POSITIVE_INFINITY);
    expect([...back.bytes]).toEqual([...value.bytes]);
  });

  it("never looks the same twice and shows nothing of what is in it", () => {
    const value = { canary: "canary-of-the-queue".repeat(20) };
    const [a, b] = [seal(KEY, "p", value), seal(KEY, "p", value)];
    expect(a).not.toBe(b);
    expect(Buffer.from(a, "base64").includes("canary")).toBe(false);
  });

  it("opens for no other key or purpose, nor with any byte changed, cut off or added", () => {
    const sealed = seal(KEY, "p", { a: 1 });
    const bytes = Buffer.from(sealed, "base64");
    const tries = Array.from(bytes, (byte, i) => {
      const changed = Buffer.from(bytes);
      changed[i] = byte ^ 1;
      return changed;
    });
    tries.push(bytes.subarray(0, 20), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from([0])]));
    for (const one of tries) expect(() => unseal(KEY, "p", one.toString("base64"))).toThrow(SealError);
    expect(() => unseal(randomBytes(32), "p", sealed)).toThrow(SealError);
    expect(() => unseal(KEY, "q", sealed)).toThrow(SealError);
  });
});

describe("a job", () => {
  const job = {
    season: Buffer.from("{}"),
    options: { time: 1, gap: 0, steps: Number.POSITIVE_INFINITY, seed: 1, threads: 1 as const },
  };

  it("is judged where it arrives: no other fields, no other values", () => {
    expect(openJob(KEY, sealJob(KEY, job)).options).toEqual(job.options);
    const wrong = [
      { ...job, more: 1 },
      { ...job, options: { ...job.options, time: -1 } },
      { ...job, options: { ...job.options, threads: 3 } },
      { ...job, options: { ...job.options, startedAt: 1 } },
      { ...job, season: "{}" },
    ];
    for (const one of wrong) expect(() => openJob(KEY, sealJob(KEY, one as typeof job))).toThrow(TypeError);
  });

  it("is no answer, and an answer is no job", () => {
    expect(() => openJob(KEY, sealAnswer(KEY, { refused: "no" }))).toThrow(SealError);
    expect(openAnswer(KEY, sealAnswer(KEY, { refused: "no" }))).toEqual({ refused: "no" });
  });
});
