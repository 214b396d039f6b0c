/** Growth as a drawing: both axes logarithmic, so that a power is a straight line. */
import type { Growth, Point } from "./sizes.js";

const [WIDTH, HEIGHT] = [640, 400];
const PAD = { left: 64, right: 24, top: 24, bottom: 56 };
const INK = "#1f2933";
const LINE = "#2563a8";
const FAINT = "#d5dbe1";
const MISSED = "#b4232a";
const STEPS = [1, 2, 5];

/**
 * An SVG of the points and the line through them; those that did not get there stand hollow at the limit.
 * @param limit seconds that each was given
 */
export function growthChart(points: readonly Point[], growth: Growth | null, limit: number): string {
  const xs = points.map(({ sessions }) => sessions);
  const ys = points.map(({ seconds }) => seconds ?? limit);
  const across = scale(Math.min(...xs) / 1.3, Math.max(...xs) * 1.3, PAD.left, WIDTH - PAD.right);
  const up = scale(Math.min(...ys) / 1.6, Math.max(...ys) * 1.6, HEIGHT - PAD.bottom, PAD.top);
  const text = (x: number, y: number, what: string, anchor: string, more = ""): string =>
    `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${more}>${what}</text>`;
  const grid = [
    ...across.ticks.map(
      (value) =>
        `<path d="M${round(across.at(value))} ${PAD.top}V${HEIGHT - PAD.bottom}" stroke="${FAINT}"/>` +
        text(across.at(value), HEIGHT - PAD.bottom + 18, value.toLocaleString("en-US"), "middle"),
    ),
    ...up.ticks.map(
      (value) =>
        `<path d="M${PAD.left} ${round(up.at(value))}H${WIDTH - PAD.right}" stroke="${FAINT}"/>` +
        text(PAD.left - 8, up.at(value) + 4, `${value} s`, "end"),
    ),
  ];
  const line =
    growth === null
      ? ""
      : `<path d="M${[Math.min(...xs), Math.max(...xs)]
          .map((x) => `${round(across.at(x))} ${round(up.at(growth.factor * x ** growth.exponent))}`)
          .join("L")}" stroke="${LINE}" stroke-width="2" stroke-dasharray="6 4"/>`;
  const dots = points.map(({ sessions, seconds }) => {
    const at = `cx="${round(across.at(sessions))}" cy="${round(up.at(seconds ?? limit))}" r="5"`;
    return seconds === null ? `<circle ${at} stroke="${MISSED}" stroke-width="2"/>` : `<circle ${at} fill="${LINE}"/>`;
  });
  const missed = points.some(({ seconds }) => seconds === null) ? `, hollow where ${limit} s were not enough` : "";
  const title = `Time to a gap of 1 % by the number of sessions${growth ? `: power ${growth.exponent.toFixed(2)}` : ""}${missed}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="none" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...grid,
    line,
    ...dots,
    text((PAD.left + WIDTH - PAD.right) / 2, HEIGHT - 14, "sessions in the season", "middle"),
    "</svg>",
    "",
  ]
    .join("\n")
    .replaceAll("<text", `<text fill="${INK}"`);
}

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

function scale(low: number, high: number, from: number, to: number): Scale {
  const at = (value: number): number => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    for (const step of STEPS) {
      const value = step * 10 ** power;
      if (value >= low && value <= high) ticks.push(Number(value.toPrecision(1)));
    }
  return { at, ticks };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
