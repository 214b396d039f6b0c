#!/usr/bin/env node
/**
 * Writes docs/planner/*.png: the planner's screens as the browser tests see them, each of its picture's 256 most used
 * colours, which is well under half the size. Takes some minutes, and Chromium; run the build first.
 *
 * usage: node scripts/make-planner-pictures.mjs [FOLDER]   (of pictures that were taken already, with KOPPEL_SHOTS=FOLDER)
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Which picture of the tests each of the docs is. */
const PICTURES = {
  "new-season": "season-none-1440",
  season: "season-1440",
  anew: "season-anew-1440",
  session: "session-1440",
  solve: "solve-found-1440",
  whatif: "whatif-1440",
  pool: "pool-1440",
  trainer: "changed-1280",
  "programme-order": "programme-order-1440",
  "programme-scan": "programme-scan-1440",
  "programme-choice": "programme-choice-1440",
  "programme-groups": "programme-groups-1440",
  "programme-quote": "programme-quote-1440",
  "programme-book": "programme-ready-1440",
  publish: "publish-1440",
  phone: "season-390",
};
const TESTS = ["walk", "anew", "trainer", "programme"].map((name) => `test/web/${name}.test.ts`);
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

/** The chunks of a PNG, by type; those of a type joined. */
function chunksOf(png) {
  const chunks = new Map();
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    at += length + 12;
  }
  return chunks;
}

/** What each of the five filters of PNG adds to a byte: of the byte to the left, the one above, and the one left of that. */
const FILTERS = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
    return a <= b && a <= c ? left : b <= c ? up : corner;
  },
];

/** A screenshot's size, and its pixels as red × 65536 + green × 256 + blue. */
function pixelsOf(png) {
  const chunks = chunksOf(png);
  const head = chunks.get("IHDR");
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const size = { 2: 3, 6: 4 }[head[9]];
  if (head[8] !== 8 || size === undefined || head[12] !== 0)
    throw new Error("a picture of 8 bits a colour, without a palette and not interlaced, was expected");
  const bytes = inflateSync(chunks.get("IDAT"));
  const row = width * size + 1;
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * row + 1;
    const filter = FILTERS[bytes[start - 1]];
    for (let x = 0; x < row - 1; x++) {
      const left = x < size ? 0 : bytes[start + x - size];
      const up = y === 0 ? 0 : bytes[start - row + x];
      bytes[start + x] += filter(left, up, x < size || y === 0 ? 0 : bytes[start - row + x - size]);
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = bytes.readUIntBE(start + x * size, 3);
  }
  return { width, height, pixels };
}

/** The most used colours, and for each colour the nearest of them. */
function paletteOf(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const known = palette.map(parts);
  const nearest = (colour) => {
    const [r, g, b] = parts(colour);
    const far = known.map(([red, green, blue]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    return far.indexOf(Math.min(...far));
  };
  return { palette, index: new Map([...counts.keys()].map((colour) => [colour, nearest(colour)])) };
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The same picture, of its most used colours. */
function reduced(png) {
  const { width, height, pixels } = pixelsOf(png);
  const { palette, index } = paletteOf(pixels);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // eight bits a pixel, of a palette
  head.set([8, 3], 8);
  const colours = Buffer.alloc(palette.length * 3);
  for (const [i, colour] of palette.entries()) colours.writeUIntBE(colour, i * 3, 3);
  const rows = Buffer.alloc(height * (width + 1));
  for (const [i, colour] of pixels.entries()) rows[i + Math.floor(i / width) + 1] = index.get(colour);
  const parts = [
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...parts]);
}

const [given] = process.argv.slice(2);
const folder = given ?? mkdtempSync(path.join(tmpdir(), "koppel-pictures-"));
if (given === undefined) {
  const env = { ...process.env, KOPPEL_SHOTS: folder };
  const { status } = spawnSync("npx", ["vitest", "run", ...TESTS], { stdio: "inherit", env });
  if (status !== 0) {
    console.error(`a test failed; the pictures that were taken are in ${folder}`);
    process.exit(status ?? 1);
  }
}
const docs = fileURLToPath(new URL("../docs/planner/", import.meta.url));
for (const [name, taken] of Object.entries(PICTURES)) {
  const small = reduced(readFileSync(path.join(folder, `${taken}.png`)));
  writeFileSync(path.join(docs, `${name}.png`), small);
  console.log(`${name}.png ${Math.round(small.length / 1024)} kB`);
}
if (given === undefined) rmSync(folder, { recursive: true });
