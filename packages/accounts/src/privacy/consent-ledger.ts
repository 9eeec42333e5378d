import { randomUUIDv7 } from 'node:crypto'
import type { Clock } from '@klinke/foundation'
import {
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'

export const CONSENT_PURPOSES = ['marketing-mail', 'marketing-phone', 'newsletter', 'directory-entry', 'inverse-search'] as const
const CHANNELS = ['portal', 'paper', 'mail', 'phone'] as const

interface LedgerTable {
  readonly id: string
  readonly tenant_id: string
  readonly purpose: (typeof CONSENT_PURPOSES)[number]
  readonly person: string
  readonly email: string | null
  readonly given: boolean
  readonly text_version: string
  readonly wording: string
  readonly channel: (typeof CHANNELS)[number]
  readonly recorded_by: string
  readonly at: Date
}
interface LedgerTables {
  readonly consent_entry: LedgerTable
}

const said = {
  purpose: z
    .enum(CONSENT_PURPOSES)
    .describe('What for; each by itself: nobody consents to advertising by ordering')
    .meta({ examples: ['newsletter'] }),
  person: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Whose consent it is')
    .meta({ examples: ['Anna Beispiel'] }),
  email: z.email().toLowerCase().nullish().describe('The address it is about, if any'),
  given: z.boolean().describe('false: it is withdrawn, which is as easy as giving it (Art. 7 (3) GDPR)'),
  textVersion: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .meta({ examples: ['2026-01'] }),
  wording: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .describe('The words that were consented to')
    .meta({ examples: ['Ja, ich möchte den Newsletter bekommen.'] }),
  channel: z.enum(CHANNELS).meta({ examples: ['portal'] }),
}
const newEntry = z.strictObject({ tenantId: z.uuid().optional(), ...said })
const entryView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), ...said, email: z.string().nullable() },
  ...{ recordedBy: z.string(), at: z.iso.datetime() },
})
const tags = ['privacy']

/** The ledger of consents (Art. 7 GDPR, PRI-02): who has given or withdrawn what, when, in which words, by which channel. Entries are only added. */
export function consentLedgerRoutes(database: Database, clock: Pick<Clock, 'epochMs'>): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
    const list = { tags, summary: 'List consents given and withdrawn, the newest first', querystring, response: { 200: pageOf(entryView) } }
    api.get('/consent-entries', { schema: list }, async (request) => {
      const { limit, cursor, tenantId } = request.query
      const before = decodeCursor(cursor, 1)?.[0]
      const found = await inScope(database, principalOf(request), tenantId, (tx) => listEntries(tx, limit + 1, before))
      return page(found, limit, view, ({ id }) => [id])
    })
    const make = { tags, summary: 'Note that a consent was given or withdrawn', body: newEntry, response: { 201: entryView } }
    api.post('/consent-entries', { schema: make }, async (request, reply) => {
      const { tenantId: wanted, email, textVersion, ...entry } = request.body
      const tenantId = owningTenant(principalOf(request), wanted)
      const said = { ...entry, tenantId, email: email ?? null, textVersion, recordedBy: holderOf(request).name }
      const made = await database.withOperator((tx) => noteConsent(tx, { ...said, at: new Date(clock.epochMs()) }))
      return reply.code(201).send(view(made))
    })
  }
}

/** A consent that somebody gave or withdrew, with the words it is about. */
export interface NotedConsent {
  readonly tenantId: string
  readonly purpose: LedgerTable['purpose']
  readonly person: string
  readonly email: string | null
  readonly given: boolean
  readonly textVersion: string
  readonly wording: string
  readonly channel: LedgerTable['channel']
  readonly recordedBy: string
  readonly at: Date
}

/** Adds an entry to the ledger. */
export function noteConsent(tx: Tx, { tenantId, textVersion, recordedBy, ...said }: NotedConsent): Promise<Selectable<LedgerTable>> {
  const values = { id: randomUUIDv7(), ...said, tenant_id: tenantId, text_version: textVersion, recorded_by: recordedBy }
  return tx.tables<LedgerTables>().insertInto('consent_entry').values(values).returningAll().executeTakeFirstOrThrow()
}

/** Whose consents are meant. */
export interface ConsentingPerson {
  readonly emails: readonly string[]
  readonly names: readonly string[]
}

/**
 * What holds now: the last word of each person about each purpose and address, where it was given. Of a person what was said under one of the addresses or
 * names, and under any name that the ledger knows with one of the addresses: the form of an order has the address for invoices, a consent to calls has none.
 * `undefined`: all of the customer.
 */
export async function validConsents(
  tx: Tx,
  tenantId: string,
  whose: ConsentingPerson | undefined,
): Promise<readonly Selectable<LedgerTable>[]> {
  const names = (whose?.names ?? []).map((name) => name.toLowerCase())
  const isMeant =
    whose === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(email = ANY(${whose.emails}::text[]) OR lower(person) = ANY(${names}::text[]) OR lower(person) IN (
          SELECT lower(known.person) FROM consent_entry AS known WHERE known.tenant_id = ${tenantId} AND known.email = ANY(${whose.emails}::text[])))`
  const query = tx
    .tables<LedgerTables>()
    .selectFrom('consent_entry')
    .selectAll()
    .distinctOn(['purpose', 'person', 'email'])
    .where('tenant_id', '=', tenantId)
    .where(isMeant)
    .orderBy('purpose')
    .orderBy('person')
    .orderBy('email')
    .orderBy('id', 'desc')
  return (await query.execute()).filter(({ given }) => given)
}

function listEntries(tx: Tx, limit: number, before: string | undefined): Promise<readonly Selectable<LedgerTable>[]> {
  const query = tx.tables<LedgerTables>().selectFrom('consent_entry').selectAll().orderBy('id', 'desc').limit(limit)
  return (before === undefined ? query : query.where('id', '<', before)).execute()
}

function view({ tenant_id, text_version, recorded_by, at, ...entry }: Selectable<LedgerTable>): z.infer<typeof entryView> {
  return { ...entry, tenantId: tenant_id, textVersion: text_version, recordedBy: recorded_by, at: at.toISOString() }
}
