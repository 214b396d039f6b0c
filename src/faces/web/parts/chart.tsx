/** Cost and bound as they close in on each other. */
import { whole } from "../format.js";
import { lang, words } from "../state.js";

export interface Point {
  readonly ms: number;
  readonly cost: number;
  readonly bound: number;
}
const [WIDTH, HEIGHT, EDGE] = [640, 220, 8];

export function Chart({ points }: { readonly points: readonly Point[] }) {
  const w = words.value;
  const last = points.at(-1);
  if (last === undefined) return null;
  const most = Math.max(...points.map(({ cost }) => Math.min(cost, last.cost * 1.5)));
  const least = Math.min(...points.map(({ bound }) => Math.max(bound, last.cost * 0.5)));
  const start = points[0]?.ms ?? 0;
  const x = (ms: number): number => EDGE + ((WIDTH - 2 * EDGE) * (ms - start)) / Math.max(1, last.ms - start);
  const y = (value: number): number =>
    HEIGHT -
    EDGE -
    ((HEIGHT - 2 * EDGE) * (Math.min(most, Math.max(least, value)) - least)) / Math.max(1, most - least);
  const line = (of: "cost" | "bound"): string =>
    points.map((point, i) => `${i === 0 ? "M" : "L"}${x(point.ms).toFixed(1)} ${y(point[of]).toFixed(1)}`).join("");
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={w.chart}>
        <path d={line("cost")} class="cost" />
        <path d={line("bound")} class="bound" />
      </svg>
      <figcaption>
        <span class="key cost" /> {w.cost} {whole(last.cost, lang.value)} <span class="key bound" /> {w.bound}{" "}
        {whole(last.bound, lang.value)}
      </figcaption>
    </figure>
  );
}
