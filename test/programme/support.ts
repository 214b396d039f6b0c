/** The demo municipality and the facts that its programme is made with. */
import { readFileSync } from "node:fs";
import { readCalendar } from "../../src/dates/index.js";
import { readCalendarFiles } from "../../src/faces/cli/data-files.js";
import { readSeason } from "../../src/model/parse.js";
import { readMenu } from "../../src/programme/menu.js";
import { type Order, parseOrder } from "../../src/programme/order.js";

export const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../data/${name}`, import.meta.url));
export const data = (name: string): unknown => JSON.parse(Buffer.from(bytes(name)).toString("utf8"));

export const menu = readMenu(data("menu.json"), data("programme-items.json"));
export const order = parseOrder(data("demo/programme/order.json"));
/** The order with so many participants. */
export const withPeople = (order: Order, participants: number): Order => ({
  ...order,
  client: { ...order.client, sites: order.client.sites.map((site) => ({ ...site, participants })) },
});
export const pool = () => readSeason(bytes("demo/season.json"));
export const calendar = async () => readCalendar(await readCalendarFiles());
