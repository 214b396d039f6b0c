/** A client of the HTTP API, made from its OpenAPI document by scripts/make-api-client.mjs: do not edit. */

/** Wrong fields of a request, and every other answer that is no success. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly {
    readonly path: string;
    readonly expected: string;
    readonly value?: string;
  }[];
};

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** of a success */
  readonly value: T;
}

/** An answer that is no success. */
export class KoppelError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = "KoppelError";
  }
}

export type Season = {
  readonly format: "koppel-season/1";
  readonly id: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
  }[];
  readonly trainers: readonly Trainer[];
  readonly sessions: readonly Session[];
  readonly series: readonly {
    readonly id: string;
    readonly sessions: readonly string[];
    readonly minDays: number;
    readonly maxDays: number;
  }[];
  readonly programmes: readonly {
    readonly id: string;
    readonly budget: number;
  }[];
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly cost: number;
  }[];
  readonly published: readonly {
    readonly session: string;
    readonly slot: number | null;
    readonly team: readonly {
      readonly seat: "professional" | "lived" | "actor";
      readonly trainer: string;
    }[];
  }[];
  readonly weights: {
    readonly unstaffed: number;
    readonly background: number;
    readonly depth: number;
    readonly travelKm: number;
    readonly discouraged: number;
    readonly slot: number;
    readonly pair: number;
    readonly fee: number;
    readonly fairness: number;
    readonly activation: number;
    readonly continuity: number;
    readonly change: number;
    readonly move: number;
  };
};
export type Scenario = {
  readonly id: string;
  readonly title?: string;
  readonly edits: readonly Edit[];
};
export type Edit = {
  readonly edit: "remove-trainer";
  readonly trainer: string;
} | {
  readonly edit: "block-trainer";
  readonly trainer: string;
  readonly from: string;
  readonly to: string;
} | {
  readonly edit: "add-trainer";
  readonly trainer: Trainer;
} | {
  readonly edit: "change-trainer";
  readonly trainer: string;
  readonly set: {
    readonly roles?: readonly ("professional" | "lived" | "actor")[];
    readonly backgrounds?: readonly string[];
    readonly languages?: readonly string[];
    readonly traits?: readonly string[];
    readonly expertise?: Readonly<Record<string, number>>;
    readonly home?: string;
    readonly available?: readonly (readonly [string, string])[];
    readonly discouraged?: readonly (readonly [string, string])[];
    readonly limits?: {
      readonly perDay: number;
      readonly perWeek: number;
      readonly perSeason: number;
      readonly restDays: number;
      readonly travelKm: number;
      readonly ownCommunityKm: number;
      readonly exposure: Readonly<Record<string, number>>;
    };
    readonly share?: {
      readonly min: number;
      readonly max: number;
    };
    readonly avoidPlaces?: readonly string[];
    readonly avoidTrainers?: readonly string[];
    readonly ratePerHour?: number;
  };
} | {
  readonly edit: "add-session";
  readonly session: Session;
} | {
  readonly edit: "change-session";
  readonly session: string;
  readonly set: {
    readonly activity?: string;
    readonly programme?: string | null;
    readonly place?: string | null;
    readonly audience?: readonly string[];
    readonly slots?: readonly (readonly (readonly [string, string])[])[];
    readonly before?: number;
    readonly after?: number;
    readonly paidMinutes?: number;
    readonly halfDays?: number;
    readonly seats?: {
      readonly professional?: number;
      readonly lived?: number;
      readonly actor?: number;
    };
    readonly themes?: readonly {
      readonly id: string;
      readonly level: number;
      readonly wish: number;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly communities?: readonly {
      readonly backgrounds: readonly string[];
      readonly weight: number;
      readonly required: "all" | "any" | "professional" | "lived" | "actor" | null;
    }[];
    readonly languages?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly traits?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly excludes?: readonly string[];
    readonly waivers?: readonly {
      readonly trainer: string;
      readonly rule: "available" | "travelKm";
    }[];
    readonly priority?: number;
    readonly pinned?: {
      readonly slot: number;
      readonly team: readonly {
        readonly seat: "professional" | "lived" | "actor";
        readonly trainer: string;
      }[];
    } | null;
  };
} | {
  readonly edit: "cancel-session";
  readonly session: string;
} | {
  readonly edit: "set-weight";
  readonly weight: "unstaffed" | "background" | "depth" | "travelKm" | "discouraged" | "slot" | "pair" | "fee" | "fairness" | "activation" | "continuity" | "change" | "move";
  readonly value: number;
} | {
  readonly edit: "set-budget";
  readonly programme: string;
  readonly budget?: number;
  readonly factor?: number;
} | {
  readonly edit: "pin";
  readonly session: string;
  readonly slot?: number;
  readonly team?: readonly {
    readonly seat: "professional" | "lived" | "actor";
    readonly trainer: string;
  }[];
} | {
  readonly edit: "unpin";
  readonly session: string;
} | {
  readonly edit: "fix-slot";
  readonly session: string;
  readonly slot: number;
} | {
  readonly edit: "exclude";
  readonly session: string;
  readonly trainer: string;
} | {
  readonly edit: "waive";
  readonly session: string;
  readonly trainer: string;
  readonly rule: "available" | "travelKm";
};
export type Trainer = {
  readonly id: string;
  readonly roles: readonly ("professional" | "lived" | "actor")[];
  readonly backgrounds: readonly string[];
  readonly languages: readonly string[];
  readonly traits: readonly string[];
  readonly expertise: Readonly<Record<string, number>>;
  readonly home: string;
  readonly available: readonly (readonly [string, string])[];
  readonly discouraged: readonly (readonly [string, string])[];
  readonly limits: {
    readonly perDay: number;
    readonly perWeek: number;
    readonly perSeason: number;
    readonly restDays: number;
    readonly travelKm: number;
    readonly ownCommunityKm: number;
    readonly exposure: Readonly<Record<string, number>>;
  };
  readonly share: {
    readonly min: number;
    readonly max: number;
  };
  readonly avoidPlaces: readonly string[];
  readonly avoidTrainers: readonly string[];
  readonly ratePerHour: number;
};
export type Session = {
  readonly id: string;
  readonly activity: string;
  readonly programme: string | null;
  readonly place: string | null;
  readonly audience: readonly string[];
  readonly slots: readonly (readonly (readonly [string, string])[])[];
  readonly before: number;
  readonly after: number;
  readonly paidMinutes: number;
  readonly halfDays: number;
  readonly seats: {
    readonly professional?: number;
    readonly lived?: number;
    readonly actor?: number;
  };
  readonly themes: readonly {
    readonly id: string;
    readonly level: number;
    readonly wish: number;
    readonly who: "all" | "any" | "professional" | "lived" | "actor";
  }[];
  readonly communities: readonly {
    readonly backgrounds: readonly string[];
    readonly weight: number;
    readonly required: "all" | "any" | "professional" | "lived" | "actor" | null;
  }[];
  readonly languages: readonly {
    readonly id: string;
    readonly who: "all" | "any" | "professional" | "lived" | "actor";
  }[];
  readonly traits: readonly {
    readonly id: string;
    readonly who: "all" | "any" | "professional" | "lived" | "actor";
  }[];
  readonly excludes: readonly string[];
  readonly waivers: readonly {
    readonly trainer: string;
    readonly rule: "available" | "travelKm";
  }[];
  readonly priority: number;
  readonly pinned: {
    readonly slot: number;
    readonly team: readonly {
      readonly seat: "professional" | "lived" | "actor";
      readonly trainer: string;
    }[];
  } | null;
};
export type Explanation = {
  readonly session: string;
  readonly staffed: boolean;
  readonly slot?: number;
  readonly start?: string;
  readonly end?: string;
  readonly costs?: Costs;
  readonly team: readonly {
    readonly seat: string;
    readonly trainer: string;
    readonly meets?: readonly {
      readonly rule: string;
      readonly need: number;
      readonly theme?: string;
      readonly level?: number;
      readonly alone: boolean;
    }[];
  }[];
  readonly runnerUp?: {
    readonly slot: number;
    readonly start: string;
    readonly end: string;
    readonly team: Team;
    readonly delta: number;
    readonly costs: Costs;
  };
  readonly trainer?: string;
  readonly verdict?: string;
  readonly blockedBy?: readonly {
    readonly rule: string;
    readonly slots: readonly number[];
  }[];
  readonly free?: readonly number[];
  readonly with?: {
    readonly slot: number;
    readonly team: Team;
  };
  readonly displaced?: readonly {
    readonly session: string;
    readonly seat: string;
    readonly trainer: string;
    readonly open: boolean;
  }[];
  readonly delta?: number;
  readonly conflict?: Facts;
  readonly further?: readonly Facts[];
  readonly fixes?: readonly {
    readonly kind: string;
    readonly edits: readonly Edit[];
    readonly slot: number;
    readonly start: string;
    readonly end: string;
    readonly team: Team;
    readonly cost: number;
    readonly delta: number;
  }[];
};
export type Verdict = {
  readonly season: string;
  readonly feasible: boolean;
  readonly violations: readonly {
    readonly rule: string;
    readonly where: string;
    readonly text: string;
  }[];
  readonly total: number;
  readonly costs?: Costs;
  readonly staffed: number;
  readonly sessions: number;
  readonly stated: number | null;
  readonly misstated: boolean;
  readonly overbound: boolean;
};
export type Plan = {
  readonly format: "koppel-plan/1";
  readonly season: string;
  readonly assignments: readonly {
    readonly session: string;
    readonly slot: number;
    readonly team: readonly {
      readonly seat: "professional" | "lived" | "actor";
      readonly trainer: string;
    }[];
  }[];
  readonly cost?: number;
  readonly bound?: number;
};
export type ChangedPlan = {
  /** an id of the database */
  readonly of: string;
  /** the version of it that was seen, its ETag without quotes: refused where it was saved anew since */
  readonly version: number;
  /** in the place of those that it has of their sessions */
  readonly assignments: readonly {
    readonly session: string;
    readonly slot: number;
    readonly team: readonly {
      readonly seat: "professional" | "lived" | "actor";
      readonly trainer: string;
    }[];
  }[];
  /** sessions that have no team */
  readonly open: readonly string[];
};
export type OpenSessions = readonly {
  readonly session: string;
  readonly priority: number;
  readonly reasons: readonly {
    readonly rule: string;
    readonly text: string;
  }[];
  readonly together: boolean;
}[];
export type Facts = readonly {
  readonly rule: string;
  readonly trainers?: readonly string[];
  readonly slots?: readonly number[];
  readonly need?: number;
  readonly theme?: string;
  readonly sessions?: readonly string[];
  readonly programme?: string;
}[];
export type Costs = {
  readonly unstaffed?: number;
  readonly background?: number;
  readonly depth?: number;
  readonly travel?: number;
  readonly discouraged?: number;
  readonly slot?: number;
  readonly pair?: number;
  readonly fee?: number;
  readonly fairness?: number;
  readonly activation?: number;
  readonly continuity?: number;
  readonly change?: number;
  readonly move?: number;
};
export type Team = readonly {
  readonly seat: string;
  readonly trainer: string;
}[];
export type PostSuggestionsBody = {
  readonly season: string | Season;
  readonly plan?: string | ChangedPlan | Plan;
  readonly session: string | Session;
  /** the teams of one of its dates alone, by its place in the list */
  readonly slot?: number;
  readonly top?: number;
  /** changes to the season that are supposed: somebody fixed, somebody excluded */
  readonly edits?: readonly Edit[];
  /** how many teams each date still has, for whoever is on the phone */
  readonly dates?: boolean;
  /** language of reasons; en unless said */
  readonly lang?: "en" | "nl";
};
export type PostSuggestionsAnswer = {
  readonly session: string;
  readonly slotCount: number;
  readonly teams: readonly {
    readonly slot: number;
    readonly start: string;
    readonly end: string;
    readonly team: Team;
    readonly cost?: number;
    readonly costs?: Costs;
    readonly opportunity?: number;
    readonly total: number;
    readonly reasons: readonly string[];
  }[];
  readonly blocked?: readonly {
    readonly trainer: string;
    readonly seat: string;
    readonly rules: readonly string[];
  }[];
  readonly dates?: readonly {
    readonly slot: number;
    readonly start: string;
    readonly end: string;
    readonly teams: number;
  }[];
};
export type PostChecksBody = {
  readonly season: string | Season;
  readonly plan: string | ChangedPlan | Plan;
};
export type PostChecksAnswer = Verdict;
export type PostExplanationsBody = {
  readonly season: string | Season;
  readonly plan: string | ChangedPlan | Plan;
  /** an id of the database */
  readonly session: string;
  /** an id of the database */
  readonly trainer?: string;
};
export type PostExplanationsAnswer = Explanation;
export type PostRepairsBody = {
  readonly season: string | Season;
  readonly plan: string | ChangedPlan | Plan;
  readonly edits?: readonly Edit[];
  /** seconds; 5 unless said, at most 30 */
  readonly time?: number;
};
export type PostRepairsAnswer = {
  readonly season: string;
  readonly cost: number;
  readonly bound: number;
  readonly staffed: number;
  readonly sessions: number;
  readonly unstaffed: number;
  readonly costs?: Costs;
  readonly contacts: readonly {
    readonly trainer: string;
    readonly sessions: readonly {
      readonly session: string;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  }[];
  readonly told: readonly {
    readonly trainer: string;
    readonly sessions: readonly {
      readonly session: string;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  }[];
  readonly proven: {
    readonly unstaffed: boolean;
    readonly contacts: boolean;
  };
  readonly released: readonly string[];
  readonly ms: number;
  readonly plan: Plan;
};
export type PostOverviewsBody = {
  readonly season: string | Season;
  readonly plan: string | ChangedPlan | Plan;
};
export type PostOverviewsAnswer = {
  readonly open: OpenSessions;
  readonly leans: readonly {
    readonly trainer: string;
    readonly sessions: readonly string[];
  }[];
  readonly loads: readonly {
    readonly trainer: string;
    readonly sessions: number;
    readonly halfDays: number;
    readonly share?: {
      readonly min: number;
      readonly max: number;
    };
  }[];
};
export type PostImportsBody = {
  readonly files: readonly {
    readonly name: string;
    /** the file's bytes */
    readonly data: string;
  }[];
  readonly dryRun?: boolean;
  readonly lang?: "en" | "nl";
};
export type PostImportsAnswer = {
  readonly done: boolean;
  readonly changes: readonly {
    readonly entity: string;
    readonly code: string;
    readonly what: string;
    readonly fields: readonly string[];
    readonly uncompared: readonly string[];
  }[];
  readonly notes?: number;
  readonly issues: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly header: string | null;
    readonly problem: string;
  }[];
};
export type GetMeAnswer = {
  readonly account: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly trainer: string | null;
};
export type GetLabelsAnswer = Readonly<Record<string, readonly {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
  readonly also?: readonly string[];
  readonly kind?: string;
}[]>>;
export type PostSolvesBody = {
  readonly season: string | Season;
  readonly from?: string | Plan;
  /** seconds; 60 unless said */
  readonly time?: number;
  /** a relative gap that is near enough: 0.01 is one per cent */
  readonly gap?: number;
  readonly steps?: number;
  readonly seed?: number;
  /** changes to the season that the plan is to obey; not with save */
  readonly edits?: readonly Edit[];
  /** a preset that lays another stress; cost and bound are by it; not with save */
  readonly weights?: "best-fit" | "fair-shares" | "short-journeys";
  /** keep the plan in the database under this id, which no plan has yet */
  readonly save?: string;
  /** with save: the version of the plan of that id that was seen */
  readonly ifVersion?: number;
};
export type PostSolvesAnswer = {
  readonly id: string;
  readonly kind: "solves";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly ms: number;
    /** null: no plan yet */
    readonly cost: number | null;
    readonly bound: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly phase: "reading" | "building" | "improving" | "closing";
  } | null;
  readonly result: {
    readonly season: string;
    readonly status: string;
    readonly cost: number;
    readonly bound: number;
    readonly gap: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly costs?: Costs;
    readonly open: OpenSessions;
    readonly ms: number;
    readonly seed: number;
    readonly steps: number;
    readonly plan: Plan;
    /** the plan's id; another than was asked for where somebody saved under that one meanwhile */
    readonly saved?: string;
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type GetSolvesIdAnswer = {
  readonly id: string;
  readonly kind: "solves";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly ms: number;
    /** null: no plan yet */
    readonly cost: number | null;
    readonly bound: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly phase: "reading" | "building" | "improving" | "closing";
  } | null;
  readonly result: {
    readonly season: string;
    readonly status: string;
    readonly cost: number;
    readonly bound: number;
    readonly gap: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly costs?: Costs;
    readonly open: OpenSessions;
    readonly ms: number;
    readonly seed: number;
    readonly steps: number;
    readonly plan: Plan;
    /** the plan's id; another than was asked for where somebody saved under that one meanwhile */
    readonly saved?: string;
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type PostSolvesIdStopAnswer = {
  readonly id: string;
  readonly kind: "solves";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly ms: number;
    /** null: no plan yet */
    readonly cost: number | null;
    readonly bound: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly phase: "reading" | "building" | "improving" | "closing";
  } | null;
  readonly result: {
    readonly season: string;
    readonly status: string;
    readonly cost: number;
    readonly bound: number;
    readonly gap: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly costs?: Costs;
    readonly open: OpenSessions;
    readonly ms: number;
    readonly seed: number;
    readonly steps: number;
    readonly plan: Plan;
    /** the plan's id; another than was asked for where somebody saved under that one meanwhile */
    readonly saved?: string;
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type PostWhatifsBody = {
  readonly season: string | Season;
  readonly plan?: string | Plan;
  readonly scenarios: readonly Scenario[];
  /** seconds; 10 unless said */
  readonly time?: number;
  /** a relative gap that is near enough: 0.01 is one per cent */
  readonly gap?: number;
};
export type PostWhatifsAnswer = {
  readonly id: string;
  readonly kind: "whatifs";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly done: number;
    readonly of: number;
  } | null;
  readonly result: {
    readonly base: {
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
    };
    readonly scenarios: readonly {
      readonly id: string;
      readonly title?: string;
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
      readonly delta: number;
      readonly changed: readonly {
        readonly session: string;
        readonly from: {
          readonly slot: number;
          readonly team: Team;
        } | null;
        readonly to: {
          readonly slot: number;
          readonly team: Team;
        } | null;
      }[];
      readonly better: "yes" | "no" | "unproven" | "incomparable";
      readonly released: readonly string[];
    }[];
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type GetWhatifsIdAnswer = {
  readonly id: string;
  readonly kind: "whatifs";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly done: number;
    readonly of: number;
  } | null;
  readonly result: {
    readonly base: {
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
    };
    readonly scenarios: readonly {
      readonly id: string;
      readonly title?: string;
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
      readonly delta: number;
      readonly changed: readonly {
        readonly session: string;
        readonly from: {
          readonly slot: number;
          readonly team: Team;
        } | null;
        readonly to: {
          readonly slot: number;
          readonly team: Team;
        } | null;
      }[];
      readonly better: "yes" | "no" | "unproven" | "incomparable";
      readonly released: readonly string[];
    }[];
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type PostWhatifsIdStopAnswer = {
  readonly id: string;
  readonly kind: "whatifs";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly done: number;
    readonly of: number;
  } | null;
  readonly result: {
    readonly base: {
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
    };
    readonly scenarios: readonly {
      readonly id: string;
      readonly title?: string;
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
      readonly delta: number;
      readonly changed: readonly {
        readonly session: string;
        readonly from: {
          readonly slot: number;
          readonly team: Team;
        } | null;
        readonly to: {
          readonly slot: number;
          readonly team: Team;
        } | null;
      }[];
      readonly better: "yes" | "no" | "unproven" | "incomparable";
      readonly released: readonly string[];
    }[];
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type PostRecruitsBody = {
  readonly season: string | Season;
  readonly plan: string | Plan;
  readonly top?: number;
  /** seconds; 60 unless said */
  readonly time?: number;
};
export type PostRecruitsAnswer = {
  readonly id: string;
  readonly kind: "recruits";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly phase: "prices" | "kinds" | "base" | "planning";
    /** which of the kinds is planned, from 1 */
    readonly kind?: number;
    readonly kinds?: number;
  } | null;
  readonly result: {
    readonly season: string;
    readonly base: {
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
    };
    readonly kinds: readonly {
      /** a trainer who does not exist, as a season has her */
      readonly trainer: {
        readonly id: string;
        readonly roles: readonly ("professional" | "lived" | "actor")[];
        readonly backgrounds: readonly string[];
        readonly languages: readonly string[];
        readonly traits: readonly string[];
        readonly expertise: Readonly<Record<string, number>>;
        readonly home: string;
        readonly available: readonly (readonly [string, string])[];
        readonly discouraged: readonly (readonly [string, string])[];
        readonly limits: {
          readonly perDay: number;
          readonly perWeek: number;
          readonly perSeason: number;
          readonly restDays: number;
          readonly travelKm: number;
          readonly ownCommunityKm: number;
          readonly exposure: Readonly<Record<string, number>>;
        };
        readonly share: {
          readonly min: number;
          readonly max: number;
        };
        readonly avoidPlaces: readonly string[];
        readonly avoidTrainers: readonly string[];
        readonly ratePerHour: number;
      };
      readonly expected: number;
      readonly gain: {
        readonly least: number;
        readonly most: number;
      };
      readonly proven: boolean;
      readonly R: {
        readonly cost: number;
        readonly bound: number;
        readonly staffed: number;
        readonly costs?: Costs;
        readonly ms: number;
      };
    }[];
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type GetRecruitsIdAnswer = {
  readonly id: string;
  readonly kind: "recruits";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly phase: "prices" | "kinds" | "base" | "planning";
    /** which of the kinds is planned, from 1 */
    readonly kind?: number;
    readonly kinds?: number;
  } | null;
  readonly result: {
    readonly season: string;
    readonly base: {
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
    };
    readonly kinds: readonly {
      /** a trainer who does not exist, as a season has her */
      readonly trainer: {
        readonly id: string;
        readonly roles: readonly ("professional" | "lived" | "actor")[];
        readonly backgrounds: readonly string[];
        readonly languages: readonly string[];
        readonly traits: readonly string[];
        readonly expertise: Readonly<Record<string, number>>;
        readonly home: string;
        readonly available: readonly (readonly [string, string])[];
        readonly discouraged: readonly (readonly [string, string])[];
        readonly limits: {
          readonly perDay: number;
          readonly perWeek: number;
          readonly perSeason: number;
          readonly restDays: number;
          readonly travelKm: number;
          readonly ownCommunityKm: number;
          readonly exposure: Readonly<Record<string, number>>;
        };
        readonly share: {
          readonly min: number;
          readonly max: number;
        };
        readonly avoidPlaces: readonly string[];
        readonly avoidTrainers: readonly string[];
        readonly ratePerHour: number;
      };
      readonly expected: number;
      readonly gain: {
        readonly least: number;
        readonly most: number;
      };
      readonly proven: boolean;
      readonly R: {
        readonly cost: number;
        readonly bound: number;
        readonly staffed: number;
        readonly costs?: Costs;
        readonly ms: number;
      };
    }[];
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type PostRecruitsIdStopAnswer = {
  readonly id: string;
  readonly kind: "recruits";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly phase: "prices" | "kinds" | "base" | "planning";
    /** which of the kinds is planned, from 1 */
    readonly kind?: number;
    readonly kinds?: number;
  } | null;
  readonly result: {
    readonly season: string;
    readonly base: {
      readonly cost: number;
      readonly bound: number;
      readonly staffed: number;
      readonly costs?: Costs;
      readonly ms: number;
    };
    readonly kinds: readonly {
      /** a trainer who does not exist, as a season has her */
      readonly trainer: {
        readonly id: string;
        readonly roles: readonly ("professional" | "lived" | "actor")[];
        readonly backgrounds: readonly string[];
        readonly languages: readonly string[];
        readonly traits: readonly string[];
        readonly expertise: Readonly<Record<string, number>>;
        readonly home: string;
        readonly available: readonly (readonly [string, string])[];
        readonly discouraged: readonly (readonly [string, string])[];
        readonly limits: {
          readonly perDay: number;
          readonly perWeek: number;
          readonly perSeason: number;
          readonly restDays: number;
          readonly travelKm: number;
          readonly ownCommunityKm: number;
          readonly exposure: Readonly<Record<string, number>>;
        };
        readonly share: {
          readonly min: number;
          readonly max: number;
        };
        readonly avoidPlaces: readonly string[];
        readonly avoidTrainers: readonly string[];
        readonly ratePerHour: number;
      };
      readonly expected: number;
      readonly gain: {
        readonly least: number;
        readonly most: number;
      };
      readonly proven: boolean;
      readonly R: {
        readonly cost: number;
        readonly bound: number;
        readonly staffed: number;
        readonly costs?: Costs;
        readonly ms: number;
      };
    }[];
  } | null;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly errors?: readonly {
      readonly path: string;
      readonly expected: string;
      readonly value?: string;
    }[];
  } | null;
};
export type GetTrainersAnswer = {
  readonly items: readonly {
    readonly trainer: string;
    readonly organisation: string;
    readonly name: string | null;
    readonly contact: string | null;
    readonly consents: "yes" | "no" | "";
    readonly hasTime: "yes" | "no" | "";
  }[];
};
export type GetSessionsAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly activity: string;
    /** the item of the menu that it was made of, by which it is called */
    readonly item?: string;
    readonly programme: string | null;
    readonly place: string | null;
    readonly slots: readonly (readonly (readonly [string, string])[])[];
    readonly seats: {
      readonly professional?: number;
      readonly lived?: number;
      readonly actor?: number;
    };
    readonly priority: number;
    readonly version: number;
  }[];
};
export type GetTrainersIdAnswer = {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: {
    readonly id: string;
    readonly expertise: Readonly<Record<string, number>>;
    readonly home: string;
    readonly available: readonly (readonly [string, string])[];
    readonly discouraged: readonly (readonly [string, string])[];
    readonly share: {
      readonly min: number;
      readonly max: number;
    };
    readonly ratePerHour: number;
    readonly limits: {
      readonly perDay: number;
      readonly perWeek: number;
      readonly perSeason: number;
      readonly restDays: number;
      readonly travelKm: number;
    };
  };
  readonly wishes: {
    readonly mayBeNamed: boolean;
    readonly mayBePhotographed: boolean;
    readonly limits: string | null;
  };
  readonly consents: Readonly<Record<string, readonly ("roles" | "backgrounds" | "languages" | "traits" | "exposure" | "ownCommunityKm" | "avoidPlaces" | "avoidTrainers")[]>>;
  readonly sensitive?: {
    readonly roles: readonly ("professional" | "lived" | "actor")[];
    readonly backgrounds: readonly string[];
    readonly languages: readonly string[];
    readonly traits: readonly string[];
    readonly avoidPlaces: readonly string[];
    readonly avoidTrainers: readonly string[];
    readonly exposure: Readonly<Record<string, number>>;
    readonly ownCommunityKm: number;
  };
};
export type PutTrainersIdBody = {
  /** one's own, as GET tells it */
  readonly organisation?: string;
  readonly name: string;
  readonly contact: string;
  /** as a season has her, without what protects her; what she told of herself for a new one alone */
  readonly trainer: Readonly<Record<string, unknown>>;
  /** whether she may be named and pictured, and what was agreed */
  readonly wishes?: Readonly<Record<string, unknown>>;
  /** all that she consents to, by purpose */
  readonly consents?: Readonly<Record<string, readonly ("roles" | "backgrounds" | "languages" | "traits" | "exposure" | "ownCommunityKm" | "avoidPlaces" | "avoidTrainers")[]>>;
};
export type PutTrainersIdAnswer = {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: {
    readonly id: string;
    readonly expertise: Readonly<Record<string, number>>;
    readonly home: string;
    readonly available: readonly (readonly [string, string])[];
    readonly discouraged: readonly (readonly [string, string])[];
    readonly share: {
      readonly min: number;
      readonly max: number;
    };
    readonly ratePerHour: number;
    readonly limits: {
      readonly perDay: number;
      readonly perWeek: number;
      readonly perSeason: number;
      readonly restDays: number;
      readonly travelKm: number;
    };
  };
  readonly wishes: {
    readonly mayBeNamed: boolean;
    readonly mayBePhotographed: boolean;
    readonly limits: string | null;
  };
  readonly consents: Readonly<Record<string, readonly ("roles" | "backgrounds" | "languages" | "traits" | "exposure" | "ownCommunityKm" | "avoidPlaces" | "avoidTrainers")[]>>;
};
export type GetTrainersIdAvailabilityAnswer = {
  readonly format: "koppel-availability/1";
  readonly weekly: readonly {
    readonly days: readonly string[];
    readonly parts: readonly ("morning" | "afternoon" | "evening" | "day" | readonly [string, string])[];
    readonly from: string | null;
    readonly to: string | null;
    readonly everyWeeks: number;
  }[];
  readonly extra: readonly {
    readonly day: string;
    readonly parts: readonly ("morning" | "afternoon" | "evening" | "day" | readonly [string, string])[];
  }[];
  readonly blocked: readonly {
    readonly day: string;
    readonly parts: readonly ("morning" | "afternoon" | "evening" | "day" | readonly [string, string])[];
  }[];
  readonly holidays: readonly {
    readonly from: string;
    readonly to: string;
  }[];
  readonly blocks: readonly (readonly [string, string])[];
  readonly holds: readonly {
    readonly offer: string;
    readonly start: string;
    readonly end: string;
    readonly until: string;
  }[];
};
export type PutTrainersIdAvailabilityBody = Readonly<Record<string, unknown>>;
export type PutTrainersIdAvailabilityAnswer = {
  readonly format: "koppel-availability/1";
  readonly weekly: readonly {
    readonly days: readonly string[];
    readonly parts: readonly ("morning" | "afternoon" | "evening" | "day" | readonly [string, string])[];
    readonly from: string | null;
    readonly to: string | null;
    readonly everyWeeks: number;
  }[];
  readonly extra: readonly {
    readonly day: string;
    readonly parts: readonly ("morning" | "afternoon" | "evening" | "day" | readonly [string, string])[];
  }[];
  readonly blocked: readonly {
    readonly day: string;
    readonly parts: readonly ("morning" | "afternoon" | "evening" | "day" | readonly [string, string])[];
  }[];
  readonly holidays: readonly {
    readonly from: string;
    readonly to: string;
  }[];
  readonly blocks: readonly (readonly [string, string])[];
  readonly holds: readonly {
    readonly offer: string;
    readonly start: string;
    readonly end: string;
    readonly until: string;
  }[];
};
export type GetSessionsIdAnswer = {
  readonly client: string | null;
  readonly session: {
    readonly id: string;
    readonly activity: string;
    readonly programme: string | null;
    readonly place: string | null;
    readonly slots: readonly (readonly (readonly [string, string])[])[];
    readonly seats: {
      readonly professional?: number;
      readonly lived?: number;
      readonly actor?: number;
    };
    readonly priority: number;
    readonly pinned: {
      readonly slot: number;
      readonly team: readonly {
        readonly seat: "professional" | "lived" | "actor";
        readonly trainer: string;
      }[];
    } | null;
    readonly audience?: readonly string[];
    readonly before?: number;
    readonly after?: number;
    readonly paidMinutes?: number;
    readonly halfDays?: number;
    readonly themes?: readonly {
      readonly id: string;
      readonly level: number;
      readonly wish: number;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly communities?: readonly {
      readonly backgrounds: readonly string[];
      readonly weight: number;
      readonly required: "all" | "any" | "professional" | "lived" | "actor" | null;
    }[];
    readonly languages?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly traits?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly waivers?: readonly {
      readonly trainer: string;
      readonly rule: "available" | "travelKm";
    }[];
  };
};
export type PutSessionsIdBody = {
  readonly client: string | null;
  /** a whole session but for `excludes` */
  readonly session: Readonly<Record<string, unknown>>;
};
export type PutSessionsIdAnswer = {
  readonly client: string | null;
  readonly session: {
    readonly id: string;
    readonly activity: string;
    readonly programme: string | null;
    readonly place: string | null;
    readonly slots: readonly (readonly (readonly [string, string])[])[];
    readonly seats: {
      readonly professional?: number;
      readonly lived?: number;
      readonly actor?: number;
    };
    readonly priority: number;
    readonly pinned: {
      readonly slot: number;
      readonly team: readonly {
        readonly seat: "professional" | "lived" | "actor";
        readonly trainer: string;
      }[];
    } | null;
    readonly audience?: readonly string[];
    readonly before?: number;
    readonly after?: number;
    readonly paidMinutes?: number;
    readonly halfDays?: number;
    readonly themes?: readonly {
      readonly id: string;
      readonly level: number;
      readonly wish: number;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly communities?: readonly {
      readonly backgrounds: readonly string[];
      readonly weight: number;
      readonly required: "all" | "any" | "professional" | "lived" | "actor" | null;
    }[];
    readonly languages?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly traits?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly waivers?: readonly {
      readonly trainer: string;
      readonly rule: "available" | "travelKm";
    }[];
  };
};
export type GetProgrammesAnswer = {
  readonly items: readonly {
    readonly programme: string;
    readonly kind: string;
    readonly part: string;
    readonly at: string;
  }[];
};
export type GetProgrammesIdAnswer = {
  readonly id: string;
  readonly kept: readonly {
    readonly kind: string;
    readonly part: string;
    readonly at: string;
  }[];
  readonly papers: {
    readonly order?: {
      readonly format: "koppel-order/1";
      readonly id: string;
      readonly client: {
        readonly name: string;
        readonly sites: readonly {
          readonly place: string;
          readonly venue?: string;
          readonly participants: number;
          readonly opening: readonly {
            readonly day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
            readonly from: string;
            readonly to: string;
          }[];
        }[];
        readonly audience: readonly string[];
      };
      readonly budget: number;
      readonly ratePerHour: number;
      readonly from: string;
      readonly to: string;
      readonly sessionsPerWeek: number;
      readonly must: readonly {
        readonly item: string;
        readonly times: number;
        readonly theme: null | string;
      }[];
      readonly mustNot: readonly string[];
      readonly actor: boolean;
    };
    readonly needs?: {
      readonly format: "koppel-needs/1";
      readonly leastTold: 5;
      readonly groups: readonly ("formal" | "informal" | "municipality")[];
      readonly people: {
        readonly total: null | number;
        readonly byGroup: {
          readonly formal: null | number;
          readonly informal: null | number;
          readonly municipality: null | number;
        };
      };
      readonly themes: readonly {
        readonly id: string;
        readonly shared: boolean;
        readonly levels: readonly {
          readonly level: "beginner" | "advanced";
          readonly total: null | number;
          readonly byGroup: {
            readonly formal: null | number;
            readonly informal: null | number;
            readonly municipality: null | number;
          };
        }[];
      }[];
      readonly counts: {
        readonly workForms: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly communities: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly languages: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly cooperation: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly days: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly dayparts: readonly {
          readonly id: string;
          readonly people: number;
        }[];
      };
    };
    readonly choice?: {
      readonly format: "koppel-choice/1";
      readonly order: string;
      readonly alternatives: readonly {
        readonly kind: string;
        readonly items: readonly {
          readonly item: string;
          readonly times: number;
          readonly fee: number;
          readonly themes: readonly {
            readonly id: string;
            readonly times: number;
            readonly level: number;
          }[];
        }[];
        readonly fee: number;
        readonly metPercent: number;
        readonly boundPercent?: number;
        readonly proven: boolean;
        readonly unmet: readonly {
          readonly theme: string;
          readonly level: "beginner" | "advanced";
          readonly people: null | number;
          readonly why: "no-item" | "kept-out" | "budget" | "period" | "participants" | "others-first";
        }[];
      }[];
    };
    readonly terms?: {
      readonly format: "koppel-terms/1";
      readonly number: string;
      readonly date: string;
      readonly validDays: number;
      readonly from: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly to: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly vat: {
        readonly kind: "rate";
        readonly percent: number;
      } | {
        readonly kind: "exempt";
        readonly nl: string;
        readonly en: string;
      };
      readonly rates: {
        readonly professional: number;
        readonly lived: number;
        readonly actor: number;
      };
      readonly shares: readonly {
        readonly organisation: string;
        readonly weight: number;
      }[];
    };
    readonly quote?: {
      readonly format: "koppel-quote/1";
      readonly number: string;
      readonly date: string;
      readonly validDays: number;
      readonly from: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly to: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly vat: {
        readonly kind: "rate";
        readonly percent: number;
      } | {
        readonly kind: "exempt";
        readonly nl: string;
        readonly en: string;
      };
      readonly kind?: string;
      readonly validUntil: string;
      readonly lines: readonly {
        readonly session: string;
        readonly activity: string;
        readonly item?: string;
        readonly stage?: number;
        readonly themes: readonly string[];
        readonly place: string | null;
        readonly venue?: string;
        readonly days: readonly string[];
        readonly minutes: number;
        readonly preparationMinutes: number;
        readonly seats: readonly {
          readonly role: "professional" | "lived" | "actor";
          readonly number: number;
          readonly rate: number;
          readonly amount: number;
        }[];
        readonly amount: number;
      }[];
      readonly free: readonly ("conversation" | "quick-scan" | "outcome" | "contacts")[];
      readonly modules?: readonly string[];
      readonly clientsPart: readonly ("location" | "catering" | "publicity" | "recruitment")[];
      readonly net: number;
      readonly tax: number;
      readonly total: number;
      readonly split: readonly {
        readonly organisation: string;
        readonly net: number;
        readonly tax: number;
        readonly total: number;
      }[];
    };
    readonly done?: {
      readonly format: "koppel-done/1";
      readonly done: readonly {
        readonly session: string;
        readonly task: string;
      }[];
    };
  };
  readonly groups: readonly {
    readonly item: string;
    readonly proven: boolean;
    readonly waiting: number;
    readonly groups: readonly {
      readonly id: string;
      readonly date: string;
      /** the municipality of a region; null: the order says where */
      readonly place: string | null;
      readonly language: string;
      readonly womenOnly: boolean;
      readonly people: number;
      readonly formal: number | null;
      readonly informal: number | null;
      readonly placesLeft: number;
      /** how many it lacks of what a group should have at least */
      readonly lacks: number;
    }[];
    /** how many a group should have at least; null: that was not known */
    readonly atLeast: number | null;
    /** days on which no group could be, where (null: anywhere) and why */
    readonly closed: readonly {
      readonly date: string;
      readonly place: null | string;
      readonly why: "opening" | "kept";
    }[];
  }[];
  /** the alternative of the choice that is booked; null: none is, or it was booked before that was kept */
  readonly bookedKind: string | null;
};
export type PutProgrammesIdBody = {
  readonly papers: readonly {
    /** of groups: the item that they are of */
    readonly part?: string;
    /** koppel-order/1, koppel-answers/1, koppel-terms/1 … */
    readonly paper: Readonly<Record<string, unknown>>;
  }[];
};
export type PutProgrammesIdAnswer = {
  readonly id: string;
  readonly kept: readonly {
    readonly kind: string;
    readonly part: string;
    readonly at: string;
  }[];
  readonly papers: {
    readonly order?: {
      readonly format: "koppel-order/1";
      readonly id: string;
      readonly client: {
        readonly name: string;
        readonly sites: readonly {
          readonly place: string;
          readonly venue?: string;
          readonly participants: number;
          readonly opening: readonly {
            readonly day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
            readonly from: string;
            readonly to: string;
          }[];
        }[];
        readonly audience: readonly string[];
      };
      readonly budget: number;
      readonly ratePerHour: number;
      readonly from: string;
      readonly to: string;
      readonly sessionsPerWeek: number;
      readonly must: readonly {
        readonly item: string;
        readonly times: number;
        readonly theme: null | string;
      }[];
      readonly mustNot: readonly string[];
      readonly actor: boolean;
    };
    readonly needs?: {
      readonly format: "koppel-needs/1";
      readonly leastTold: 5;
      readonly groups: readonly ("formal" | "informal" | "municipality")[];
      readonly people: {
        readonly total: null | number;
        readonly byGroup: {
          readonly formal: null | number;
          readonly informal: null | number;
          readonly municipality: null | number;
        };
      };
      readonly themes: readonly {
        readonly id: string;
        readonly shared: boolean;
        readonly levels: readonly {
          readonly level: "beginner" | "advanced";
          readonly total: null | number;
          readonly byGroup: {
            readonly formal: null | number;
            readonly informal: null | number;
            readonly municipality: null | number;
          };
        }[];
      }[];
      readonly counts: {
        readonly workForms: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly communities: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly languages: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly cooperation: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly days: readonly {
          readonly id: string;
          readonly people: number;
        }[];
        readonly dayparts: readonly {
          readonly id: string;
          readonly people: number;
        }[];
      };
    };
    readonly choice?: {
      readonly format: "koppel-choice/1";
      readonly order: string;
      readonly alternatives: readonly {
        readonly kind: string;
        readonly items: readonly {
          readonly item: string;
          readonly times: number;
          readonly fee: number;
          readonly themes: readonly {
            readonly id: string;
            readonly times: number;
            readonly level: number;
          }[];
        }[];
        readonly fee: number;
        readonly metPercent: number;
        readonly boundPercent?: number;
        readonly proven: boolean;
        readonly unmet: readonly {
          readonly theme: string;
          readonly level: "beginner" | "advanced";
          readonly people: null | number;
          readonly why: "no-item" | "kept-out" | "budget" | "period" | "participants" | "others-first";
        }[];
      }[];
    };
    readonly terms?: {
      readonly format: "koppel-terms/1";
      readonly number: string;
      readonly date: string;
      readonly validDays: number;
      readonly from: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly to: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly vat: {
        readonly kind: "rate";
        readonly percent: number;
      } | {
        readonly kind: "exempt";
        readonly nl: string;
        readonly en: string;
      };
      readonly rates: {
        readonly professional: number;
        readonly lived: number;
        readonly actor: number;
      };
      readonly shares: readonly {
        readonly organisation: string;
        readonly weight: number;
      }[];
    };
    readonly quote?: {
      readonly format: "koppel-quote/1";
      readonly number: string;
      readonly date: string;
      readonly validDays: number;
      readonly from: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly to: {
        readonly name: string;
        readonly lines: readonly string[];
      };
      readonly vat: {
        readonly kind: "rate";
        readonly percent: number;
      } | {
        readonly kind: "exempt";
        readonly nl: string;
        readonly en: string;
      };
      readonly kind?: string;
      readonly validUntil: string;
      readonly lines: readonly {
        readonly session: string;
        readonly activity: string;
        readonly item?: string;
        readonly stage?: number;
        readonly themes: readonly string[];
        readonly place: string | null;
        readonly venue?: string;
        readonly days: readonly string[];
        readonly minutes: number;
        readonly preparationMinutes: number;
        readonly seats: readonly {
          readonly role: "professional" | "lived" | "actor";
          readonly number: number;
          readonly rate: number;
          readonly amount: number;
        }[];
        readonly amount: number;
      }[];
      readonly free: readonly ("conversation" | "quick-scan" | "outcome" | "contacts")[];
      readonly modules?: readonly string[];
      readonly clientsPart: readonly ("location" | "catering" | "publicity" | "recruitment")[];
      readonly net: number;
      readonly tax: number;
      readonly total: number;
      readonly split: readonly {
        readonly organisation: string;
        readonly net: number;
        readonly tax: number;
        readonly total: number;
      }[];
    };
    readonly done?: {
      readonly format: "koppel-done/1";
      readonly done: readonly {
        readonly session: string;
        readonly task: string;
      }[];
    };
  };
  readonly groups: readonly {
    readonly item: string;
    readonly proven: boolean;
    readonly waiting: number;
    readonly groups: readonly {
      readonly id: string;
      readonly date: string;
      /** the municipality of a region; null: the order says where */
      readonly place: string | null;
      readonly language: string;
      readonly womenOnly: boolean;
      readonly people: number;
      readonly formal: number | null;
      readonly informal: number | null;
      readonly placesLeft: number;
      /** how many it lacks of what a group should have at least */
      readonly lacks: number;
    }[];
    /** how many a group should have at least; null: that was not known */
    readonly atLeast: number | null;
    /** days on which no group could be, where (null: anywhere) and why */
    readonly closed: readonly {
      readonly date: string;
      readonly place: null | string;
      readonly why: "opening" | "kept";
    }[];
  }[];
  /** the alternative of the choice that is booked; null: none is, or it was booked before that was kept */
  readonly bookedKind: string | null;
};
export type GetProgrammesIdIntakeAnswer = {
  readonly items: readonly {
    readonly item: string;
    readonly groups: readonly {
      readonly id: string;
      readonly date: string;
      readonly place?: string;
      readonly language: string;
      readonly womenOnly: boolean;
      readonly formal: number;
      readonly informal: number;
      readonly placesLeft: number;
      readonly lacks?: number;
      readonly members: readonly string[];
    }[];
    readonly waiting: readonly string[];
    readonly reasons: readonly {
      readonly code: string;
      readonly because: readonly ("full" | "closed" | "order" | "dates" | "places" | "languages" | "forWomen" | "womenOnly")[];
      readonly ways: readonly {
        readonly group: string | null;
        readonly without: readonly ("full" | "closed" | "order" | "dates" | "places" | "languages" | "forWomen" | "womenOnly")[];
      }[];
      readonly closed?: readonly string[];
    }[];
  }[];
};
export type PostProgrammesIdAnswersBody = {
  readonly files: readonly {
    readonly name: string;
    /** the file's bytes */
    readonly data: string;
  }[];
  readonly lang?: "en" | "nl";
};
export type PostProgrammesIdAnswersAnswer = {
  readonly done: boolean;
  readonly people?: number;
  readonly sessions?: number;
  readonly issues: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly header: string | null;
    readonly problem: string;
  }[];
};
export type PostProgrammesIdParticipantsBody = {
  readonly file: {
    readonly name: string;
    /** the file's bytes */
    readonly data: string;
  };
  readonly dates: readonly string[];
  /** in a region: the municipalities (CBS codes) in which a group can be */
  readonly places?: readonly string[];
  readonly groups: number;
  readonly most?: number;
  readonly colleagues?: "spread" | "together" | "either";
  readonly lang?: "en" | "nl";
};
export type PostProgrammesIdParticipantsAnswer = {
  readonly done: boolean;
  readonly people?: number;
  readonly sessions?: number;
  readonly issues: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly header: string | null;
    readonly problem: string;
  }[];
};
export type PostProgrammesIdChoiceBody = {
  readonly must?: readonly {
    readonly item: string;
    readonly times: number;
    readonly theme: string | null;
  }[];
  readonly mustNot?: readonly string[];
  readonly lang?: "en" | "nl";
};
export type PostProgrammesIdChoiceAnswer = {
  readonly format: "koppel-choice/1";
  readonly order: string;
  readonly alternatives: readonly {
    readonly kind: string;
    readonly items: readonly {
      readonly item: string;
      readonly times: number;
      readonly fee: number;
      readonly themes: readonly {
        readonly id: string;
        readonly times: number;
        readonly level: number;
      }[];
    }[];
    readonly fee: number;
    readonly metPercent: number;
    readonly boundPercent?: number;
    readonly proven: boolean;
    readonly unmet: readonly {
      readonly theme: string;
      readonly level: "beginner" | "advanced";
      readonly people: null | number;
      readonly why: "no-item" | "kept-out" | "budget" | "period" | "participants" | "others-first";
    }[];
  }[];
  readonly impossible: readonly {
    readonly kind: string;
    readonly conflict: readonly ({
      readonly wish: "must";
      readonly item: string;
      readonly times: number;
      readonly theme: string | null;
    } | {
      readonly wish: "must-not";
      readonly what: string;
    } | {
      readonly wish: "one-of";
      readonly items: readonly string[];
    } | {
      readonly wish: "budget";
      readonly euros: number;
      readonly needed: number;
    } | {
      readonly wish: "period";
      readonly sessions: number;
      readonly needed: number;
    } | {
      readonly wish: "participants";
      readonly people: number;
      readonly needed: number;
    })[];
  }[];
};
export type PostProgrammesIdGroupsBody = {
  readonly item: string;
};
export type PostProgrammesIdGroupsAnswer = {
  readonly item: string;
  readonly proven: boolean;
  readonly waiting: number;
  readonly groups: readonly {
    readonly id: string;
    readonly date: string;
    /** the municipality of a region; null: the order says where */
    readonly place: string | null;
    readonly language: string;
    readonly womenOnly: boolean;
    readonly people: number;
    readonly formal: number | null;
    readonly informal: number | null;
    readonly placesLeft: number;
    /** how many it lacks of what a group should have at least */
    readonly lacks: number;
  }[];
  /** how many a group should have at least; null: that was not known */
  readonly atLeast: number | null;
  /** days on which no group could be, where (null: anywhere) and why */
  readonly closed: readonly {
    readonly date: string;
    readonly place: null | string;
    readonly why: "opening" | "kept";
  }[];
};
export type PostProgrammesIdUngroupingBody = {
  readonly item: string;
};
export type PostProgrammesIdUngroupingAnswer = {
  readonly item: string;
};
export type PostProgrammesIdQuoteBody = {
  /** which alternative */
  readonly kind: string;
  /** a plan of the database: its dates, and whose trainers come */
  readonly plan?: string;
};
export type PostProgrammesIdQuoteAnswer = {
  readonly format: "koppel-quote/1";
  readonly number: string;
  readonly date: string;
  readonly validDays: number;
  readonly from: {
    readonly name: string;
    readonly lines: readonly string[];
  };
  readonly to: {
    readonly name: string;
    readonly lines: readonly string[];
  };
  readonly vat: {
    readonly kind: "rate";
    readonly percent: number;
  } | {
    readonly kind: "exempt";
    readonly nl: string;
    readonly en: string;
  };
  readonly kind?: string;
  readonly validUntil: string;
  readonly lines: readonly {
    readonly session: string;
    readonly activity: string;
    readonly item?: string;
    readonly stage?: number;
    readonly themes: readonly string[];
    readonly place: string | null;
    readonly venue?: string;
    readonly days: readonly string[];
    readonly minutes: number;
    readonly preparationMinutes: number;
    readonly seats: readonly {
      readonly role: "professional" | "lived" | "actor";
      readonly number: number;
      readonly rate: number;
      readonly amount: number;
    }[];
    readonly amount: number;
  }[];
  readonly free: readonly ("conversation" | "quick-scan" | "outcome" | "contacts")[];
  readonly modules?: readonly string[];
  readonly clientsPart: readonly ("location" | "catering" | "publicity" | "recruitment")[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly split: readonly {
    readonly organisation: string;
    readonly net: number;
    readonly tax: number;
    readonly total: number;
  }[];
};
export type PostProgrammesIdBookingBody = {
  /** which alternative */
  readonly kind: string;
  readonly meetings?: readonly ("conversation" | "outcome")[];
};
export type PostProgrammesIdBookingAnswer = {
  readonly client: string;
  /** the alternative of the choice; null: only the meetings before one */
  readonly kind: string | null;
  readonly budget: number;
  readonly sessions: readonly {
    readonly session: string;
    readonly activity: string;
    /** the item of the menu that the session is, by which it is called */
    readonly item: string | null;
    readonly dates: number;
  }[];
  readonly series: number;
  readonly cancelled: readonly string[];
};
export type PostProgrammesIdStandingBody = {
  /** absent: no plan yet; the dates and teams that are fixed */
  readonly plan?: string;
  readonly today: string;
};
export type PostProgrammesIdStandingAnswer = {
  readonly fees: readonly {
    readonly programme: string;
    readonly budget: number;
    readonly paid: number;
    readonly left: number;
    readonly staffed: number;
    readonly sessions: number;
    readonly by: readonly {
      readonly organisation: string;
      readonly paid: number;
    }[];
  }[];
  readonly duties: readonly {
    readonly session: string;
    readonly activity: string;
    /** the item of the menu that the session is, by which it is called */
    readonly item: string | null;
    readonly date: string;
    readonly isFixed: boolean;
    readonly task: {
      readonly id: string;
      readonly nl: string;
      readonly en: string;
      readonly who: "client" | "alliance";
      readonly days: number;
      readonly where: "place" | "online" | "both";
      readonly items?: readonly string[];
      readonly except?: readonly string[];
      readonly heavy: boolean;
      readonly replies: boolean;
    };
    readonly by: string;
    readonly standing: "done" | "late" | "soon" | "later";
    readonly isTicked: boolean;
    readonly seats: {
      readonly all: number;
      readonly filled: number;
      readonly yes: number | null;
    } | null;
  }[];
};
export type PostProgrammesIdHeldBody = {
  readonly file: {
    readonly name: string;
    /** the file's bytes */
    readonly data: string;
  };
  readonly lang?: "en" | "nl";
};
export type PostProgrammesIdHeldAnswer = {
  readonly done: boolean;
  readonly people?: number;
  readonly sessions?: number;
  readonly issues: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly header: string | null;
    readonly problem: string;
  }[];
};
export type PostProgrammesIdPagesBody = {
  readonly page: "report" | "quote" | "intake" | "readiness" | "account" | "answer-list" | "participant-list" | "held-list";
  readonly as: "html" | "pdf" | "xlsx" | "csv" | "txt" | "json";
  /** of the intake list: the groups of this item alone; absent: a sheet for each item */
  readonly item?: string;
  /** of an empty list of participants: its days; absent: those of the list that is kept */
  readonly dates?: readonly string[];
  /** of such a list, in a region: its municipalities (CBS codes) */
  readonly places?: readonly string[];
  /** of the readiness list: a plan of the database */
  readonly plan?: string;
  /** of the readiness list: the day from which late is reckoned */
  readonly today?: string;
  /** of the readiness list: only what is late or due within a week */
  readonly week?: boolean;
  readonly lang?: "en" | "nl";
};
export type PostProgrammesIdPagesAnswer = {
  readonly name: string;
  /** its media type */
  readonly type: string;
  /** the file's bytes */
  readonly data: string;
};
export type GetOrganisationsAnswer = {
  readonly items: readonly {
    readonly version: number;
    readonly record: {
      readonly id: string;
      readonly name: string;
    };
  }[];
};
export type GetOrganisationsIdAnswer = {
  readonly id: string;
  readonly name: string;
};
export type PutOrganisationsIdBody = {
  readonly id: string;
  readonly name: string;
};
export type PutOrganisationsIdAnswer = {
  readonly id: string;
  readonly name: string;
};
export type GetClientsAnswer = {
  readonly items: readonly {
    readonly version: number;
    readonly record: {
      readonly id: string;
      readonly name: string;
      readonly contacts: readonly {
        readonly name: string;
        readonly task: string | null;
        readonly email: string | null;
        readonly phone: string | null;
      }[];
    };
  }[];
};
export type GetClientsIdAnswer = {
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly {
    readonly name: string;
    readonly task: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
};
export type PutClientsIdBody = {
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly {
    readonly name: string;
    readonly task: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
};
export type PutClientsIdAnswer = {
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly {
    readonly name: string;
    readonly task: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
};
export type GetLocalsAnswer = {
  readonly items: readonly {
    readonly version: number;
    readonly record: {
      readonly id: string;
      readonly name: string;
      readonly place: string | null;
      readonly communities: readonly string[];
      readonly contacts: readonly {
        readonly name: string;
        readonly task: string | null;
        readonly email: string | null;
        readonly phone: string | null;
      }[];
    };
  }[];
};
export type GetLocalsIdAnswer = {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly communities: readonly string[];
  readonly contacts: readonly {
    readonly name: string;
    readonly task: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
};
export type PutLocalsIdBody = {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly communities: readonly string[];
  readonly contacts: readonly {
    readonly name: string;
    readonly task: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
};
export type PutLocalsIdAnswer = {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly communities: readonly string[];
  readonly contacts: readonly {
    readonly name: string;
    readonly task: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
};
export type GetBudgetsAnswer = {
  readonly items: readonly {
    readonly version: number;
    readonly record: {
      readonly id: string;
      readonly client: string | null;
      readonly budget: number;
    };
  }[];
};
export type GetBudgetsIdAnswer = {
  readonly id: string;
  readonly client: string | null;
  readonly budget: number;
};
export type PutBudgetsIdBody = {
  readonly id: string;
  readonly client: string | null;
  readonly budget: number;
};
export type PutBudgetsIdAnswer = {
  readonly id: string;
  readonly client: string | null;
  readonly budget: number;
};
export type GetSeriesAnswer = {
  readonly items: readonly {
    readonly version: number;
    readonly record: {
      readonly id: string;
      readonly sessions: readonly string[];
      readonly minDays: number;
      readonly maxDays: number;
    };
  }[];
};
export type GetSeriesIdAnswer = {
  readonly id: string;
  readonly sessions: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
};
export type PutSeriesIdBody = {
  readonly id: string;
  readonly sessions: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
};
export type PutSeriesIdAnswer = {
  readonly id: string;
  readonly sessions: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
};
export type GetSessionsIdVenueAnswer = {
  readonly venue: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly arrival: string | null;
  readonly agreements: string | null;
};
export type PutSessionsIdVenueBody = {
  readonly venue: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly arrival: string | null;
  readonly agreements: string | null;
};
export type PutSessionsIdVenueAnswer = {
  readonly venue: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly arrival: string | null;
  readonly agreements: string | null;
};
export type PutTrainersIdWishesBody = Readonly<Record<string, unknown>>;
export type PutTrainersIdWishesAnswer = {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: {
    readonly id: string;
    readonly expertise: Readonly<Record<string, number>>;
    readonly home: string;
    readonly available: readonly (readonly [string, string])[];
    readonly discouraged: readonly (readonly [string, string])[];
    readonly share: {
      readonly min: number;
      readonly max: number;
    };
    readonly ratePerHour: number;
    readonly limits: {
      readonly perDay: number;
      readonly perWeek: number;
      readonly perSeason: number;
      readonly restDays: number;
      readonly travelKm: number;
    };
  };
  readonly wishes: {
    readonly mayBeNamed: boolean;
    readonly mayBePhotographed: boolean;
    readonly limits: string | null;
  };
  readonly consents: Readonly<Record<string, readonly ("roles" | "backgrounds" | "languages" | "traits" | "exposure" | "ownCommunityKm" | "avoidPlaces" | "avoidTrainers")[]>>;
  readonly sensitive?: {
    readonly roles: readonly ("professional" | "lived" | "actor")[];
    readonly backgrounds: readonly string[];
    readonly languages: readonly string[];
    readonly traits: readonly string[];
    readonly avoidPlaces: readonly string[];
    readonly avoidTrainers: readonly string[];
    readonly exposure: Readonly<Record<string, number>>;
    readonly ownCommunityKm: number;
  };
};
export type PutTrainersIdConsentsBody = Readonly<Record<string, readonly ("roles" | "backgrounds" | "languages" | "traits" | "exposure" | "ownCommunityKm" | "avoidPlaces" | "avoidTrainers")[]>>;
export type PutTrainersIdConsentsAnswer = {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: {
    readonly id: string;
    readonly expertise: Readonly<Record<string, number>>;
    readonly home: string;
    readonly available: readonly (readonly [string, string])[];
    readonly discouraged: readonly (readonly [string, string])[];
    readonly share: {
      readonly min: number;
      readonly max: number;
    };
    readonly ratePerHour: number;
    readonly limits: {
      readonly perDay: number;
      readonly perWeek: number;
      readonly perSeason: number;
      readonly restDays: number;
      readonly travelKm: number;
    };
  };
  readonly wishes: {
    readonly mayBeNamed: boolean;
    readonly mayBePhotographed: boolean;
    readonly limits: string | null;
  };
  readonly consents: Readonly<Record<string, readonly ("roles" | "backgrounds" | "languages" | "traits" | "exposure" | "ownCommunityKm" | "avoidPlaces" | "avoidTrainers")[]>>;
  readonly sensitive?: {
    readonly roles: readonly ("professional" | "lived" | "actor")[];
    readonly backgrounds: readonly string[];
    readonly languages: readonly string[];
    readonly traits: readonly string[];
    readonly avoidPlaces: readonly string[];
    readonly avoidTrainers: readonly string[];
    readonly exposure: Readonly<Record<string, number>>;
    readonly ownCommunityKm: number;
  };
};
export type GetTrainersIdProtectionAnswer = {
  readonly avoidPlaces: readonly string[];
  readonly avoidTrainers: readonly string[];
  readonly ownCommunityKm: number;
  readonly exposure: Readonly<Record<string, number>>;
};
export type PostTrainersIdProtectionBody = {
  readonly field: "avoidPlaces" | "avoidTrainers";
  readonly value: string;
} | {
  readonly field: "ownCommunityKm";
  readonly value: number;
} | {
  readonly field: "exposure";
  readonly value: {
    readonly theme: string;
    readonly times: number;
  };
};
export type PostTrainersIdProtectionAnswer = {
  readonly came: "added" | "asked" | "removed";
};
export type PostTrainersIdProtectionRemovalsBody = {
  readonly field: "avoidPlaces" | "avoidTrainers";
  readonly value: string;
} | {
  readonly field: "ownCommunityKm";
  readonly value: number;
} | {
  readonly field: "exposure";
  readonly value: {
    readonly theme: string;
    readonly times: number;
  };
};
export type PostTrainersIdProtectionRemovalsAnswer = {
  readonly came: "added" | "asked" | "removed";
};
export type GetSeasonsAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly version: number;
    readonly from: string;
    readonly to: string;
    readonly sessions: number;
    readonly trainers: number;
    readonly published: {
      readonly plan: string;
      readonly at: string;
      readonly version: number;
    } | null;
  }[];
};
export type PostSeasonsBody = {
  /** an id of the database */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** only their sessions (null: those of none), or all; without it what the season of that id was made of, and all where there is none */
  readonly programmes?: "all" | readonly (string | null)[];
  /** keeps nothing, and tells what would come of it */
  readonly dryRun?: boolean;
};
export type PostSeasonsAnswer = {
  readonly id: string;
  readonly sessions: number;
  readonly trainers: number;
  /** false: it was a dry run */
  readonly done: boolean;
  /** there was none of that id */
  readonly isNew: boolean;
  /** of which programmes it is made */
  readonly choice: "all" | readonly (string | null)[];
  /** what of each programme with sessions in the period it has, gets and loses */
  readonly programmes: readonly {
    /** null: sessions of none */
    readonly programme: string | null;
    readonly isIn: boolean;
    readonly sessions: number;
    readonly came: readonly string[];
    readonly left: readonly string[];
  }[];
  /** trainers who were not in it before */
  readonly came: readonly string[];
  /** trainers who are not in it any more */
  readonly left: readonly string[];
  readonly undated: readonly string[];
  readonly brokenSeries: readonly string[];
  readonly withheld: number;
  readonly withheldOwn: readonly string[];
  readonly neverFree: readonly string[];
  readonly released: readonly {
    readonly session: string;
    readonly faults: readonly {
      readonly trainer: string | null;
      readonly expected: string;
    }[];
  }[];
  readonly shrunk: readonly {
    readonly plan: string;
    readonly lost: number;
  }[];
};
export type GetSeasonsIdAnswer = {
  readonly id: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
  }[];
  readonly series: readonly {
    readonly id: string;
    readonly sessions: readonly string[];
    readonly minDays: number;
    readonly maxDays: number;
  }[];
  readonly programmes: readonly {
    readonly id: string;
    readonly budget: number;
  }[];
  readonly published: readonly {
    readonly session: string;
    readonly slot: number | null;
    readonly team: readonly {
      readonly seat: "professional" | "lived" | "actor";
      readonly trainer: string;
    }[];
  }[];
  readonly trainers: readonly string[];
  readonly sessions: readonly {
    readonly id: string;
    readonly activity: string;
    readonly programme: string | null;
    readonly place: string | null;
    readonly slots: readonly (readonly (readonly [string, string])[])[];
    readonly seats: {
      readonly professional?: number;
      readonly lived?: number;
      readonly actor?: number;
    };
    readonly priority: number;
    readonly pinned: {
      readonly slot: number;
      readonly team: readonly {
        readonly seat: "professional" | "lived" | "actor";
        readonly trainer: string;
      }[];
    } | null;
    readonly audience?: readonly string[];
    readonly before?: number;
    readonly after?: number;
    readonly paidMinutes?: number;
    readonly halfDays?: number;
    readonly themes?: readonly {
      readonly id: string;
      readonly level: number;
      readonly wish: number;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly communities?: readonly {
      readonly backgrounds: readonly string[];
      readonly weight: number;
      readonly required: "all" | "any" | "professional" | "lived" | "actor" | null;
    }[];
    readonly languages?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    readonly traits?: readonly {
      readonly id: string;
      readonly who: "all" | "any" | "professional" | "lived" | "actor";
    }[];
    /** the item of the menu that it was made of, by which it is called */
    readonly item?: string;
  }[];
};
export type GetSeasonsIdRepliesAnswer = {
  readonly items: readonly {
    readonly trainer: string;
    readonly askings: readonly {
      readonly session: string;
      readonly seat: string;
      readonly slot: readonly (readonly [string, string])[];
      readonly reply: "new" | "asked" | "yes" | "no" | "silent";
      readonly at: string | null;
      readonly stands: boolean;
    }[];
  }[];
};
export type PostSeasonsIdRepliesBody = {
  /** an id of the database */
  readonly session: string;
  /** an id of the database */
  readonly trainer: string;
  readonly reply: "asked" | "yes" | "no" | "silent";
  /** with `asked`: until when the date is held for the question, so that no other season takes it */
  readonly holdUntil?: string;
};
export type PostSeasonsIdRepliesAnswer = {
  readonly reply: "asked" | "yes" | "no" | "silent";
  readonly before: "new" | "asked" | "yes" | "no" | "silent";
  readonly confirmed: boolean;
};
export type GetSeasonsIdAvailabilityAnswer = {
  readonly items: readonly {
    readonly trainer: string;
    readonly available: readonly (readonly [string, string])[];
  }[];
};
export type GetSeasonsIdCalendarAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly nl: string;
    readonly en: string;
    readonly from: string;
    readonly to: string;
    readonly beginsEveningBefore: boolean;
    readonly impact: string;
    readonly communities: readonly string[] | null;
    readonly regions: readonly string[] | null;
    readonly basis: string;
  }[];
};
export type GetSeasonsIdSheetsAnswer = {
  readonly count: number;
  readonly heldBack: readonly string[];
  readonly html: string;
};
export type GetPlansAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly season: string;
    readonly version: number;
    readonly feasible: boolean;
    readonly staffed: number;
    readonly sessions: number;
    readonly cost: number;
    readonly bound: number | null;
    readonly published: boolean;
    readonly changedSince: boolean;
  }[];
};
export type GetPlansIdAnswer = {
  readonly id: string;
  readonly season: string;
  /** of the season as it is by now */
  readonly seasonVersion: number;
  readonly plan: Plan;
  readonly verdict: Verdict;
};
export type PutPlansIdBody = {
  /** that of the address, as GET tells it */
  readonly id?: string;
  /** as GET tells it; not read, since the plan is judged anew */
  readonly verdict?: unknown;
  /** an id of the database */
  readonly season: string;
  /** a whole plan, koppel-plan/1 */
  readonly plan: Plan;
  readonly seasonVersion?: number;
};
export type PutPlansIdAnswer = {
  readonly id: string;
  readonly season: string;
  readonly verdict: Verdict;
};
export type PostPlansIdPublicationBody = {
  readonly replaces?: number;
};
export type PostPlansIdPublicationAnswer = {
  readonly season: string;
  readonly plan: string;
  readonly sessions: number;
  readonly agreed: readonly {
    readonly account: string;
    readonly at: string;
  }[];
  readonly news: readonly string[];
  readonly gone: readonly string[];
};

/** The jobs there are, by their routes; each ends with a result of its own. */
interface Results {
  solves: GetSolvesIdAnswer;
  whatifs: GetWhatifsIdAnswer;
  recruits: GetRecruitsIdAnswer;
}

/** What a stream tells of a job: how far it is, and at last the job itself, ended. */
export type JobEvent<K extends keyof Results> =
  | { readonly event: "progress"; readonly data: Results[K]["progress"] | Readonly<Record<string, never>> }
  | { readonly event: "done" | "failed" | "cancelled"; readonly data: Results[K] };

/** What an answer refuses; where a proxy answered in the server's place, that. */
async function refusal(answer: Response): Promise<KoppelError> {
  const { status, statusText } = answer;
  if ((answer.headers.get("content-type") ?? "").includes("json"))
    return new KoppelError((await answer.json()) as Problem);
  await answer.body?.cancel();
  return new KoppelError({ type: "about:blank", title: statusText, status, detail: "it is no answer of Koppel's" });
}

/** @param seen the ETag that was read, or null where there is none yet */
function condition(seen: string | null): Readonly<Record<string, string>> {
  return seen === null ? { "if-none-match": "*" } : { "if-match": seen };
}

export class KoppelClient {
  private readonly url: string;

  /**
   * @param url the server's, with the path under which a proxy has it if there is one
   * @param token of `koppel token create`
   */
  constructor(
    url: string,
    private readonly token: string,
  ) {
    this.url = url.replace(/\/+$/, "");
  }

  /** How a job goes on (server-sent events), until it has ended. @param signal ends the listening, and not the job */
  async *events<K extends keyof Results>(kind: K, id: string, signal?: AbortSignal): AsyncGenerator<JobEvent<K>> {
    const answer = await fetch(`${this.url}/v1/${kind}/${encodeURIComponent(id)}/events`, {
      headers: { authorization: `Bearer ${this.token}` },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok || answer.body === null) throw await refusal(answer);
    let text = "";
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
        if (data !== undefined) yield { event, data: JSON.parse(data) } as JobEvent<K>;
      }
    }
  }

  /** The job once it has ended, whether done, failed or cancelled. @param heard is told how far it is meanwhile */
  async ended<K extends keyof Results>(
    kind: K,
    id: string,
    heard: (progress: Results[K]["progress"]) => void = () => {},
  ): Promise<Results[K]> {
    for await (const { event, data } of this.events(kind, id)) {
      if (event !== "progress") return data as Results[K];
      if (Object.keys(data ?? {}).length > 0) heard(data as Results[K]["progress"]);
    }
    throw new Error("the server ended the stream before the job had ended: ask again");
  }

  /** The best teams for one session in the season as it stands. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postSuggestions(body: PostSuggestionsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostSuggestionsAnswer>> {
    return this.ask("POST", `/v1/suggestions`, body, headers);
  }

  /** Every broken rule of a plan, and its cost by rule. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postChecks(body: PostChecksBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostChecksAnswer>> {
    return this.ask("POST", `/v1/checks`, body, headers);
  }

  /** Why this team, why not she, why none. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postExplanations(body: PostExplanationsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostExplanationsAnswer>> {
    return this.ask("POST", `/v1/explanations`, body, headers);
  }

  /** After changes, the plan that re-contacts the fewest people. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postRepairs(body: PostRepairsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostRepairsAnswer>> {
    return this.ask("POST", `/v1/repairs`, body, headers);
  }

  /** Why sessions are open, where a plan leans on one person, loads against fair shares. Roles: coordinator, safetyOfficer. Answers 200. */
  postOverviews(body: PostOverviewsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostOverviewsAnswer>> {
    return this.ask("POST", `/v1/overviews`, body, headers);
  }

  /** Spreadsheets into the pool, all of them or nothing; what is wrong by sheet, row and column. Roles: coordinator, safetyOfficer. Answers 200. */
  postImports(body: PostImportsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostImportsAnswer>> {
    return this.ask("POST", `/v1/imports`, body, headers);
  }

  /** Who the token is of. Roles: coordinator, safetyOfficer, apiClient, trainer, auditor, administrator, planner. Answers 200. */
  getMe(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetMeAnswer>> {
    return this.ask("GET", `/v1/me`, undefined, headers);
  }

  /** Codes and their labels in Dutch and English. Roles: coordinator, safetyOfficer, apiClient, trainer, auditor, administrator, planner. Answers 200. */
  getLabels(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetLabelsAnswer>> {
    return this.ask("GET", `/v1/labels`, undefined, headers);
  }

  /** Plan a season, as a job. Roles: coordinator, safetyOfficer, apiClient. Answers 202. */
  postSolves(body: PostSolvesBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostSolvesAnswer>> {
    return this.ask("POST", `/v1/solves`, body, headers);
  }

  /** How it stands. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  getSolvesId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSolvesIdAnswer>> {
    return this.ask("GET", `/v1/solves/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Cancel it: what it found is thrown away. Roles: coordinator, safetyOfficer, apiClient. Answers 204. */
  deleteSolvesId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/solves/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Good enough: it ends soon, done, with what it has found. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postSolvesIdStop(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostSolvesIdStopAnswer>> {
    return this.ask("POST", `/v1/solves/${encodeURIComponent(id)}/stop`, undefined, headers);
  }

  /** Plan scenarios and compare each with the plan, as a job. Roles: coordinator, safetyOfficer, apiClient. Answers 202. */
  postWhatifs(body: PostWhatifsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostWhatifsAnswer>> {
    return this.ask("POST", `/v1/whatifs`, body, headers);
  }

  /** How it stands. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  getWhatifsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetWhatifsIdAnswer>> {
    return this.ask("GET", `/v1/whatifs/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Cancel it: what it found is thrown away. Roles: coordinator, safetyOfficer, apiClient. Answers 204. */
  deleteWhatifsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/whatifs/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Good enough: it ends soon, done, with what it has found. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postWhatifsIdStop(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostWhatifsIdStopAnswer>> {
    return this.ask("POST", `/v1/whatifs/${encodeURIComponent(id)}/stop`, undefined, headers);
  }

  /** Which kinds of trainer would help most, each verified by planning, as a job. Roles: coordinator, safetyOfficer, apiClient. Answers 202. */
  postRecruits(body: PostRecruitsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostRecruitsAnswer>> {
    return this.ask("POST", `/v1/recruits`, body, headers);
  }

  /** How it stands. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  getRecruitsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetRecruitsIdAnswer>> {
    return this.ask("GET", `/v1/recruits/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Cancel it: what it found is thrown away. Roles: coordinator, safetyOfficer, apiClient. Answers 204. */
  deleteRecruitsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/recruits/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Good enough: it ends soon, done, with what it has found. Roles: coordinator, safetyOfficer, apiClient. Answers 200. */
  postRecruitsIdStop(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostRecruitsIdStopAnswer>> {
    return this.ask("POST", `/v1/recruits/${encodeURIComponent(id)}/stop`, undefined, headers);
  }

  /** The pool's trainers by code; names as the role may see them. Roles: coordinator, safetyOfficer. Answers 200. */
  getTrainers(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetTrainersAnswer>> {
    return this.ask("GET", `/v1/trainers`, undefined, headers);
  }

  /** The pool's sessions. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getSessions(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSessionsAnswer>> {
    return this.ask("GET", `/v1/sessions`, undefined, headers);
  }

  /** A trainer of her own organisation, without what is sensitive, or oneself; its version as ETag. Roles: coordinator, trainer. Answers 200. */
  getTrainersId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetTrainersIdAnswer>> {
    return this.ask("GET", `/v1/trainers/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep her; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putTrainersId(id: string, body: PutTrainersIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutTrainersIdAnswer>> {
    return this.ask("PUT", `/v1/trainers/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** When a trainer can come; its version as ETag. Roles: coordinator, trainer. Answers 200. */
  getTrainersIdAvailability(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetTrainersIdAvailabilityAnswer>> {
    return this.ask("GET", `/v1/trainers/${encodeURIComponent(id)}/availability`, undefined, headers);
  }

  /** Keep when she can come; If-Match says which version was seen. Roles: coordinator, trainer. Answers 200. */
  putTrainersIdAvailability(id: string, body: PutTrainersIdAvailabilityBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutTrainersIdAvailabilityAnswer>> {
    return this.ask("PUT", `/v1/trainers/${encodeURIComponent(id)}/availability`, body, { ...condition(seen), ...headers });
  }

  /** A session of the pool; its version as ETag. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getSessionsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSessionsIdAnswer>> {
    return this.ask("GET", `/v1/sessions/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a session; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putSessionsId(id: string, body: PutSessionsIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutSessionsIdAnswer>> {
    return this.ask("PUT", `/v1/sessions/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Cancel a session; If-Match says which version was seen. Roles: coordinator. Answers 204. */
  deleteSessionsId(id: string, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/sessions/${encodeURIComponent(id)}`, undefined, { ...condition(seen), ...headers });
  }

  /** The papers of programmes. Roles: coordinator. Answers 200. */
  getProgrammes(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetProgrammesAnswer>> {
    return this.ask("GET", `/v1/programmes`, undefined, headers);
  }

  /** A programme's order, needs, choice, groups without codes, terms and quote, small counts left out; its version as ETag. Roles: coordinator. Answers 200. */
  getProgrammesId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetProgrammesIdAnswer>> {
    return this.ask("GET", `/v1/programmes/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep papers, all of them or none; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putProgrammesId(id: string, body: PutProgrammesIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutProgrammesIdAnswer>> {
    return this.ask("PUT", `/v1/programmes/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Who is in which group, who waits and why, by their codes. Roles: coordinator. Answers 200. */
  getProgrammesIdIntake(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetProgrammesIdIntakeAnswer>> {
    return this.ask("GET", `/v1/programmes/${encodeURIComponent(id)}/intake`, undefined, headers);
  }

  /** Answers out of exports of survey tools, kept with their outcome; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdAnswers(id: string, body: PostProgrammesIdAnswersBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdAnswersAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/answers`, body, { ...condition(seen), ...headers });
  }

  /** Participants out of a filled-in list; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdParticipants(id: string, body: PostProgrammesIdParticipantsBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdParticipantsAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/participants`, body, { ...condition(seen), ...headers });
  }

  /** Three alternatives, or wishes that cannot go together; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdChoice(id: string, body: PostProgrammesIdChoiceBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdChoiceAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/choice`, body, { ...condition(seen), ...headers });
  }

  /** The participants in groups, kept as those of an item; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdGroups(id: string, body: PostProgrammesIdGroupsBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdGroupsAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/groups`, body, { ...condition(seen), ...headers });
  }

  /** The groups of an item left out again; formed anew they come back; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdUngrouping(id: string, body: PostProgrammesIdUngroupingBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdUngroupingAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/ungrouping`, body, { ...condition(seen), ...headers });
  }

  /** The quote for the sessions of an alternative, by the terms; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdQuote(id: string, body: PostProgrammesIdQuoteBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdQuoteAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/quote`, body, { ...condition(seen), ...headers });
  }

  /** Book the sessions of an alternative into the pool; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdBooking(id: string, body: PostProgrammesIdBookingBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdBookingAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/booking`, body, { ...condition(seen), ...headers });
  }

  /** What must be ready, and what a plan pays against the budget; the version that was saved as ETag. Roles: coordinator. Answers 200. */
  postProgrammesIdStanding(id: string, body: PostProgrammesIdStandingBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdStandingAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/standing`, body, headers);
  }

  /** What was held and for how many, out of a filled-in list; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postProgrammesIdHeld(id: string, body: PostProgrammesIdHeldBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdHeldAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/held`, body, { ...condition(seen), ...headers });
  }

  /** A page or file of a programme: report, quote, intake, readiness, account, or an empty list to fill in; the version that was saved as ETag. Roles: coordinator. Answers 200. */
  postProgrammesIdPages(id: string, body: PostProgrammesIdPagesBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostProgrammesIdPagesAnswer>> {
    return this.ask("POST", `/v1/programmes/${encodeURIComponent(id)}/pages`, body, headers);
  }

  /** The organisations that trainers belong to, each with its version. Roles: coordinator. Answers 200. */
  getOrganisations(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetOrganisationsAnswer>> {
    return this.ask("GET", `/v1/organisations`, undefined, headers);
  }

  /** A organisation of trainers; its version as ETag. Roles: coordinator. Answers 200. */
  getOrganisationsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetOrganisationsIdAnswer>> {
    return this.ask("GET", `/v1/organisations/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a organisation of trainers; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putOrganisationsId(id: string, body: PutOrganisationsIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutOrganisationsIdAnswer>> {
    return this.ask("PUT", `/v1/organisations/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Take a organisation of trainers away on which nothing hangs; If-Match says which version was seen. Roles: coordinator. Answers 204. */
  deleteOrganisationsId(id: string, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/organisations/${encodeURIComponent(id)}`, undefined, { ...condition(seen), ...headers });
  }

  /** The clients with their contacts, each with its version. Roles: coordinator. Answers 200. */
  getClients(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetClientsAnswer>> {
    return this.ask("GET", `/v1/clients`, undefined, headers);
  }

  /** A client with its contacts; its version as ETag. Roles: coordinator. Answers 200. */
  getClientsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetClientsIdAnswer>> {
    return this.ask("GET", `/v1/clients/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a client with its contacts; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putClientsId(id: string, body: PutClientsIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutClientsIdAnswer>> {
    return this.ask("PUT", `/v1/clients/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Take a client with its contacts away on which nothing hangs; If-Match says which version was seen. Roles: coordinator. Answers 204. */
  deleteClientsId(id: string, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/clients/${encodeURIComponent(id)}`, undefined, { ...condition(seen), ...headers });
  }

  /** The local organisations, each with its version. Roles: coordinator. Answers 200. */
  getLocals(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetLocalsAnswer>> {
    return this.ask("GET", `/v1/locals`, undefined, headers);
  }

  /** A local organisation; its version as ETag. Roles: coordinator. Answers 200. */
  getLocalsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetLocalsIdAnswer>> {
    return this.ask("GET", `/v1/locals/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a local organisation; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putLocalsId(id: string, body: PutLocalsIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutLocalsIdAnswer>> {
    return this.ask("PUT", `/v1/locals/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Take a local organisation away on which nothing hangs; If-Match says which version was seen. Roles: coordinator. Answers 204. */
  deleteLocalsId(id: string, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/locals/${encodeURIComponent(id)}`, undefined, { ...condition(seen), ...headers });
  }

  /** The programmes' budgets and clients, each with its version. Roles: coordinator. Answers 200. */
  getBudgets(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetBudgetsAnswer>> {
    return this.ask("GET", `/v1/budgets`, undefined, headers);
  }

  /** A programme's budget and client; its version as ETag. Roles: coordinator. Answers 200. */
  getBudgetsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetBudgetsIdAnswer>> {
    return this.ask("GET", `/v1/budgets/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a programme's budget and client; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putBudgetsId(id: string, body: PutBudgetsIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutBudgetsIdAnswer>> {
    return this.ask("PUT", `/v1/budgets/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Take a programme's budget and client away on which nothing hangs; If-Match says which version was seen. Roles: coordinator. Answers 204. */
  deleteBudgetsId(id: string, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/budgets/${encodeURIComponent(id)}`, undefined, { ...condition(seen), ...headers });
  }

  /** The series of sessions, each with its version. Roles: coordinator. Answers 200. */
  getSeries(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeriesAnswer>> {
    return this.ask("GET", `/v1/series`, undefined, headers);
  }

  /** A series of sessions; its version as ETag. Roles: coordinator. Answers 200. */
  getSeriesId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeriesIdAnswer>> {
    return this.ask("GET", `/v1/series/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a series of sessions; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator. Answers 200. */
  putSeriesId(id: string, body: PutSeriesIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutSeriesIdAnswer>> {
    return this.ask("PUT", `/v1/series/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Take a series of sessions away on which nothing hangs; If-Match says which version was seen. Roles: coordinator. Answers 204. */
  deleteSeriesId(id: string, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<null>> {
    return this.ask("DELETE", `/v1/series/${encodeURIComponent(id)}`, undefined, { ...condition(seen), ...headers });
  }

  /** Where exactly a session is; its version as ETag. Roles: coordinator. Answers 200. */
  getSessionsIdVenue(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSessionsIdVenueAnswer>> {
    return this.ask("GET", `/v1/sessions/${encodeURIComponent(id)}/venue`, undefined, headers);
  }

  /** Keep where it is; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  putSessionsIdVenue(id: string, body: PutSessionsIdVenueBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutSessionsIdVenueAnswer>> {
    return this.ask("PUT", `/v1/sessions/${encodeURIComponent(id)}/venue`, body, { ...condition(seen), ...headers });
  }

  /** Keep what she agreed to have done with her name and pictures; If-Match says which version was seen. Roles: coordinator, trainer. Answers 200. */
  putTrainersIdWishes(id: string, body: PutTrainersIdWishesBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutTrainersIdWishesAnswer>> {
    return this.ask("PUT", `/v1/trainers/${encodeURIComponent(id)}/wishes`, body, { ...condition(seen), ...headers });
  }

  /** Keep all that she consents to; If-Match says which version was seen. Roles: coordinator, trainer. Answers 200. */
  putTrainersIdConsents(id: string, body: PutTrainersIdConsentsBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutTrainersIdConsentsAnswer>> {
    return this.ask("PUT", `/v1/trainers/${encodeURIComponent(id)}/consents`, body, { ...condition(seen), ...headers });
  }

  /** Where and with whom she must never be, how near to her own community, how often; its version as ETag. Roles: safetyOfficer. Answers 200. */
  getTrainersIdProtection(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetTrainersIdProtectionAnswer>> {
    return this.ask("GET", `/v1/trainers/${encodeURIComponent(id)}/protection`, undefined, headers);
  }

  /** Protect her more: it holds at once, in every season. Roles: safetyOfficer. Answers 200. */
  postTrainersIdProtection(id: string, body: PostTrainersIdProtectionBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostTrainersIdProtectionAnswer>> {
    return this.ask("POST", `/v1/trainers/${encodeURIComponent(id)}/protection`, body, headers);
  }

  /** Ask to protect her less: done once a second safety officer asks the same. Roles: safetyOfficer. Answers 200. */
  postTrainersIdProtectionRemovals(id: string, body: PostTrainersIdProtectionRemovalsBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostTrainersIdProtectionRemovalsAnswer>> {
    return this.ask("POST", `/v1/trainers/${encodeURIComponent(id)}/protection/removals`, body, headers);
  }

  /** The seasons. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getSeasons(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeasonsAnswer>> {
    return this.ask("GET", `/v1/seasons`, undefined, headers);
  }

  /** Build a season of what the pool has; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator, safetyOfficer. Answers 200. */
  postSeasons(body: PostSeasonsBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostSeasonsAnswer>> {
    return this.ask("POST", `/v1/seasons`, body, { ...condition(seen), ...headers });
  }

  /** A season: period, sessions and their dates; the version that was saved as ETag. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getSeasonsId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeasonsIdAnswer>> {
    return this.ask("GET", `/v1/seasons/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Whom to ask about what is published, and their answers. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getSeasonsIdReplies(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeasonsIdRepliesAnswer>> {
    return this.ask("GET", `/v1/seasons/${encodeURIComponent(id)}/replies`, undefined, headers);
  }

  /** Keep what a trainer answered. Roles: coordinator. Answers 200. */
  postSeasonsIdReplies(id: string, body: PostSeasonsIdRepliesBody, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostSeasonsIdRepliesAnswer>> {
    return this.ask("POST", `/v1/seasons/${encodeURIComponent(id)}/replies`, body, headers);
  }

  /** When the trainers of one's own organisation can come in its period. Roles: coordinator. Answers 200. */
  getSeasonsIdAvailability(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeasonsIdAvailabilityAnswer>> {
    return this.ask("GET", `/v1/seasons/${encodeURIComponent(id)}/availability`, undefined, headers);
  }

  /** Observances and school holidays of its period. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getSeasonsIdCalendar(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeasonsIdCalendarAnswer>> {
    return this.ask("GET", `/v1/seasons/${encodeURIComponent(id)}/calendar`, undefined, headers);
  }

  /** The team sheets of what is published, as a page. Roles: coordinator. Answers 200. */
  getSeasonsIdSheets(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetSeasonsIdSheetsAnswer>> {
    return this.ask("GET", `/v1/seasons/${encodeURIComponent(id)}/sheets`, undefined, headers);
  }

  /** The plans, and how they stand. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getPlans(headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetPlansAnswer>> {
    return this.ask("GET", `/v1/plans`, undefined, headers);
  }

  /** A plan; the version that was saved as ETag. Roles: coordinator, safetyOfficer, auditor. Answers 200. */
  getPlansId(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GetPlansIdAnswer>> {
    return this.ask("GET", `/v1/plans/${encodeURIComponent(id)}`, undefined, headers);
  }

  /** Keep a plan; If-Match says which version was seen, If-None-Match: * that there is none. Roles: coordinator, safetyOfficer. Answers 200. */
  putPlansId(id: string, body: PutPlansIdBody, seen: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PutPlansIdAnswer>> {
    return this.ask("PUT", `/v1/plans/${encodeURIComponent(id)}`, body, { ...condition(seen), ...headers });
  }

  /** Publish a plan; If-Match says which version was seen. Roles: coordinator. Answers 200. */
  postPlansIdPublication(id: string, body: PostPlansIdPublicationBody, seen: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<PostPlansIdPublicationAnswer>> {
    return this.ask("POST", `/v1/plans/${encodeURIComponent(id)}/publication`, body, { ...condition(seen), ...headers });
  }

  private async ask<T>(method: string, at: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Answer<T>> {
    const answer = await fetch(this.url + at, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status >= 400) throw await refusal(answer);
    const text = await answer.text();
    const value: unknown = text === "" ? null : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, value: value as T };
  }
}
