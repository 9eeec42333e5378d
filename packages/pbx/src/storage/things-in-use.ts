import type { Registration } from '@klinke/calls'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { usedBytes } from './quota.ts'

const GIBIBYTE = 1024 ** 3

/** Something of a customer that can be charged by what is there. */
export interface ThingOfTenant {
  /** Licences that are provided; extensions with a telephone in a browser or an app that is registered over WebSocket now; started GiB that are stored (REC-01). */
  readonly kind: 'extensions' | 'app-clients' | 'storage-gigabytes'
  /** Id of the extension; of storage its kind, because there is one. */
  readonly subject: string
  readonly siteId: string | undefined
  readonly quantity: number
}

/** What the tenant that `tx` is for has now. `registered`: its registrations. */
export async function thingsOf(
  tx: Tx,
  registered: Iterable<Pick<Registration, 'extensionId' | 'protocol'>>,
): Promise<readonly ThingOfTenant[]> {
  const { rows } = await sql<{ id: string; site_id: string | null }>`SELECT id, site_id FROM extension ORDER BY id`.execute(tx.tables())
  const byApp = new Set<string>()
  for (const { extensionId, protocol } of registered) if (protocol === 'WS' || protocol === 'WSS') byApp.add(extensionId)
  const things = rows.map(({ id, site_id }) => ({ subject: id, siteId: site_id ?? undefined, quantity: 1 }))
  const gibibytes = Math.ceil((await usedBytes(tx)) / GIBIBYTE)
  return [
    ...things.map((thing) => ({ kind: 'extensions' as const, ...thing })),
    ...things.filter(({ subject }) => byApp.has(subject)).map((thing) => ({ kind: 'app-clients' as const, ...thing })),
    ...(gibibytes > 0 ? [{ kind: 'storage-gigabytes' as const, subject: 'storage', siteId: undefined, quantity: gibibytes }] : []),
  ]
}
