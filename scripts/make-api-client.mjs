/**
 * Makes docs/examples/api-client.ts from the OpenAPI document: a typed client without dependencies.
 * Run after a build: node scripts/make-api-client.mjs [--print]
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openApi } from "../dist/src/faces/http/openapi.js";

const LITERAL = /^[A-Za-z_]\w*$/;

/** A JSON Schema as a TypeScript type. */
function typeOf(schema, depth = 0) {
  const pad = "  ".repeat(depth + 1);
  if (schema === true || schema === undefined || Object.keys(schema).length === 0) return "unknown";
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return [...new Set(union.map((one) => typeOf(one, depth)))].join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, depth)).join(" | ");
  switch (schema.type) {
    case "string":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array": {
      if (schema.prefixItems) return `readonly [${schema.prefixItems.map((one) => typeOf(one, depth)).join(", ")}]`;
      const item = typeOf(schema.items, depth);
      // A union or a list as its item is put in brackets; an object may hold unions.
      const { items = {} } = schema;
      const isBare =
        item.startsWith("readonly") || items.anyOf || items.oneOf || items.enum || Array.isArray(items.type);
      return isBare ? `readonly (${item})[]` : `readonly ${item}[]`;
    }
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => {
        const key = LITERAL.test(name) ? name : JSON.stringify(name);
        const optional = schema.required?.includes(name) ? "" : "?";
        const about = one.description ? `${pad}/** ${one.description} */\n` : "";
        return `${about}${pad}readonly ${key}${optional}: ${typeOf(one, depth + 1)};`;
      });
      const more = schema.additionalProperties;
      if (fields.length === 0) return `Readonly<Record<string, ${typeOf(more === false ? {} : more, depth)}>>`;
      if (more !== undefined && more !== false) fields.push(`${pad}readonly [other: string]: unknown;`);
      return `{\n${fields.join("\n")}\n${"  ".repeat(depth)}}`;
    }
    default:
      return "unknown";
  }
}

