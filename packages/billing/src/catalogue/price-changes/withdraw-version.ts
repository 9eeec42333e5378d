import { NotFound, type Tx } from '@klinke/platform'
import type { Day } from '../../contracts/contract.ts'
import { contractOf } from '../../contracts/fold.ts'
import { findHistory, record } from '../../contracts/store.ts'
import { TariffVersionHolds } from '../../rated-calls/problems.ts'
import { findVersion } from '../store.ts'
import { VersionWithdrawn } from './rules.ts'
import { markVersionWithdrawn, type ToldNotice, withdrawChanges } from './withdrawal-store.ts'

/**
 * Takes a version of a profile back before it holds: new contracts do not get it, nobody is told of its prices any more, and contracts that had been given them
 * keep those that they have. Who was told is told again by `PriceTeller`. Contracts that were made with the version itself keep it: it was agreed.
 * Throws `NotFound`, `VersionWithdrawn`, and `TariffVersionHolds` once it holds for anybody.
 */
export async function withdrawVersion(
  tx: Tx,
  versionId: string,
  { by, at, today }: { readonly by: string; readonly at: Date; readonly today: Day },
): Promise<void> {
  const version = await findVersion(tx, versionId)
  if (version === undefined) throw new NotFound('version of a tariff', versionId)
  if (version.isWithdrawn) throw new VersionWithdrawn()
  const told = await withdrawChanges(tx, versionId, at)
  const days = [version.validFrom.toString(), ...told.map(({ holdsFrom }) => holdsFrom)].sort()
  const [first] = days.filter((day) => day <= today.toString())
  if (first !== undefined) throw new TariffVersionHolds(first)
  await markVersionWithdrawn(tx, versionId, { by, at })
  for (const notice of told) await takeBackPrices(tx, notice, versionId, { by, atMs: at.getTime() })
}

async function takeBackPrices(
  tx: Tx,
  { contractId }: ToldNotice,
  versionId: string,
  recording: { readonly by: string; readonly atMs: number },
): Promise<void> {
  const history = await findHistory(tx, contractId, 'for update')
  if (history === undefined || contractOf(history) === undefined) return
  const gone = new Set(history.events.flatMap((event) => (event.kind === 'withdrawn' ? [event.eventId] : [])))
  const event = history.events.find((each) => each.kind === 'prices-changed' && each.versionId === versionId && !gone.has(each.id))
  if (event !== undefined) await record(tx, history, [{ kind: 'withdrawn', eventId: event.id }], recording)
}
