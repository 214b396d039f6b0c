/** Tables and the sections of the benchmark page. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const HEAD = `# Benchmarks

Written by \`npm run bench\` (see \`bench/README.md\`, which also says how to read the columns). Every plan was judged by the
check before its figures were printed. Each section can be renewed alone; it says when and on what it was measured.
`;

/** A Markdown table, padded so that it reads well in a terminal too; all columns but the first and last to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = [header, ...rows].map((row) => header.map((_, at) => (row[at] ?? "").replaceAll("|", "\\|").trim()));
  const widths = header.map((_, at) => Math.max(3, ...clean.map((row) => row[at]?.length ?? 0)));
  const isLeft = (at: number) => at === 0 || at === header.length - 1;
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (isLeft(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (isLeft(at) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [first, ...rest] = clean.map(line);
  return [first, rule, ...rest].join("\n");
}

/**
 * The page with one section renewed: put in the place of the old one, else at the end.
 * @param name of the section, for its markers
 * @param body Markdown, without markers
 */
export function renewSection(page: string, name: string, body: string): string {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const section = `${open}\n${body.trim()}\n${close}`;
  const from = page.indexOf(open);
  const to = page.indexOf(close);
  if (from !== -1 && to > from) return page.slice(0, from) + section + page.slice(to + close.length);
  return `${(page.trim() === "" ? HEAD : page).trimEnd()}\n\n${section}\n`;
}

/** Renews one section of a file, whole or not at all. */
export function writeSection(path: string, name: string, body: string): void {
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";
  writeFileSync(`${path}.new`, renewSection(page, name, body));
  renameSync(`${path}.new`, path);
}

/** `12,345` */
export function whole(value: number | null): string {
  return value === null ? "–" : value.toLocaleString("en-US");
}
/** `0.15 %` */
export function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(2)} %`;
}
/** `1.2 s`, from milliseconds */
export function seconds(ms: number | null): string {
  return ms === null ? "–" : `${(ms / 1000).toFixed(1)} s`;
}
/** `340 MB` */
export function megabytes(bytes: number | null): string {
  return bytes === null ? "–" : `${whole(Math.round(bytes / 2 ** 20))} MB`;
}
