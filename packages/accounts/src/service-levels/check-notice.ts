import type { Text, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { DEFAULT_TIME_ZONE, type TenantProfile } from '../snapshot.ts'
import { earliestBegin, isExcluded } from './maintenance.ts'
import { announcedOf, type StoredWindow } from './maintenance-store.ts'
import { NoticeTooShort } from './problems.ts'
import type { ServiceLevelProfile } from './service-level-profile.ts'

/** Customers that are named in a refusal. */
const NAMED = 5

interface Affected {
  readonly name: string
  readonly level: ServiceLevelProfile | null
  readonly zone: string | null
}

/**
 * Whether every customer's contract leaves a window out of account (SLA-03). Only customers who were promised an availability are asked. Throws `NoticeTooShort`,
 * which names the first time that suits all of them.
 */
export async function assertNotice(tx: Tx, window: Omit<StoredWindow, 'id' | 'madeBy'>): Promise<void> {
  const announced = announcedOf(window)
  const refusing: string[] = []
  const begins: (number | undefined)[] = []
  for (const { name, level, zone } of await promised(tx, window.customers)) {
    const rules = level?.maintenance ?? []
    const timeZone = zone ?? DEFAULT_TIME_ZONE
    if (isExcluded(announced, rules, timeZone)) continue
    refusing.push(name)
    begins.push(earliestBegin(announced, rules, timeZone))
  }
  if (refusing.length === 0) return
  const known = begins.filter((begin) => begin !== undefined)
  const earliest = known.length < begins.length ? undefined : timeText(Math.max(...known))
  throw new NoticeTooShort(refusing.slice(0, NAMED), refusing.length, earliest)
}

/** Customers with the same promise are asked once: one of them stands for all of them. */
async function promised(tx: Tx, customers: readonly string[] | null): Promise<readonly Affected[]> {
  const whom = customers === null ? sql`suspended_at IS NULL` : sql`id = ANY (${[...customers]}::uuid[])`
  const { rows } = await sql<Affected>`
    SELECT min(name) AS name, (profile -> 'serviceLevel') AS level, profile ->> 'timeZone' AS zone FROM tenant
    WHERE ${whom} AND jsonb_array_length(coalesce(profile -> 'serviceLevel' -> 'availability', '[]')) > 0
    GROUP BY profile -> 'serviceLevel', profile ->> 'timeZone'`.execute(
    tx.tables<{ readonly tenant: { readonly profile: TenantProfile } }>(),
  )
  return rows
}

/** As the operator reads it. */
export function timeText(epochMs: number, timeZone = DEFAULT_TIME_ZONE): Text {
  const time = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(timeZone)
  const [day, clock] = [time.toPlainDate().toString(), time.toPlainTime().toString({ smallestUnit: 'minute' })]
  return { de: `${day.split('-').toReversed().join('.')}, ${clock} Uhr`, en: `${day}, ${clock}` }
}
