import { addressOfRecord } from '@klinke/calls'
import { type ImportedChange, type Text, type Tx, undoImport } from '@klinke/platform'
import { sql } from 'kysely'
import { checkDestinationsNow } from '../destinations/store.ts'
import { subjectOf } from './run-import.ts'
import { versionsOf } from './versions.ts'

/** An extension that stays when its import is taken back, and why. */
export interface KeptExtension {
  readonly extensionId: string
  readonly number: string
  readonly name: string
  readonly text: Text
}

export interface UndoneImport {
  readonly undone: number
  readonly left: number
  readonly kept: readonly KeptExtension[]
}

/** What the undoing asks about phones. */
export interface PhoneLookup {
  readonly domain: string
  /** Whether a device is registered at this address of record. */
  readonly isRegistered: (addressOfRecord: string) => boolean
}

type Reason = keyof typeof REASONS

const REASONS = {
  changed: { de: 'wurde seither geändert', en: 'has been changed since' },
  registered: { de: 'hat ein angemeldetes Telefon', en: 'has a registered phone' },
  called: { de: 'hat seither telefoniert', en: 'has made or taken calls since' },
  login: { de: 'hat einen Zugang zum Portal', en: 'has a login to the portal' },
  destination: { de: 'ist Ziel von Anrufen', en: 'has calls led to it' },
} as const satisfies Record<string, Text>

/** Deletes what an import has created, all but what is in use or has been changed since; undefined when there is none of that id. */
export async function undoExtensions(tx: Tx, tenantId: string, importId: string, phones: PhoneLookup): Promise<UndoneImport | undefined> {
  const kept: KeptExtension[] = []
  const undone = await undoImport(tx, subjectOf(tenantId), importId, async (_same, changes) => {
    const { stay, gone } = await sorted(tx, changes, phones)
    kept.push(...stay)
    return gone + stay.length
  })
  return undone && { ...undone, kept }
}

interface ExtensionRow {
  readonly id: string
  readonly number: string
  readonly name: string
}

/** `gone`: deleted by somebody before. */
async function sorted(
  tx: Tx,
  changes: readonly ImportedChange[],
  phones: PhoneLookup,
): Promise<{ readonly stay: readonly KeptExtension[]; readonly gone: number }> {
  const ids = changes.map(({ rowId }) => rowId)
  const { rows } =
    await sql<ExtensionRow>`SELECT id, number, name FROM extension WHERE id IN (${sql.join(ids)}) ORDER BY number FOR UPDATE`.execute(
      tx.tables(),
    )
  const reasons = await reasonsToStay(tx, rows, changes, phones)
  const stay = rows.flatMap(({ id, number, name }) => {
    const reason = reasons.get(id)
    return reason === undefined ? [] : [{ extensionId: id, number, name, text: REASONS[reason] }]
  })
  const mine = rows.filter(({ id }) => !reasons.has(id)).map(({ id }) => id)
  if (mine.length > 0) await sql`DELETE FROM extension WHERE id IN (${sql.join(mine)})`.execute(tx.tables())
  await checkDestinationsNow(tx)
  return { stay, gone: ids.length - rows.length }
}

/** The first that is found counts. */
async function reasonsToStay(
  tx: Tx,
  rows: readonly ExtensionRow[],
  changes: readonly ImportedChange[],
  { domain, isRegistered }: PhoneLookup,
): Promise<ReadonlyMap<string, Reason>> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const versions = await versionsOf(tx, ids)
  const [called, logins, led] = [await calledAmong(tx, ids), await loginsAmong(tx, ids), await ledToAmong(tx, ids)]
  const wasThere = new Map(changes.map(({ rowId, version }) => [rowId, version]))
  const reasonOf = ({ id, number }: ExtensionRow): Reason | undefined => {
    if (versions.get(id) !== wasThere.get(id)) return 'changed'
    if (isRegistered(addressOfRecord({ extensionNumber: number, domain }))) return 'registered'
    if (called.has(id)) return 'called'
    if (logins.has(id)) return 'login'
    return led.has(id) ? 'destination' : undefined
  }
  return new Map(rows.flatMap((row) => asEntry(row.id, reasonOf(row))))
}

function asEntry(id: string, reason: Reason | undefined): readonly (readonly [string, Reason])[] {
  return reason === undefined ? [] : [[id, reason]]
}

async function calledAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const list = sql.join([...ids])
  return found(
    tx,
    sql`SELECT caller_extension AS id FROM call_started WHERE caller_extension IN (${list})
      UNION SELECT called_extension FROM call_started WHERE called_extension IN (${list})
      UNION SELECT answered_extension FROM call_answered WHERE answered_extension IN (${list})`,
  )
}

function loginsAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return found(tx, sql`SELECT extension_id::text AS id FROM login WHERE extension_id IN (${sql.join([...ids])})`)
}

/** Led to the extension or to its mailbox, by others than itself. */
function ledToAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const list = sql.join([...ids])
  return found(
    tx,
    sql`SELECT e.id::text AS id FROM extension e LEFT JOIN mailbox m ON m.extension_id = e.id
      JOIN destination_use used ON used.target_id IN (e.id, m.id)
      WHERE e.id IN (${list}) AND used.user_id NOT IN (e.id::text, coalesce(m.id::text, ''))`,
  )
}

async function found(tx: Tx, query: ReturnType<typeof sql>): Promise<ReadonlySet<string>> {
  const { rows } = await query.execute(tx.tables())
  return new Set(rows.map((row) => String((row as { readonly id: unknown }).id)))
}
