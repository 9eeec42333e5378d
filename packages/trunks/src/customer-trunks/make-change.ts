import type { Random } from '@klinke/foundation'
import { NotFound, type Tx } from '@klinke/platform'
import { findChange, insertChange, type MadeChange, markUndone } from './change-store.ts'
import { type ChangePlan, planChange } from './changes.ts'
import type { TrunkLogin } from './customer-trunk.ts'
import { loginsFor } from './logins.ts'
import { leadToTrunk, putRangeAt, rangesNamed, rangesOf, takeFromTrunk } from './ranges.ts'
import { TrunkRuleBroken } from './refusals.ts'
import type { TrunkChange } from './rules.ts'
import { type TrunkWithAccounts, tenantOf } from './sell-trunk.ts'
import { isIn, type TrunkRange } from './sellable.ts'
import { findTrunk, replaceTrunk, type StoredTrunk } from './store.ts'
import { inState, sameState, stateOf, type TrunkState } from './trunk-state.ts'

/** What a change would do, without doing it. Throws `TrunkRuleBroken`. */
export async function previewChange(tx: Tx, trunk: StoredTrunk, change: TrunkChange): Promise<ChangePlan> {
  const added = change.kind === 'numbers' ? await rangesNamed(tx, trunk.tenantId, change.add, trunk.id) : []
  const { profile } = await tenantOf(tx, trunk.tenantId)
  return planChange({ ...trunk, ranges: await rangesOf(tx, trunk.id) }, change, { contract: profile, added })
}

/** Makes a change, and keeps what was before. Throws `TrunkRuleBroken`, `TrunkPlaceTaken`, `NoSuchSite`, `WrongOrtsnetz`. */
export async function makeChange(
  tx: Tx,
  trunk: StoredTrunk,
  change: TrunkChange,
  { by, random }: { readonly by: string; readonly random: Random },
): Promise<{ readonly made: MadeChange; readonly now: TrunkWithAccounts }> {
  const { after, effects } = await previewChange(tx, trunk, change)
  const ranges = await rangesOf(tx, trunk.id)
  const { sipDomain } = await tenantOf(tx, trunk.tenantId)
  const { logins, fresh } = loginsFor(after, loginsIn(after), sipDomain, random)
  const access = after.access.kind === 'registration' ? { kind: after.access.kind, logins } : after.access
  const { headNumber } = trunk
  const keepsHead = headNumber !== undefined && after.ranges.some((range) => isIn(headNumber, range))
  const wanted = stateOf({ ...trunk, ...after, access, headNumber: keepsHead ? headNumber : undefined }, after.ranges)
  const now = await bringInto(tx, trunk, ranges, wanted, after.ranges)
  const told = { tenantId: trunk.tenantId, trunkId: trunk.id, kind: change.kind, effects, madeBy: by }
  const made = await insertChange(tx, { ...told, before: stateOf(trunk, ranges), after: stateOf(now, after.ranges) })
  return { made, now: { trunk: now, ranges: after.ranges, fresh, domain: sipDomain } }
}

/** Takes a change back, as long as nothing else has been changed since. Throws `TrunkRuleBroken`, and as `makeChange` does. */
export async function undoChange(tx: Tx, trunkId: string, changeId: string, by: string): Promise<MadeChange> {
  const [trunk, change] = [await findTrunk(tx, trunkId, 'for update'), await findChange(tx, changeId)]
  if (trunk === undefined || change === undefined || change.trunkId !== trunkId || change.undone !== undefined)
    throw new NotFound('change of trunk', changeId)
  const ranges = await rangesOf(tx, trunkId)
  if (!sameState(stateOf(trunk, ranges), change.after))
    throw new TrunkRuleBroken('trunk-changed-since', {
      en: 'The trunk has been changed again since. Take the later change back first.',
      de: 'Der Trunk ist seitdem noch einmal geändert worden. Nehmen Sie die spätere Änderung zuerst zurück.',
    })
  const missing = change.before.ranges.filter(({ first }) => !ranges.some((range) => range.first === first))
  const back = await rangesNamed(
    tx,
    trunk.tenantId,
    missing.map(({ first }) => first),
    trunkId,
  )
  await bringInto(tx, trunk, ranges, change.before, [...ranges, ...back])
  return markUndone(tx, changeId, by)
}

function loginsIn({ access }: Pick<StoredTrunk, 'access'>): readonly TrunkLogin[] {
  return access.kind === 'registration' ? access.logins : []
}

/** `known` has what the state names of numbers and blocks. */
async function bringInto(
  tx: Tx,
  trunk: StoredTrunk,
  ranges: readonly TrunkRange[],
  wanted: TrunkState,
  known: readonly TrunkRange[],
): Promise<StoredTrunk> {
  const { tenantId, id } = trunk
  for (const { first } of ranges) if (!wanted.ranges.some((range) => range.first === first)) await takeFromTrunk(tx, tenantId, first, id)
  for (const { first, siteId } of wanted.ranges) {
    const before = ranges.find((range) => range.first === first)
    const added = before === undefined ? known.find((range) => range.first === first) : undefined
    if (added !== undefined) await leadToTrunk(tx, tenantId, added, id)
    if (before !== undefined && before.siteId !== siteId) await putRangeAt(tx, tenantId, first, siteId)
  }
  return replaceTrunk(tx, inState(trunk, wanted))
}
