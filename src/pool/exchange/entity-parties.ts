/** Organisations, clients, local organisations and programmes as rows, and back. */
import * as z from "zod";
import { LARGEST, listOf, record, text, whole } from "../../model/leaves.js";
import { judging } from "../store/bodies.js";
import type { Entity, RowOf, Rows, SheetKey } from "./columns.js";
import { CLIENT_CONTACTS, CLIENTS, LOCAL_CONTACTS, LOCALS, ORGANISATIONS, PROGRAMMES } from "./sheet-parties.js";

const orNull = z.nullable(text);
const contact = record({ name: text, task: orNull, email: orNull, phone: orNull });
const organisationSchema = record({ id: text, name: text });
const clientSchema = record({ id: text, name: text, contacts: listOf(contact, "contacts") });
const localSchema = record({
  id: text,
  name: text,
  place: orNull,
  communities: listOf(text, "tags"),
  contacts: listOf(contact, "contacts"),
});
const programmeSchema = record({ id: text, client: orNull, budget: whole(0, LARGEST) });

/** An organisation that trainers belong to. */
export type OrganisationRecord = Readonly<z.infer<typeof organisationSchema>>;
/** Who asks for programmes, with whom to speak there. */
export type ClientRecord = Readonly<z.infer<typeof clientSchema>>;
/** An organisation in a municipality with which the alliance works together. */
export type LocalRecord = Readonly<z.infer<typeof localSchema>>;
export type ProgrammeRecord = Readonly<z.infer<typeof programmeSchema>>;

export const ORGANISATION: Entity<OrganisationRecord> = {
  key: "organisation",
  main: ORGANISATIONS,
  details: [],
  toRows: ({ id, name }) => ({ main: { code: id, name }, details: {} }),
  fromRows: ({ main }) => {
    const { code, name } = main as RowOf<typeof ORGANISATIONS>;
    return { id: code, name };
  },
  judge: judging(organisationSchema, "the organisation"),
};

/** The contacts among a party's rows. */
function contactsIn(rows: Rows, sheet: SheetKey) {
  return (rows.details[sheet] ?? []).map((row) => {
    const { of, ...rest } = row as RowOf<typeof CLIENT_CONTACTS>;
    return rest;
  });
}

export const CLIENT: Entity<ClientRecord> = {
  key: "client",
  main: CLIENTS,
  details: [CLIENT_CONTACTS],
  toRows: ({ id, name, contacts }) => ({
    main: { code: id, name },
    details: { clientContacts: contacts.map((one) => ({ of: id, ...one })) },
  }),
  fromRows: (rows) => {
    const { code, name } = rows.main as RowOf<typeof CLIENTS>;
    return { id: code, name, contacts: contactsIn(rows, "clientContacts") };
  },
  judge: judging(clientSchema, "the client"),
};

export const LOCAL: Entity<LocalRecord> = {
  key: "local",
  main: LOCALS,
  details: [LOCAL_CONTACTS],
  toRows: ({ id, name, place, communities, contacts }) => ({
    main: { code: id, name, place, communities },
    details: { localContacts: contacts.map((one) => ({ of: id, ...one })) },
  }),
  fromRows: (rows) => {
    const { code, ...rest } = rows.main as RowOf<typeof LOCALS>;
    return { id: code, ...rest, contacts: contactsIn(rows, "localContacts") };
  },
  judge: judging(localSchema, "the local organisation"),
};

export const PROGRAMME: Entity<ProgrammeRecord> = {
  key: "programme",
  main: PROGRAMMES,
  details: [],
  toRows: ({ id, client, budget }) => ({ main: { code: id, client, budget }, details: {} }),
  fromRows: ({ main }) => {
    const { code, client, budget } = main as RowOf<typeof PROGRAMMES>;
    return { id: code, client, budget };
  },
  judge: judging(programmeSchema, "the programme"),
};
