import { createHash } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { germanDay } from '../sites/address-history.ts'
import { exportFile } from './export-file.ts'
import { insertExport, oneExportAtATime, type StoredExport, tell, toldListings } from './export-store.ts'
import { changesBetween, type Held, type ListingChange, listingOf } from './listing.ts'
import { NothingToTell } from './problems.ts'
import { deleteEntry, LISTED_STATES, listEntries, type StoredEntry } from './store.ts'

/** Entries read at a time. */
const AT_A_TIME = 500

/**
 * The file with all that has changed since the one before, and the memory that the publisher has been told so: both or neither. For the operator's own work.
 * Entries whose number is gone end with it. Throws `NothingToTell`.
 */
export async function makeExport(tx: Tx, by: string, epochMs: number): Promise<StoredExport> {
  await oneExportAtATime(tx)
  const { listed, ended } = await wantedListings(tx, epochMs)
  const changes = changesBetween(await toldListings(tx), listed)
  for (const id of ended) await deleteEntry(tx, id)
  if (changes.length === 0) throw new NothingToTell()
  await tell(tx, changes)
  const content = exportFile(changes)
  const digest = createHash('sha256').update(content).digest('hex')
  const count = (kind: ListingChange['kind']): number => changes.filter((change) => change.kind === kind).length
  const counts = { created: count('create'), changed: count('change'), deleted: count('delete') }
  return insertExport(tx, { ...counts, content, digest, madeAt: new Date(epochMs), madeBy: by })
}

/** How much the next file would tell. */
export async function waitingChanges(tx: Tx, epochMs: number): Promise<number> {
  return changesBetween(await toldListings(tx), (await wantedListings(tx, epochMs)).listed).length
}

interface Wanted {
  readonly listed: ReadonlyMap<string, Held>
  /** Entries whose number has been given back or is with another carrier. */
  readonly ended: readonly string[]
}

async function wantedListings(tx: Tx, epochMs: number): Promise<Wanted> {
  const today = germanDay(epochMs)
  const listed = new Map<string, Held>()
  const ended: string[] = []
  for (let after: string | undefined; ; ) {
    const entries = await listEntries(tx, { after, limit: AT_A_TIME })
    for (const entry of entries) {
      const listing = shownListing(entry, today)
      if (listing !== undefined) listed.set(entry.id, { tenantId: entry.tenantId, listing })
      if (isEnded(entry)) ended.push(entry.id)
    }
    if (entries.length < AT_A_TIME) return { listed, ended }
    after = entries.at(-1)?.id
  }
}

/** As the next file would tell it; undefined: not at all. */
export function shownListing(entry: StoredEntry, today: string) {
  const { size, numberState } = entry
  return size === null || numberState === null || !LISTED_STATES.has(numberState) ? undefined : listingOf(entry, size, today)
}

/** Its number is gone: given back, in quarantine or with another carrier. */
export function isEnded({ numberState }: Pick<StoredEntry, 'numberState'>): boolean {
  return numberState === null || numberState === 'quarantined'
}
