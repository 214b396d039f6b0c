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

/** Whoever asked has logged out, or wants no answer any more: what comes of it is nobody's. */
export class LeftError extends Error {}

/** A file that was picked is no longer there as it was. */
export class FileError extends Error {}

export interface Answer<T> {
  readonly value: T;
  /** the version of a record, to say with a change which one was seen */
  readonly etag: string | null;
}

/** Kept for as long as the tab is open, and sent to nobody but this server. */
const KEPT = "koppel-token";
let token = sessionStorage.getItem(KEPT);
/** Ends when whoever is logged in leaves. */
let stay = new AbortController();

export const hasToken = (): boolean => token !== null;
export const keptToken = (): string | null => token;
export function useToken(given: string | null): void {
  if (given !== token) {
    stay.abort();
    stay = new AbortController();
  }
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

/**
 * What she asked, for as long as she is here: it ends at once when she leaves, before anybody can come after her.
 * @throws LeftError where she left
 */
async function whileHere<T>(work: (stays: AbortSignal) => Promise<T>): Promise<T> {
  const { signal } = stay;
  let leave = (): void => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(new LeftError());
  });
  signal.addEventListener("abort", leave);
  try {
    return await Promise.race([work(signal), left]);
  } catch (error) {
    // What is read may break off before it is known why.
    throw signal.aborted ? new LeftError() : error;
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

/** How often something is read again while the server says that it is busy, and seconds that each time takes at most. */
const [AGAIN, LONGEST] = [3, 10];

/** Reading changes nothing: where the server is busy for a moment, it is asked again after as long as it says. */
async function patiently(read: () => Promise<Response>, stays: AbortSignal): Promise<Response> {
  for (let left = AGAIN; ; left--) {
    const answer = await read();
    const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
    if (answer.status !== 503 || left === 0 || !(seconds <= LONGEST)) return answer;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    if (stays.aborted) throw new LeftError();
  }
}

/**
 * @param withdrawn aborts when no answer is wanted any more: a question that still waits is then not worked on
 * @throws ApiError where the API refuses; TypeError where it cannot be reached; LeftError where who asked has logged out or withdrawn it
 */
export async function ask<T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
  withdrawn?: AbortSignal,
): Promise<Answer<T>> {
  return whileHere(async (stays) => {
    if (method === "POST") await shown();
    // Nor is it asked with the token of whoever came after her.
    const isWithdrawn = (): boolean => withdrawn?.aborted === true;
    if (stays.aborted || isWithdrawn()) throw new LeftError();
    // Not broken off when she leaves: what she saved is saved.
    const send = (): Promise<Response> =>
      fetch(`/v1/${path}`, {
        method,
        headers: headersOf(more, body !== undefined),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(withdrawn === undefined ? {} : { signal: withdrawn }),
      });
    try {
      const answer = await (method === "GET" ? patiently(send, stays) : send());
      if (!answer.ok) throw await refusal(answer, path);
      const value = (answer.status === 204 ? null : await answer.json()) as T;
      return { value, etag: answer.headers.get("etag") };
    } catch (error) {
      throw isWithdrawn() ? new LeftError() : error;
    }
  });
}

export const get = async <T>(path: string): Promise<T> => (await ask<T>("GET", path)).value;
export const list = async <T>(path: string): Promise<readonly T[]> =>
  (await get<{ readonly items: readonly T[] }>(path)).items;
export const post = async <T>(path: string, body: unknown, withdrawn?: AbortSignal): Promise<T> =>
  (await ask<T>("POST", path, body, {}, withdrawn)).value;

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
function follow<T>(path: string, heard: (progress: Readonly<Record<string, unknown>>) => void): Promise<Job<T>> {
  return whileHere(async (stays) => {
    const answer = await fetch(`/v1/${path}/events`, { headers: headersOf({}, false), signal: stays });
    if (!answer.ok || answer.body === null) throw await refusal(answer, path);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (stays.aborted) throw new LeftError();
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
  });
}

/**
 * A file's bytes as text, as the API takes them.
 * @throws FileError where it was changed or taken away since it was picked: a browser reads it as it was then, or not at all
 */
export async function base64(file: File): Promise<string> {
  const bytes = await file.arrayBuffer().then(
    (read) => new Uint8Array(read),
    () => {
      throw new FileError(file.name);
    },
  );
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
