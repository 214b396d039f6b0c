/**
 * The Model Context Protocol over lines of JSON-RPC 2.0 (modelcontextprotocol.io, revision 2025-06-18: initialize, ping, tools/list,
 * tools/call).
 */
import { type Api, TOOLS } from "./tools.js";

const REVISIONS = ["2025-06-18", "2025-03-26", "2024-11-05"] as const;
const ERRORS = { parse: -32_700, request: -32_600, method: -32_601, params: -32_602, ours: -32_603 } as const;

type Id = string | number | null;
interface Message {
  readonly id?: Id;
  readonly method?: unknown;
  readonly params?: unknown;
}

/** Answers one line; null where nothing is to be answered. */
export async function answerLine(line: string, api: Api, version: string): Promise<string | null> {
  let message: Message;
  try {
    message = JSON.parse(line) as Message;
  } catch {
    return failure(null, ERRORS.parse, "a line is no JSON");
  }
  if (typeof message !== "object" || message === null || typeof message.method !== "string")
    return failure(null, ERRORS.request, "no request");
  const { id, method } = message;
  // Notifications ask for no answer.
  if (id === undefined) return null;
  const params = (message.params ?? {}) as Readonly<Record<string, unknown>>;
  if (method === "initialize") return success(id, hello(params, version));
  if (method === "ping") return success(id, {});
  if (method === "tools/list") return success(id, { tools: TOOLS.map(({ run: _, ...tool }) => tool) });
  if (method === "tools/call") return called(id, params, api);
  return failure(id, ERRORS.method, "no such method");
}

function hello({ protocolVersion }: Readonly<Record<string, unknown>>, version: string) {
  const known = REVISIONS.find((one) => one === protocolVersion) ?? REVISIONS[0];
  return {
    protocolVersion: known,
    capabilities: { tools: { listChanged: false } },
    serverInfo: { name: "koppel", version },
    instructions:
      "Trainers are known by codes. Why somebody is not available stays with her: do not guess it. What you are told is what your token's role may see.",
  };
}

async function called(
  id: Id,
  { name, arguments: given }: Readonly<Record<string, unknown>>,
  api: Api,
): Promise<string> {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined) return failure(id, ERRORS.params, "no such tool");
  const input = typeof given === "object" && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  try {
    const { status, value } = await tool.run(api, input);
    const text = JSON.stringify(value);
    return success(id, { content: [{ type: "text", text }], isError: status >= 400 });
  } catch {
    return failure(id, ERRORS.ours, "the API does not answer: is koppel serve running at that address?");
  }
}

const success = (id: Id, result: unknown): string => JSON.stringify({ jsonrpc: "2.0", id, result });
const failure = (id: Id, code: number, message: string): string =>
  JSON.stringify({ jsonrpc: "2.0", id, error: { code, message } });

/** The API of a running server. */
export function apiAt(url: string, token: string): Api {
  return async (method, at, body) => {
    const answer = await fetch(new URL(at, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, value: await answer.json(), location: answer.headers.get("location") };
  };
}
