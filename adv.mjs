import { readFileSync } from "node:fs";
import { parsePlan, parseSeason } from "./dist/src/model/index.js";
import { compile } from "./dist/src/problem/compile.js";
import { check } from "./dist/src/check/check.js";
import { Advisor, standingPart } from "./dist/src/advice/index.js";
const [sf, pf] = process.argv.slice(2);
let a = process.cpuUsage(); const t = (n) => { const u = process.cpuUsage(a); console.log(n, Math.round((u.user + u.system)/1000), "ms cpu"); a = process.cpuUsage(); };
const season = parseSeason(JSON.parse(readFileSync(sf, "utf8"))); const plan = parsePlan(JSON.parse(readFileSync(pf, "utf8")), season); t("read");
check(season, plan); t("check"); check(season, plan); t("check again");


const adv = new Advisor(season, plan); t("advisor"); console.log("open", adv.standing.open.length);
const one = season.sessions[0].id;
let r = adv.suggest(one, { top: 5, view: "redacted" }); t("first redacted"); console.log(JSON.stringify(r.teams.map((x) => [x.slot, x.cost, x.opportunity, x.total])));
r = adv.suggest(one, { top: 5, view: "full" }); t("first full"); console.log(JSON.stringify(r.teams.map((x) => [x.slot, x.cost, x.opportunity, x.total])));
r= adv.suggest(season.sessions[1].id, { top: 5, view: "redacted" }); t("second"); console.log(JSON.stringify(r.teams.map((x) => [x.slot, x.cost, x.opportunity, x.total])));
