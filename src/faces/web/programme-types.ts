/** What the API answers of a programme, as far as the planner uses it. */
import type { Issue, Role } from "./types.js";

export interface Site {
  readonly place: string;
  readonly participants: number;
  readonly opening: readonly { readonly day: string; readonly from: string; readonly to: string }[];
}
export interface Must {
  readonly item: string;
  readonly times: number;
  readonly theme: string | null;
}
export interface Order {
  readonly format: "koppel-order/1";
  readonly id: string;
  readonly client: { readonly name: string; readonly sites: readonly Site[]; readonly audience: readonly string[] };
  readonly budget: number;
  readonly ratePerHour: number;
  readonly from: string;
  readonly to: string;
  readonly sessionsPerWeek: number;
  readonly must: readonly Must[];
  readonly mustNot: readonly string[];
  readonly actor: boolean;
}
export type Told = number | null;
/** A count, and that of each group that is in it. */
export interface Counts {
  readonly total: Told;
  readonly byGroup: Readonly<Record<string, Told>>;
}
export interface Needs {
  /** the groups that answered */
  readonly groups: readonly string[];
  readonly people: Counts;
  readonly themes: readonly {
    readonly id: string;
    readonly shared: boolean;
    readonly levels: readonly (Counts & { readonly level: "beginner" | "advanced" })[];
  }[];
}
export interface Alternative {
  readonly kind: string;
  readonly items: readonly {
    readonly item: string;
    readonly times: number;
    readonly fee: number;
    readonly themes: readonly { readonly id: string; readonly times: number; readonly level: number }[];
  }[];
  readonly fee: number;
  readonly metPercent: number;
  readonly boundPercent: number;
  readonly proven: boolean;
  readonly unmet: readonly {
    readonly theme: string;
    readonly level: "beginner" | "advanced";
    readonly people: Told;
    readonly why: string;
  }[];
}
export type Wish =
  | ({ readonly wish: "must" } & Must)
  | { readonly wish: "must-not"; readonly what: string }
  | { readonly wish: "one-of"; readonly items: readonly string[] }
  | { readonly wish: "budget"; readonly euros: number; readonly needed: number }
  | { readonly wish: "period"; readonly sessions: number; readonly needed: number }
  | { readonly wish: "participants"; readonly people: number; readonly needed: number };
export interface Impossible {
  readonly kind: string;
  readonly conflict: readonly Wish[];
}
export interface Chosen {
  readonly alternatives: readonly Alternative[];
  readonly impossible: readonly Impossible[];
}
interface Party {
  readonly name: string;
  readonly lines: readonly string[];
}
type Vat =
  | { readonly kind: "rate"; readonly percent: number }
  | { readonly kind: "exempt"; readonly nl: string; readonly en: string };
export interface Terms {
  readonly format: "koppel-terms/1";
  readonly number: string;
  readonly date: string;
  readonly validDays: number;
  readonly from: Party;
  readonly to: Party;
  readonly vat: Vat;
  readonly rates: Readonly<Record<Role, number>>;
  readonly shares: readonly { readonly organisation: string; readonly weight: number }[];
}
export interface Quote {
  readonly number: string;
  /** the alternative that it is of; quotes kept before it was told say nothing */
  readonly kind?: string;
  readonly lines: readonly {
    readonly session: string;
    readonly activity: string;
    readonly item?: string;
    readonly stage?: number;
    readonly themes: readonly string[];
    readonly place: string | null;
    readonly days: readonly string[];
    readonly minutes: number;
    readonly preparationMinutes: number;
    readonly amount: number;
  }[];
  readonly free: readonly string[];
  readonly modules?: readonly string[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly split: readonly { readonly organisation: string; readonly total: number }[];
}
export interface Outline {
  readonly item: string;
  readonly proven: boolean;
  readonly waiting: number;
  readonly groups: readonly {
    readonly id: string;
    readonly date: string;
    readonly place: string | null;
    readonly language: string;
    readonly womenOnly: boolean;
    readonly people: number;
    readonly formal: Told;
    readonly informal: Told;
    readonly placesLeft: number;
    readonly lacks: number;
  }[];
  readonly atLeast: number | null;
  readonly closed: readonly { readonly date: string; readonly place: string | null; readonly why: string }[];
}
export interface Done {
  readonly format: "koppel-done/1";
  readonly done: readonly { readonly session: string; readonly task: string }[];
}
export interface Dossier {
  readonly id: string;
  readonly kept: readonly { readonly kind: string; readonly part: string; readonly at: string }[];
  readonly papers: {
    readonly order?: Order;
    readonly needs?: Needs;
    readonly choice?: { readonly alternatives: readonly Alternative[] };
    readonly terms?: Terms;
    readonly quote?: Quote;
    readonly done?: Done;
  };
  readonly groups: readonly Outline[];
  /** the alternative that is booked; null: none is, or it was booked before that was kept */
  readonly bookedKind: string | null;
}
export interface IntakeRow {
  readonly item: string;
  readonly groups: readonly { readonly id: string; readonly date: string; readonly members: readonly string[] }[];
  readonly waiting: readonly string[];
  readonly reasons: readonly {
    readonly code: string;
    readonly because: readonly string[];
    readonly ways: readonly { readonly group: string | null; readonly without: readonly string[] }[];
    readonly closed?: readonly string[];
  }[];
}
export interface Taken {
  readonly done: boolean;
  /** of what was held */
  readonly sessions?: number;
  readonly issues: readonly Issue[];
}
export interface Booked {
  readonly budget: number;
  readonly sessions: readonly {
    readonly session: string;
    readonly activity: string;
    readonly item: string | null;
    readonly dates: number;
  }[];
  readonly cancelled: readonly string[];
}
export interface Standing {
  readonly fees: readonly {
    readonly budget: number;
    readonly paid: number;
    readonly staffed: number;
    readonly sessions: number;
  }[];
  readonly duties: readonly {
    readonly session: string;
    readonly activity: string;
    readonly item: string | null;
    readonly date: string;
    readonly task: { readonly id: string; readonly nl: string; readonly en: string; readonly who: string };
    readonly by: string;
    readonly standing: "done" | "late" | "soon" | "later";
    readonly isFixed: boolean;
    readonly isTicked: boolean;
    readonly seats: { readonly all: number; readonly filled: number; readonly yes: number | null } | null;
  }[];
}