/** Which version a call has seen: one that was, or `null` where there may be none yet. */
function seenOf({ parameters = [] }) {
  const ifMatch = parameters.find(({ name }) => name === "If-Match");
  if (ifMatch === undefined) return null;
  return ifMatch.required ? "seen: string" : "seen: string | null";
}

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function clientText() {
  const document = openApi("generated");
  const { Problem: _, ...shared } = document.components.schemas;
  const types = Object.entries(shared).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const methods = [];
  const streams = [];
  for (const [at, those] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(those)) {
      // What is behind no bearer token is for people, calendars and watchers.
      if (operation.security.length === 0) continue;
      const name = operation.operationId;
      const body = operation.requestBody?.content["application/json"].schema;
      const [status, success] = Object.entries(operation.responses)[0];
      const json = success.content?.["application/json"]?.schema;
      if (success.content?.["text/event-stream"]) {
        streams.push(at.split("/")[2]);
        continue;
      }
      if (body) types.push(`export type ${upper(name)}Body = ${typeOf(body)};`);
      if (json) types.push(`export type ${upper(name)}Answer = ${typeOf(json)};`);
      const params = (operation.parameters ?? [])
        .filter((one) => one.in === "path")
        .map((one) => `${one.name}: string`);
      if (body) params.push(`body: ${upper(name)}Body`);
      const seen = seenOf(operation);
      if (seen) params.push(seen);
      params.push("headers: Readonly<Record<string, string>> = {}");
      const url = `\`${at.replace(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(${name})}`)}\``;
      const answer = json ? `${upper(name)}Answer` : "null";
      methods.push(`  /** ${operation.summary}. ${operation.description} Answers ${status}. */
  ${name}(${params.join(", ")}): Promise<Answer<${answer}>> {
    return this.ask("${method.toUpperCase()}", ${url}, ${body ? "body" : "undefined"}, ${seen ? "{ ...condition(seen), ...headers }" : "headers"});
  }`);
    }
  }
  return `/** A client of the HTTP API, made from its OpenAPI document by scripts/make-api-client.mjs: do not edit. */

/** Wrong fields of a request, and every other answer that is no success. */
export type Problem = ${typeOf(document.components.schemas.Problem)};

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** of a success */
  readonly value: T;
}

/** An answer that is no success. */
export class KoppelError extends Error {
  constructor(readonly problem: Problem) {
    super(\`\${problem.title}: \${problem.detail}\`);
    this.name = "KoppelError";
  }
}

${types.join("\n")}

/** The jobs there are, by their routes; each ends with a result of its own. */
interface Results {
${streams.map((kind) => `  ${kind}: Get${upper(kind)}IdAnswer;`).join("\n")}
}

/** What a stream tells of a job: how far it is, and at last the job itself, ended. */
export type JobEvent<K extends keyof Results> =
  | { readonly event: "progress"; readonly data: Results[K]["progress"] | Readonly<Record<string, never>> }
  | { readonly event: "done" | "failed" | "cancelled"; readonly data: Results[K] };

/** What an answer refuses; where a proxy answered in the server's place, that. */
async function refusal(answer: Response): Promise<KoppelError> {
  const { status, statusText } = answer;
  if ((answer.headers.get("content-type") ?? "").includes("json"))
    return new KoppelError((await answer.json()) as Problem);
  await answer.body?.cancel();
  return new KoppelError({ type: "about:blank", title: statusText, status, detail: "it is no answer of Koppel's" });
}

/** @param seen the ETag that was read, or null where there is none yet */
function condition(seen: string | null): Readonly<Record<string, string>> {
  return seen === null ? { "if-none-match": "*" } : { "if-match": seen };
}

export class KoppelClient {
  private readonly url: string;

  /**
   * @param url the server's, with the path under which a proxy has it if there is one
   * @param token of \`koppel token create\`
   */
  constructor(
    url: string,
    private readonly token: string,
  ) {
    this.url = url.replace(/\\/+$/, "");
  }

  /** How a job goes on (server-sent events), until it has ended. @param signal ends the listening, and not the job */
  async *events<K extends keyof Results>(kind: K, id: string, signal?: AbortSignal): AsyncGenerator<JobEvent<K>> {
    const answer = await fetch(\`\${this.url}/v1/\${kind}/\${encodeURIComponent(id)}/events\`, {
      headers: { authorization: \`Bearer \${this.token}\` },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok || answer.body === null) throw await refusal(answer);
    let text = "";
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split("\\n\\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, event, data] = /^event: (\\w+)\\ndata: (.*)$/s.exec(block) ?? [];
        if (data !== undefined) yield { event, data: JSON.parse(data) } as JobEvent<K>;
      }
    }
  }

  /** The job once it has ended, whether done, failed or cancelled. @param heard is told how far it is meanwhile */
  async ended<K extends keyof Results>(
    kind: K,
    id: string,
    heard: (progress: Results[K]["progress"]) => void = () => {},
  ): Promise<Results[K]> {
    for await (const { event, data } of this.events(kind, id)) {
      if (event !== "progress") return data as Results[K];
      if (Object.keys(data ?? {}).length > 0) heard(data as Results[K]["progress"]);
    }
    throw new Error("the server ended the stream before the job had ended: ask again");
  }

${methods.join("\n\n")}

  private async ask<T>(method: string, at: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Answer<T>> {
    const answer = await fetch(this.url + at, {
      method,
      headers: {
        authorization: \`Bearer \${this.token}\`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status >= 400) throw await refusal(answer);
    const text = await answer.text();
    const value: unknown = text === "" ? null : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, value: value as T };
  }
}
`;
}

const text = clientText();
if (process.argv.includes("--print")) process.stdout.write(text);
else {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
  writeFileSync(path.join(root, "docs/examples/api-client.ts"), text);
}
