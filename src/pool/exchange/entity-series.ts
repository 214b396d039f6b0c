/** A series as a row, and back. */
import type { Series } from "../../model/types.js";
import { judgedSeries } from "../store/bodies.js";
import type { Entity, RowOf } from "./columns.js";
import { SERIES_SHEET } from "./sheet-series.js";

/** Sessions that follow each other, with the days between one and the next. */
export type SeriesRecord = Series;

export const SERIES: Entity<SeriesRecord> = {
  key: "series",
  main: SERIES_SHEET,
  details: [],
  toRows: ({ id, ...rest }) => ({ main: { code: id, ...rest }, details: {} }),
  fromRows: ({ main }) => {
    const { code, ...rest } = main as RowOf<typeof SERIES_SHEET>;
    return { id: code, ...rest };
  },
  judge: judgedSeries,
};
