/**
 * `npm test` after the build: the tests, and beside them what `npm run check` looks at, since a processor is often free while servers and
 * browsers are waited for. Fails where either does.
 */
import { spawn } from "node:child_process";

/** @param {string[]} command @param {"inherit" | "pipe"} output @returns {Promise<{ code: number, said: string }>} */
function run([program, ...args], output) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", output, output] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (said += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}

const check = run(["npm", "run", "check"], "pipe").then((done) => {
  // At once, so that nobody waits for the tests to hear of a fault in the types.
  if (done.code !== 0) process.stderr.write(done.said);
  return done;
});
const tests = await run(["npx", "vitest", "run", ...process.argv.slice(2)], "inherit");
const checked = await check;
process.stdout.write(checked.code === 0 ? checked.said : "npm run check failed: what it said stands above\n");
process.exitCode = Math.max(tests.code, checked.code);
