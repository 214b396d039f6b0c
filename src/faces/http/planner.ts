/** The planner's files, as they were built: read once, sent compressed, and under a policy that lets nothing else in. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
/** Scripts and styles of this server alone; a team sheet is shown in a frame of its own making. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/**
 * Serves the planner at `/`.
 * @param folder where it was built; where it was not, nothing is served
 */
export function planner(app: FastifyInstance, folder: string): void {
  if (!existsSync(path.join(folder, "index.html"))) return;
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const type = TYPES[path.extname(name)];
    if (type === undefined) continue;
    const plain = readFileSync(path.join(folder, name));
    const packed = gzipSync(plain, { level: 9 });
    const isPage = name === "index.html";
    app.get(isPage ? "/" : `/${name.split(path.sep).join("/")}`, async (request, reply) => {
      const packs = String(request.headers["accept-encoding"] ?? "").includes("gzip");
      reply.headers({
        "content-type": type,
        "content-security-policy": POLICY,
        vary: "accept-encoding",
        // Names of scripts and styles change with what is in them.
        "cache-control": isPage ? "no-cache" : "public, max-age=31536000, immutable",
        ...(packs ? { "content-encoding": "gzip" } : {}),
      });
      return reply.send(packs ? packed : plain);
    });
  }
}
