/** The planner's modules without a browser: what they keep and ask goes to stand-ins. Each page has modules of its own. */
import { vi } from "vitest";

export interface Asked {
  readonly method: string;
  /** after `/v1/` */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}
export interface Told {
  readonly status?: number;
  readonly value: unknown;
  readonly etag?: string;
  /** seconds after which to ask again */
  readonly retryAfter?: number;
}
/** What the API answers; what nobody foresaw is an error of the test. */
export type Api = (asked: Asked) => Told | Promise<Told> | null;

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Never, or once a signal says so. */
const brokenOff = (signal?: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

class Kept {
  private readonly all = new Map<string, string>();
  getItem(key: string): string | null {
    return this.all.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.all.set(key, value);
  }
  removeItem(key: string): void {
    this.all.delete(key);
  }
  /** all that is kept, in one text */
  text(): string {
    return JSON.stringify([...this.all]);
  }
}

export interface Page {
  /** what outlives a reload */
  readonly session: Kept;
  /** all that was asked so far */
  readonly asked: readonly Asked[];
  /** the modules once more, of what is kept */
  reload(): void;
}

/** @param api may be changed by the test between two questions */
export function openPage(api: Api): Page {
  const session = new Kept();
  const asked: Asked[] = [];
  vi.resetModules();
  vi.stubGlobal("sessionStorage", session);
  vi.stubGlobal("localStorage", new Kept());
  vi.stubGlobal("document", { documentElement: {} });
  vi.stubGlobal("fetch", async (url: string, init: Sent) => {
    const one: Asked = {
      method: init.method ?? "GET",
      path: url.replace("/v1/", ""),
      body: init.body === undefined ? undefined : JSON.parse(init.body),
      headers: init.headers,
    };
    asked.push(one);
    const told = await Promise.race([api(one), brokenOff(init.signal)]);
    if (told === null) throw new Error(`nobody foresaw ${one.method} ${one.path}`);
    const headers = {
      ...(told.etag === undefined ? {} : { etag: told.etag }),
      ...(told.retryAfter === undefined ? {} : { "retry-after": String(told.retryAfter) }),
    };
    return new Response(JSON.stringify(told.value), { status: told.status ?? 200, headers });
  });
  return { session, asked, reload: () => void vi.resetModules() };
}
