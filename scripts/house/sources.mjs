/** Reads the programs of src/, test/ and bench/ once: their syntax tree and what they import. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import ts from "typescript";

const PROGRAM = /\.(ts|tsx|mts)$/;
const SKIPPED = new Set(["node_modules", "dist", "coverage", ".git", ".venv", "__pycache__", "target"]);

/** Every file under a folder, as paths from `root` with forward slashes, in order. */
export function filesUnder(root, folder) {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (SKIPPED.has(entry.name)) return [];
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(root, path);
      return entry.isFile() ? [path] : [];
    });
}

/** The line of a position, from 1. */
export const lineOf = (tree, position) => tree.getLineAndCharacterOfPosition(position).line + 1;

/** What a program imports, exports from or loads: each with its specifier and line. Types count: to name is to know. */
function importsOf(tree) {
  const found = [];
  const add = (node) => found.push({ specifier: node.text, line: lineOf(tree, node.getStart(tree)) });
  const visit = (node) => {
    const declared = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    if (declared && ts.isStringLiteral(declared)) add(declared);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node.argument.literal);
    }
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const loads =
        node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(node.expression) && node.expression.text === "require");
      if (loads && first && ts.isStringLiteralLike(first)) add(first);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The file that a relative specifier names (`./x.js` is x.ts), or undefined where there is none. */
function resolved(root, file, specifier) {
  const base = relative(root, join(root, dirname(file), specifier))
    .split(sep)
    .join("/");
  const stem = base.replace(/\.(js|mjs|ts)$/, "");
  return [base, `${stem}.ts`, `${stem}.tsx`, `${stem}.mts`, `${base}/index.ts`].find(
    (candidate) => PROGRAM.test(candidate) && existsSync(join(root, candidate)),
  );
}

/**
 * The programs by path. Each has `file`, `tree` and `imports` of `{specifier, line, target}`; target is the path of the
 * file that is meant, or null for a package.
 */
export function readSources(root) {
  const files = ["src", "test", "bench"].flatMap((folder) => filesUnder(root, folder)).filter((f) => PROGRAM.test(f));
  return new Map(
    files.map((file) => {
      const tree = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
      const imports = importsOf(tree).map(({ specifier, line }) => ({
        specifier,
        line,
        target: specifier.startsWith(".")
          ? (resolved(root, file, specifier) ?? posix.join(posix.dirname(file), specifier))
          : null,
      }));
      return [file, { file, tree, imports }];
    }),
  );
}
