import type { Tx } from '@klinke/platform'
import { assignByRules } from '../numbers/assignment.ts'
import { findRange } from '../numbers/range-store.ts'
import type { NewRange } from '../numbers/store.ts'
import { movesNumbers } from './cases.ts'
import { NumberNotPortable } from './rules.ts'
import { insertPorting, type NewPorting, type StoredPorting } from './store.ts'

/** A form as a customer gives it. */
export type PortingDraft = Omit<NewPorting, 'direction' | 'state' | 'reference'> & Pick<NewRange, 'size' | 'siteId'>

/** Writes the form of a number or block that comes to us; from then on it is the customer's as `ordered`, unless only its old line ends. Throws as `assignByRules` and `insertPorting` do. */
export async function draftPorting(tx: Tx, { size, siteId, ...form }: PortingDraft, at: Date): Promise<StoredPorting> {
  if (movesNumbers(form.businessCase))
    await order(tx, { tenantId: form.tenantId, first: form.number, size, siteId, state: 'ordered', ported: true })
  return insertPorting(tx, { ...form, direction: 'in' }, at)
}

/** Throws `NumberNotPortable` for what the customer has, but not so; else as `assignByRules`. */
async function order(tx: Tx, range: NewRange): Promise<void> {
  const { first, tenantId, size } = range
  const assigned = await findRange(tx, first)
  if (assigned === undefined) await assignByRules(tx, range)
  else if (assigned.tenantId !== tenantId || assigned.size !== size || assigned.state !== 'ordered') throw new NumberNotPortable(first)
}
