/** The doors: who comes in, how often, and by which methods. */
import { createHash, timingSafeEqual } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest, HTTPMethods } from "fastify";
import { type Actor, actorOfToken, type Store } from "../../pool/store/index.js";
import { ProblemError, problem } from "./problems.js";

/** Requests a minute: of one token, and of an address that shows none. */
const RATE = { token: 30_000, stranger: 300 } as const;
const METHODS: readonly HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export interface Doors {
  readonly store: Store | null;
  /** a secret that opens everything where there is no database; null: nobody comes in */
  readonly secret: string | null;
}

/** Who asks, of requests under way, and the token by which that is known. */
const known = new WeakMap<FastifyRequest, { readonly actor: Actor; readonly token: string }>();

/** Who asks, by the token that came along; null for a stranger. */
export function actorOf(request: FastifyRequest): Actor | null {
  return known.get(request)?.actor ?? null;
}

/** Tells who asks and counts the requests of each, before any route says whether she may; so that guesses are counted too. */
export async function addDoors(app: FastifyInstance, doors: Doors): Promise<void> {
  app.addHook("onRequest", async (request) => {
    // The scheme's name is of any case (RFC 9110, 11.1).
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
    const actor = token === undefined ? null : whoAsks(token, doors);
    if (token !== undefined && actor !== null) known.set(request, { actor, token });
  });
  await app.register(rateLimit, {
    // A route's own hook would go before it, and refuse a wrong token without a count.
    global: false,
    timeWindow: 60_000,
    // A token that opens nothing is a stranger's: else each wrong one would have a count of its own.
    max: (request) => (known.has(request) ? RATE.token : RATE.stranger),
    keyGenerator: (request) => known.get(request)?.token ?? request.ip,
    allowList: (request) => request.url === "/healthz",
    errorResponseBuilder: () => new ProblemError(problem(429, "too many requests: ask again in a minute")),
  });
  app.addHook("onRequest", app.rateLimit());
}

/** Who the token is of. */
function whoAsks(token: string, { store, secret }: Doors): Actor | null {
  if (store !== null) return actorOfToken(store, token, "api");
  return secret !== null && isSame(token, secret) ? { id: "api", role: "safetyOfficer" } : null;
}

/** Compared in a time that tells nothing of where they differ. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/**
 * Answers 405 with the methods that there are, for whatever other methods the addresses have that were added by now (RFC 9110, 15.5.6).
 * @param addresses as Fastify writes them, `/v1/plans/:id`
 */
export function addWrongMethods(app: FastifyInstance, addresses: Iterable<string>): void {
  for (const url of new Set(addresses)) {
    const there = METHODS.filter((method) => app.hasRoute({ method, url }));
    app.route({
      method: METHODS.filter((method) => !there.includes(method)),
      url,
      // Nothing of such a request is read.
      onRequest: async () => {
        throw new ProblemError(problem(405, `this address takes ${there.join(", ")}`), { allow: there.join(", ") });
      },
      handler: () => undefined,
    });
  }
}
