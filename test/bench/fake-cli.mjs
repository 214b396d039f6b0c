// Stands in for the command line: `solve SEASON --out PLAN --log LOG …` answers with what lies beside the season.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

const [, season, ...rest] = process.argv.slice(2);
const option = (name) => rest[rest.indexOf(`--${name}`) + 1];
if (existsSync(`${season}.hang`)) setInterval(() => undefined, 1000);
else if (existsSync(`${season}.plan`)) {
  copyFileSync(`${season}.plan`, option("out"));
  writeFileSync(option("log"), readFileSync(`${season}.log`));
  process.stdout.write(JSON.stringify({ status: "optimal" }));
} else {
  process.stderr.write("the season is not to be planned\n");
  process.exitCode = 2;
}
