/**
 * The schema as steps that only go forwards. A step that has been released is never edited (its checksum is kept in each
 * database): a change is a new step at the end.
 */
import { SENSITIVE_FIELDS } from "./rights.js";

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The table of one sensitive field of the pool's trainers: JSON, never indexed, never searched, no statistics. */
export const tableOf = (field: string): string => `special_${field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`;

const POOL = `
CREATE TABLE organisations (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE trainers (
  code TEXT PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisations (id),
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- What the trail calls her. Erasure destroys the row, and with it the way from the trail to her.
CREATE TABLE subjects (
  trainer TEXT PRIMARY KEY REFERENCES trainers (code) ON DELETE CASCADE,
  subject TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE consents (
  trainer TEXT NOT NULL REFERENCES trainers (code) ON DELETE CASCADE,
  field TEXT NOT NULL,
  purpose TEXT NOT NULL,
  given TEXT NOT NULL,
  withdrawn TEXT,
  PRIMARY KEY (trainer, field, purpose, given)
) STRICT;
${["roles", "backgrounds", "languages", "traits", "exposure", "ownCommunityKm", "avoidPlaces", "avoidTrainers"]
  .map(
    (field) => `CREATE TABLE ${tableOf(field)} (
  trainer TEXT PRIMARY KEY REFERENCES trainers (code) ON DELETE CASCADE,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;`,
  )
  .join("\n")}
CREATE TABLE trail (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  purpose TEXT NOT NULL,
  field TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE trail_head (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO trail_head VALUES (1, 0, '');
CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER trail_in_order BEFORE INSERT ON trail WHEN NEW.seq IS NOT (SELECT seq + 1 FROM trail_head)
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER trail_head_stays BEFORE DELETE ON trail_head BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
`;

const WORK = `
CREATE TABLE clients (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE programmes (
  id TEXT PRIMARY KEY,
  client TEXT REFERENCES clients (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  client TEXT REFERENCES clients (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE session_excludes (
  session TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
`;

const SEASONS = `
CREATE TABLE seasons (id TEXT PRIMARY KEY, body TEXT NOT NULL CHECK (json_valid(body))) STRICT;
CREATE TABLE season_special (
  season TEXT NOT NULL REFERENCES seasons (id) ON DELETE CASCADE,
  trainer TEXT NOT NULL REFERENCES trainers (code),
  field TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (season, trainer, field)
) STRICT;
CREATE TABLE season_excludes (
  season TEXT NOT NULL REFERENCES seasons (id) ON DELETE CASCADE,
  session TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (season, session)
) STRICT;
CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  season TEXT NOT NULL REFERENCES seasons (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
`;

const DIRECTORY = `
CREATE TABLE availability (
  trainer TEXT PRIMARY KEY REFERENCES trainers (code) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE client_contacts (
  client TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE locals (id TEXT PRIMARY KEY, body TEXT NOT NULL CHECK (json_valid(body))) STRICT;
`;

/** `published.body` holds the dates and teams that were agreed, with the dates written out: indices follow no rebuilt season. */
const LIFE = `
CREATE TABLE series (id TEXT PRIMARY KEY, body TEXT NOT NULL CHECK (json_valid(body))) STRICT;
-- How often a record was saved: what a writer must have seen to write over it.
CREATE TABLE versions (kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (kind, id)) STRICT;
CREATE TABLE published (
  season TEXT PRIMARY KEY REFERENCES seasons (id) ON DELETE CASCADE,
  plan TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- Who agreed that it be published: accounts.
CREATE TABLE agreements (
  season TEXT NOT NULL REFERENCES seasons (id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  plan TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (season, account, plan)
) STRICT;
CREATE TABLE replies (
  season TEXT NOT NULL REFERENCES seasons (id) ON DELETE CASCADE,
  session TEXT NOT NULL,
  trainer TEXT NOT NULL REFERENCES trainers (code) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (season, session, trainer)
) STRICT;
-- Whose names an organisation has come to need: trainers suggested for or assigned to its sessions.
CREATE TABLE named (
  organisation TEXT NOT NULL REFERENCES organisations (id),
  trainer TEXT NOT NULL REFERENCES trainers (code) ON DELETE CASCADE,
  PRIMARY KEY (organisation, trainer)
) STRICT;
-- What one safety officer asked to take away of what protects a trainer, for another one to confirm.
CREATE TABLE special_removals (
  trainer TEXT NOT NULL REFERENCES trainers (code) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  asked TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (trainer, field, value)
) STRICT;
-- Where exactly, whom to ask for there, how to come and go safely: for the sheet that a team takes along.
CREATE TABLE venues (
  session TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- Times at which her own calendar is full, in the place of those that were read before.
CREATE TABLE busy (
  trainer TEXT PRIMARY KEY REFERENCES trainers (code) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- What she agreed to have done with her name and pictures, and within which limits she tells her story.
CREATE TABLE wishes (
  trainer TEXT PRIMARY KEY REFERENCES trainers (code) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
`;

const PAPERS = `
CREATE TABLE papers (
  programme TEXT NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  at TEXT NOT NULL,
  PRIMARY KEY (programme, kind, part)
) STRICT;
`;

const FACES = `
-- What opens the API, a calendar or a reply page: of the secret itself only its hash.
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT,
  trainer TEXT REFERENCES trainers (code) ON DELETE CASCADE,
  scope TEXT NOT NULL,
  at TEXT NOT NULL,
  expires TEXT,
  revoked TEXT
) STRICT;
-- Work that outlives the process that took it on.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  at TEXT NOT NULL
) STRICT;
`;

/** Whom a session excludes outlives it; a plan's bound is of one season and no other. */
const STAYS = `
CREATE TABLE kept_excludes (session TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
INSERT INTO kept_excludes SELECT session, value FROM session_excludes;
DROP TABLE session_excludes;
ALTER TABLE kept_excludes RENAME TO session_excludes;
-- Which version of each trainer a season was made of: whoever changed since is looked at anew when it is loaded.
CREATE TABLE season_built (
  season TEXT NOT NULL REFERENCES seasons (id) ON DELETE CASCADE,
  trainer TEXT NOT NULL REFERENCES trainers (code) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  PRIMARY KEY (season, trainer)
) STRICT;
-- The digest of the season for which a plan's bound was proven by this program.
CREATE TABLE proven (
  plan TEXT PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
  digest TEXT NOT NULL
) STRICT;
`;

const REACHED = `
-- How far a job has come; what was asked, which may be large, is not written again for it.
CREATE TABLE job_reached (
  job TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
`;

const CHOICES = `
-- Of which programmes a season was made: "all", or a list in which null stands for sessions of none.
CREATE TABLE season_choice (
  season TEXT PRIMARY KEY REFERENCES seasons (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
`;

const REPAIRS = `
-- Seasons of which somebody declined what is published, and how often since it was last repaired.
CREATE TABLE repairs_due (
  season TEXT PRIMARY KEY REFERENCES seasons (id) ON DELETE CASCADE,
  noes INTEGER NOT NULL
) STRICT;
`;

const FIGURES = `
-- What was found of a plan, of that version and of the season of that digest.
CREATE TABLE plan_figures (
  plan TEXT PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
`;

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: "the pool, its sensitive fields, consents and the trail", sql: POOL },
  { version: 2, name: "clients, programmes and sessions", sql: WORK },
  { version: 3, name: "seasons and plans", sql: SEASONS },
  { version: 4, name: "availability, contacts and local organisations", sql: DIRECTORY },
  { version: 5, name: "series, versions, and a plan's life after it was made", sql: LIFE },
  { version: 6, name: "the papers of programmes", sql: PAPERS },
  { version: 7, name: "tokens and jobs", sql: FACES },
  { version: 8, name: "what outlives a session, and what a bound was proven of", sql: STAYS },
  { version: 9, name: "how far jobs have come", sql: REACHED },
  { version: 10, name: "of which programmes seasons were made", sql: CHOICES },
  { version: 11, name: "repairs that are still to be made", sql: REPAIRS },
  { version: 12, name: "how plans stand, for a list of them", sql: FIGURES },
];

/** The tables of special-category values, for tests that list them from the schema. */
export const SPECIAL_TABLES: readonly string[] = [
  ...SENSITIVE_FIELDS.map(tableOf),
  "season_special",
  "season_excludes",
  "session_excludes",
  "special_removals",
];
