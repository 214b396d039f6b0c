/** `koppel mcp` against the built server: the protocol's lines, the tools, the same roles. */
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { type Server, withServer } from "./support.js";

const MAIN = path.resolve("dist/src/faces/cli/main.js");
type Line = {
  readonly id?: number;
  readonly result?: Record<string, never>;
  readonly error?: { readonly code: number };
};

/** Sends lines and gives the answers to those that ask for one, by id. */
async function talk(server: Server, token: string, lines: readonly string[]): Promise<ReadonlyMap<unknown, Line>> {
  const child = spawn(process.execPath, [MAIN, "mcp", "--url", server.url], {
    env: { ...process.env, KOPPEL_TOKEN: token },
  });
  for (const line of lines) child.stdin.write(`${line}\n`);
  child.stdin.end();
  const answers = new Map<unknown, Line>();
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line) as Line;
    answers.set(answer.id, answer);
  }
  return answers;
}

const ask = (id: number, method: string, params: unknown = {}): string =>
  JSON.stringify({ jsonrpc: "2.0", id, method, params });
const call = (id: number, name: string, input: unknown): string => ask(id, "tools/call", { name, arguments: input });
const told = (answer: Line | undefined): { readonly text: string; readonly isError: boolean } => {
  const { content, isError } = (answer?.result ?? {}) as unknown as { content: { text: string }[]; isError: boolean };
  return { text: content[0]?.text ?? "", isError };
};

test("an assistant is told what its token's role may see, and nothing else", async () => {
  await withServer(async (server) => {
    const scenarios = [{ id: "ill", edits: [{ edit: "remove-trainer", trainer: "t1" }] }];
    const answers = await talk(server, server.tokens.coordinator ?? "", [
      ask(1, "initialize", {
        protocolVersion: "2025-03-26",
        capabilities: {},
        clientInfo: { name: "x", version: "1" },
      }),
      JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }),
      ask(2, "tools/list"),
      call(3, "koppel_suggest", { season: "small", session: "s4", plan: "first" }),
      call(4, "koppel_explain", { season: "small", session: "s4", plan: "first", trainer: "t2" }),
      call(5, "koppel_whatif", { season: "small", plan: "first", scenarios, time: 1 }),
      call(6, "koppel_suggest", { season: "small", session: "none" }),
      call(7, "koppel_nothing", {}),
      ask(8, "nothing"),
      "no json",
      call(9, "koppel_plans", {}),
    ]);
    expect(answers.get(1)?.result).toMatchObject({ protocolVersion: "2025-03-26", serverInfo: { name: "koppel" } });
    expect(((answers.get(2)?.result ?? {}) as { tools?: { name: string }[] }).tools?.map(({ name }) => name)).toContain(
      "koppel_whatif",
    );
    const direct = await server.ask("coordinator", "POST", "/v1/suggestions", {
      season: "small",
      session: "s4",
      plan: "first",
    });
    expect(told(answers.get(3))).toEqual({ text: direct.text, isError: false });
    expect(told(answers.get(4)).text).not.toMatch(/avoidPlaces|"q-/);
    expect(JSON.parse(told(answers.get(5)).text).scenarios).toHaveLength(1);
    expect(told(answers.get(6)).isError).toBe(true);
    expect([answers.get(7)?.error?.code, answers.get(8)?.error?.code, answers.get(null)?.error?.code]).toEqual([
      -32_602, -32_601, -32_700,
    ]);
    expect(told(answers.get(9)).text).toContain('"first"');
    const auditor = await talk(server, server.tokens.auditor ?? "", [
      call(1, "koppel_suggest", { season: "small", session: "s4" }),
    ]);
    expect(told(auditor.get(1))).toMatchObject({ isError: true });
    expect(told(auditor.get(1)).text).toContain("403");
  });
}, 60_000);
