/** Questions to the API. */
import type { WrongField } from "./faults.js";
import type { Job, Refused } from "./types.js";

/** What the API refused, in its own words; `status` is that of HTTP. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** what was asked */
    readonly path: string,
    detail: string,
    readonly errors: readonly WrongField[] = [],
  ) {
    super(detail);
  }

  get refused(): Refused {
    return { status: this.status, detail: this.message, errors: this.errors };
  }
}

/** An answer that came after whoever asked had logged out: it is nobody's any more. */
export class LeftError extends Error {}

export interface Answer<T> {
  readonly value: T;
  /** the version of a record, to say with a change which one was seen */
  readonly etag: string | null;
}

/** Kept for as long as the tab is open, and sent to nobody but this server. */
const KEPT = "koppel-token";
let token = sessionStorage.getItem(KEPT);

export const hasToken = (): boolean => token !== null;
export const keptToken = (): string | null => token;
export function useToken(given: string | null): void {
  token = given;
  if (given === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, given);
}

function headersOf(more: Readonly<Record<string, string>>, hasBody: boolean): Record<string, string> {
  return {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(hasBody ? { "content-type": "application/json" } : {}),
    ...more,
  };
}

async function refusal(answer: Response, path: string): Promise<ApiError> {
  try {
    const told = (await answer.json()) as { detail?: string; title?: string; errors?: ApiError["errors"] };
    return new ApiError(answer.status, path, told.detail ?? told.title ?? answer.statusText, told.errors ?? []);
  } catch {
    return new ApiError(answer.status, path, answer.statusText);
  }
}

/** Milliseconds after which it is asked at any rate: a tab that nobody sees is not drawn. */
const NOT_DRAWN = 60;

/** Once what was done is on the screen: a plan of 10,000 sessions takes longer to write out than a frame, and a question can wait. */
async function shown(): Promise<void> {
  if (typeof requestAnimationFrame === "undefined") return;
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, NOT_DRAWN);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}

/** @throws ApiError where the API refuses; TypeError where it cannot be reached */
export async function ask<T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const by = token;
  if (method === "POST") await shown();
  if (token !== by) throw new LeftError();
  const answer = await fetch(`/v1/${path}`, {
    method,
    headers: headersOf(more, body !== undefined),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const refused = answer.ok ? null : await refusal(answer, path);
  const value = (refused !== null || answer.status === 204 ? null : await answer.json()) as T;
  if (token !== by) throw new LeftError();
  if (refused !== null) throw refused;
  return { value, etag: answer.headers.get("etag") };
}

export const get = async <T>(path: string): Promise<T> => (await ask<T>("GET", path)).value;
export const list = async <T>(path: string): Promise<readonly T[]> =>
  (await get<{ readonly items: readonly T[] }>(path)).items;
export const post = async <T>(path: string, body: unknown): Promise<T> => (await ask<T>("POST", path, body)).value;

/** The version in an ETag: `"7"` is 7. */
export const versionIn = (etag: string | null): number | null => {
  const [, version] = /^"(\d+)"$/.exec(etag ?? "") ?? [];
  return version === undefined ? null : Number(version);
};

/** A job under way. */
export interface Running<T> {
  /** with its result, once it has ended */
  readonly ended: Promise<Job<T>>;
  /** it ends with what it has found */
  stop(): Promise<void>;
}

/** Starts a job and hears how far it is until it ends. */
export async function start<T>(
  kind: "solves" | "whatifs" | "recruits",
  body: unknown,
  heard: (progress: Readonly<Record<string, unknown>>) => void,
): Promise<Running<T>> {
  const job = await post<Job<T>>(kind, body);
  return {
    ended: follow<T>(`${kind}/${job.id}`, heard),
    stop: async () => void (await ask("POST", `${kind}/${job.id}/stop`)),
  };
}

/** Reads the events of a job (text/event-stream): a browser's own EventSource could send no token. */
async function follow<T>(path: string, heard: (progress: Readonly<Record<string, unknown>>) => void): Promise<Job<T>> {
  const answer = await fetch(`/v1/${path}/events`, { headers: headersOf({}, false) });
  if (!answer.ok || answer.body === null) throw await refusal(answer, path);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const [, kind] = /^event: (\w+)$/m.exec(event) ?? [];
      const [, data] = /^data: (.*)$/m.exec(event) ?? [];
      if (kind === "progress" && data !== undefined) heard(JSON.parse(data) as Record<string, unknown>);
      else if (data !== undefined) return JSON.parse(data) as Job<T>;
    }
  }
  return get<Job<T>>(path);
}

/** A file's bytes as text, as the API takes them. */
export async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
