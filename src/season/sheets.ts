/** What a team takes along to its session: who, where, when, whom to ask for there, what was agreed. */
import type { Role, Slot } from "../model/index.js";
import {
  type Actor,
  assertMay,
  clientOf,
  contactsOf,
  inTransaction,
  nameOf,
  type PartyContact,
  readContact,
  type Store,
  type Venue,
  venueOf,
  type Wishes,
  wishesOf,
} from "../pool/store/index.js";
import { assertPublished, bookingsOf } from "./bookings.js";
import { seasonForReading } from "./read.js";

export interface SheetMember {
  readonly seat: Role;
  readonly trainer: string;
  /** null where the actor may not know */
  readonly name: string | null;
  readonly contact: string | null;
  readonly wishes: Wishes;
}

export interface TeamSheet {
  readonly season: string;
  readonly session: string;
  readonly programme: string | null;
  readonly activity: string;
  /** null: online */
  readonly placeName: string | null;
  readonly slot: Slot;
  /** minutes of set-up and debrief around each part */
  readonly before: number;
  readonly after: number;
  readonly team: readonly SheetMember[];
  readonly venue: Venue;
  readonly client: { readonly name: string; readonly contacts: readonly PartyContact[] } | null;
}

export interface TeamSheets {
  readonly sheets: readonly TeamSheet[];
  /** published sessions that no longer hold: nobody is sent to them until they are repaired */
  readonly heldBack: readonly string[];
}

/**
 * The sheets of a season's published sessions, by date. Each look at a name leaves its row in the trail.
 * @param only one session; null: all
 * @throws StoreError `unknown` where nothing is published, or not that session
 */
export function teamSheets(store: Store, actor: Actor, seasonId: string, only: string | null): TeamSheets {
  assertMay(store, actor, "printTeamSheets");
  return inTransaction(store, () => {
    const season = seasonForReading(store, actor, seasonId);
    const all = bookingsOf(store, season).filter(({ session }) => only === null || session === only);
    assertPublished(store, seasonId, only);
    const places = new Map(season.places.map(({ id, name }) => [id, name]));
    const sheets = all
      .filter(({ stands }) => stands)
      .flatMap(({ session: id, slot, team }): TeamSheet[] => {
        const session = season.sessions.find((one) => one.id === id);
        if (session === undefined) return [];
        const { programme, activity, place, before, after } = session;
        return [
          {
            season: seasonId,
            session: id,
            programme,
            activity,
            placeName: place === null ? null : (places.get(place) ?? place),
            slot,
            before,
            after,
            team: team.map(({ seat, trainer }) => ({ seat, ...memberFor(store, actor, trainer) })),
            venue: venueOf(store, id),
            client: partyOf(store, clientOf(store, "sessions", id)),
          },
        ];
      })
      .sort((a, b) => (a.slot[0]?.[0] ?? "").localeCompare(b.slot[0]?.[0] ?? "") || a.session.localeCompare(b.session));
    return { sheets, heldBack: all.filter(({ stands }) => !stands).map(({ session }) => session) };
  });
}

function memberFor(store: Store, actor: Actor, trainer: string): Omit<SheetMember, "seat"> {
  const look = readContact(store, actor, trainer);
  const [name, contact] = look.given ? [look.value.name, look.value.contact] : [null, null];
  return { trainer, name, contact, wishes: wishesOf(store, trainer) };
}

function partyOf(store: Store, client: string | null): TeamSheet["client"] {
  const name = client === null ? null : nameOf(store, "clients", client);
  return client === null || name === null ? null : { name, contacts: contactsOf(store, client) };
}
