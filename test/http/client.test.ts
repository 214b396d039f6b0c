/** The typed client of docs/examples: made anew it is the same, and it talks to the built server. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { KoppelClient, KoppelError } from "../../docs/examples/api-client.js";
import { PLAN } from "../season/support.js";
import { withServer } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");

test("made anew from the document it is what is kept", () => {
  const made = execFileSync(process.execPath, [path.join(ROOT, "scripts/make-api-client.mjs"), "--print"], {
    encoding: "utf8",
  });
  expect(made).toBe(readFileSync(path.join(ROOT, "docs/examples/api-client.ts"), "utf8"));
});

test("suggestions, a plan that somebody else changed, a job: typed, and errors as problems", async () => {
  await withServer(async (server) => {
    const client = new KoppelClient(server.url, server.tokens.coordinator ?? "");
    const { value } = await client.postSuggestions({ season: "small", plan: "first", session: "s4", top: 2 });
    expect(value.teams[0]?.team.map(({ seat }) => seat)).toEqual(["professional", "lived"]);
    const read = await client.getPlansId("first");
    const etag = read.headers.get("etag") ?? "";
    const body = { season: "small", plan: { ...PLAN, assignments: [] } };
    expect((await client.putPlansId("first", body, etag)).status).toBe(200);
    const late = client.putPlansId("first", body, etag);
    await expect(late).rejects.toThrow(KoppelError);
    await expect(late).rejects.toMatchObject({ problem: { status: 412 } });
    const job = await client.postSolves({ season: "small", time: 2 });
    expect([job.status, job.value.state === "queued" || job.value.state === "running"]).toEqual([202, true]);
    expect((await client.deleteSolvesId(job.value.id)).status).toBe(204);
    // A job is waited for, and a proxy's path stays before the routes.
    const solve = await new KoppelClient(`${server.url}/`, server.tokens.coordinator ?? "").postSolves({
      season: "small",
      time: 2,
    });
    const heard: unknown[] = [];
    const told = await client.ended("solves", solve.value.id, (progress) => heard.push(progress));
    expect([told.state, told.result?.season, heard.length > 0]).toEqual(["done", "small", true]);
    await expect(client.ended("solves", "none")).rejects.toMatchObject({ problem: { status: 404 } });
    const below = new KoppelClient(`${server.url}/koppel/`, server.tokens.coordinator ?? "").getMe();
    await expect(below).rejects.toMatchObject({ problem: { status: 404, detail: "there is no such route" } });
  });
}, 60_000);
