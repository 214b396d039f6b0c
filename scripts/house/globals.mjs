/** Clocks, the process and the terminal: what a program may not reach for, whatever it imports. */
import ts from "typescript";
import { lineOf } from "./sources.mjs";

const CLOCKS_ALLOWED = /^src\/(solve\/|faces\/|exact\/.*(worker|thread))/;
const FACES = /^src\/faces\//;

const isNamed = (node, name) => ts.isIdentifier(node) && node.text === name;
/** Whether an identifier is a reading of the global of that name, not a property, a key or a declaration. */
function isGlobalRead(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node || isNamed(parent.expression, "globalThis");
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) {
    return parent.name !== node;
  }
  return (
    !(
      ts.isParameter(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isQualifiedName(parent)
    ) || parent.initializer === node
  );
}

/** The clock that a node reads, as it is written, or null. */
function clockOf(node) {
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Date") && node.name.text === "now") {
    return "Date.now";
  }
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && (node.arguments ?? []).length === 0) {
    return "new Date()";
  }
  if (ts.isCallExpression(node) && isNamed(node.expression, "Date")) return "Date()";
  if (isNamed(node, "performance") && isGlobalRead(node)) return "performance";
  return null;
}

/** Clocks outside solve, exact's workers and faces; the process and the console below faces. */
export function forbiddenUses(sources) {
  const faults = [];
  for (const { file, tree } of sources.values()) {
    if (!file.startsWith("src/") || FACES.test(file)) continue;
    const visit = (node) => {
      const at = () => lineOf(tree, node.getStart(tree));
      const clock = CLOCKS_ALLOWED.test(file) ? null : clockOf(node);
      if (clock !== null) {
        faults.push({
          file,
          line: at(),
          text: `${clock}: only solve, exact's workers, faces and bench read a clock: pass the time in`,
        });
      }
      for (const name of ["process", "console"]) {
        if (!isNamed(node, name) || !isGlobalRead(node)) continue;
        faults.push({
          file,
          line: at(),
          text: `${name}: nothing below faces knows the process or a terminal: return the value, or pass in what is needed`,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return faults;
}
