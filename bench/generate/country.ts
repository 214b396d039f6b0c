/** Where a season takes place: some regions of the Netherlands, each around a town. */
import { readFileSync } from "node:fs";
import { kmBetween, type Place } from "../../src/model/index.js";
import type { Chance } from "./chance.js";

/** Towns by how much of the work is there; any other municipality counts 1. */
const TOWNS: Readonly<Record<string, number>> = {
  Amsterdam: 14,
  Rotterdam: 14,
  "Den Haag": 9,
  Utrecht: 8,
  Eindhoven: 5,
  Groningen: 5,
  Tilburg: 5,
  Almere: 5,
  Breda: 4,
  Nijmegen: 5,
  Arnhem: 5,
  Apeldoorn: 4,
  Enschede: 4,
  Haarlem: 4,
  Amersfoort: 4,
  Zaanstad: 3,
  "'s-Hertogenbosch": 3,
  Zwolle: 3,
  Leiden: 3,
  Leeuwarden: 3,
  Maastricht: 3,
  Dordrecht: 3,
  Ede: 3,
  Emmen: 2,
  Venlo: 2,
  Deventer: 2,
  Helmond: 2,
  Heerlen: 2,
  Middelburg: 2,
};
/** A region reaches so far from its town. */
const REGION_KM = 55;
/** Share of trainers who live in the season's regions; the others live anywhere. */
const LIVE_NEAR = 0.9;
const AUDIENCE_KM = 25;

/** `data/`, sought upwards: this file is run from the sources and from what is built of them. */
function municipalities(): readonly Place[] {
  for (const up of ["../../", "../../../"]) {
    const file = new URL(`${up}data/municipalities.json`, import.meta.url);
    try {
      const { items } = JSON.parse(readFileSync(file, "utf8")) as { items: readonly (Place & { code: string })[] };
      return items.map(({ code, name, lat, lon }) => ({ id: code, name, lat, lon }));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  throw new Error("data/municipalities.json is not there: run scripts/make-municipalities.mjs");
}

export class Country {
  private readonly all: readonly Place[];
  /** those in the season's regions, with their weights */
  private readonly busy: readonly (readonly [Place, number])[];
  private readonly neighbours = new Map<Place, readonly Place[]>();

  /** @param sessions how many there are: the more, the more regions */
  constructor(chance: Chance, sessions: number) {
    this.all = municipalities();
    const wanted = Math.max(2, Math.round(Math.sqrt(sessions) / 2.5));
    const towns = this.all.filter(({ name }) => TOWNS[name] !== undefined);
    const weighted = (some: readonly Place[]) => chance.weighted(some.map((town) => [town, TOWNS[town.name] ?? 1]));
    const first = weighted(towns);
    // A small season keeps to one corner of the country: its few trainers could not reach the others.
    const near = towns.toSorted((a, b) => kmBetween(first, a) - kmBetween(first, b)).slice(0, Math.ceil(1.5 * wanted));
    const centres = [first];
    while (centres.length < Math.min(wanted, near.length)) {
      centres.push(weighted(near.filter((town) => !centres.includes(town))));
    }
    this.busy = this.all
      .filter((place) => centres.some((centre) => kmBetween(centre, place) <= REGION_KM))
      .map((place) => [place, TOWNS[place.name] ?? 1] as const);
  }

  /** Where a client is. */
  client(chance: Chance): Place {
    return chance.weighted(this.busy);
  }

  home(chance: Chance): Place {
    return chance.odds(LIVE_NEAR) ? this.client(chance) : chance.pick(this.all);
  }

  /** Places from which a group may come to this one. */
  around(place: Place): readonly Place[] {
    let near = this.neighbours.get(place);
    if (near === undefined) {
      near = this.all.filter((other) => other !== place && kmBetween(place, other) <= AUDIENCE_KM);
      this.neighbours.set(place, near);
    }
    return near;
  }

  /** The places of these codes, by code. */
  places(used: ReadonlySet<string>): readonly Place[] {
    return this.all.filter(({ id }) => used.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
