import { randomUUID } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { findRange, listRanges, updateRange } from '../numbers/range-store.ts'
import { assertMayBecome } from '../numbers/states.ts'
import { germanDay } from '../sites/address-history.ts'
import { movesNumbers } from './cases.ts'
import type { Said } from './message.ts'
import { queueMessage } from './message-store.ts'
import { step } from './porting.ts'
import { DebtsFirst, type MadeStep, NumberNotPortable, WindowNotOnDay } from './rules.ts'
import { changePorting, findPorting, nextReference, noteStep, type PortingChange, type StoredPorting } from './store.ts'
import type { PortingTerms } from './terms.ts'

export interface Desk {
  /** Our code among carriers, such as `DEU.KLINKE`. */
  readonly carrierCode: string
  /** Whether a customer owes money; absent: nobody is asked. */
  readonly owes?: (tx: Tx, tenantId: string) => Promise<boolean>
  /** What the customer's product says about portings; undefined: it has none that does. */
  readonly terms?: (tx: Tx, tenantId: string) => Promise<PortingTerms | undefined>
  /** Charges a one-off item of the catalogue, where the customer's product sells it. */
  readonly charge?: (tx: Tx, charged: PortingCharge) => Promise<void>
}

/** What a porting that is over costs. */
export interface PortingCharge {
  readonly tenantId: string
  /** Of the catalogue. */
  readonly item: string
  /** What it was, on the invoice. */
  readonly note: string
  readonly siteId: string | null
  readonly by: string
  readonly epochMs: number
}

export interface StepMaker {
  readonly by: string
  readonly epochMs: number
  /** The step is what the other carrier has told us: it is not told back. */
  readonly told?: boolean
}

/** Temporary numbers of one number. */
const MAX_TEMPORARY = 1_000

/**
 * Makes a step of a porting: its state, its numbers, its history and the message to the other carrier, all or nothing. For the operator's own work.
 * Throws `PortingStepImpossible`, `NumberNotPortable`, `StateImpossible`, `WindowNotOnDay`, `DebtsFirst` or `NotFound`.
 */
export async function makeStep(tx: Tx, desk: Desk, id: string, made: MadeStep, maker: StepMaker): Promise<StoredPorting> {
  const porting = await findPorting(tx, id, 'for step')
  const { state, numbers } = step(porting.direction, porting.state, made.step)
  await assertPossible(tx, desk, porting, made, maker)
  const reference = porting.reference ?? (made.step === 'ask' ? await nextReference(tx, desk.carrierCode) : null)
  const change: PortingChange = { state, reference, ...changeBy(made) }
  await changePorting(tx, id, change)
  const moves = movesNumbers(porting.businessCase)
  if (numbers !== undefined && moves) await moveNumber(tx, porting, numbers, change.agreedFor ?? porting.agreedFor)
  if (made.step === 'confirm' && porting.direction === 'in' && !porting.keepTemporary) await giveBackTemporary(tx, porting)
  if ((made.step === 'confirm' || made.step === 'cancel') && !moves && porting.direction === 'in') await giveBackOrdered(tx, porting)
  if (made.step === 'confirm' && moves) await chargeFor(tx, desk, porting, maker)
  const at = new Date(maker.epochMs)
  await noteStep(tx, porting, { step: made.step, state, by: maker.by, at, detail: detailOf(made) })
  const now = await findPorting(tx, id)
  const says = maker.told === true ? undefined : messageOf(now, made)
  if (says !== undefined && reference !== null)
    await queueMessage(tx, { id: randomUUID(), reference, from: desk.carrierCode, to: porting.carrier, says })
  return now
}

async function assertPossible(
  tx: Tx,
  { owes, terms }: Desk,
  porting: StoredPorting,
  made: MadeStep,
  { epochMs }: StepMaker,
): Promise<void> {
  if (made.step === 'ask' && movesNumbers(porting.businessCase) && (await findRange(tx, porting.number))?.tenantId !== porting.tenantId)
    throw new NumberNotPortable(porting.number)
  if (made.step === 'schedule') assertWindow(porting, made.window, epochMs)
  if (made.step !== 'agree' || porting.direction !== 'out' || owes === undefined) return
  const product = await terms?.(tx, porting.tenantId)
  if (product?.outgoingRefusedUntilPaid === true && (await owes(tx, porting.tenantId))) throw new DebtsFirst()
}

/** ORD-03: the fee of the product, once the number has come or gone; where only the line ends (VA-KUE-ORN) nobody asks for it. */
async function chargeFor(tx: Tx, { terms, charge }: Desk, porting: StoredPorting, { by, epochMs }: StepMaker): Promise<void> {
  const { tenantId, direction, number } = porting
  const product = await terms?.(tx, tenantId)
  const item = direction === 'out' ? product?.outgoingItem : product?.incomingItem
  if (item === undefined || charge === undefined) return
  const siteId = (await findRange(tx, number))?.siteId ?? null
  await charge(tx, { tenantId, item, note: number, siteId, by, epochMs })
}

function assertWindow(
  { agreedFor }: StoredPorting,
  { from, until }: { readonly from: string; readonly until: string },
  epochMs: number,
): void {
  if (germanDay(Date.parse(from)) !== agreedFor || Date.parse(until) <= epochMs) throw new WindowNotOnDay(agreedFor ?? '')
}

function changeBy(made: MadeStep): PortingChange {
  switch (made.step) {
    case 'agree':
    case 'postpone':
      return { agreedFor: made.agreedFor, window: null, codes: [], remark: '' }
    case 'reject':
      return { codes: made.codes, remark: made.remark }
    case 'schedule':
      return { window: { from: new Date(made.window.from), until: new Date(made.window.until) } }
    case 'roll-back':
      return { window: null, remark: made.remark }
    case 'correct':
      // Asked for anew, the other carrier takes it for something new.
      return { reference: null, remark: made.remark }
    case 'ask':
      return { codes: [], remark: made.remark }
    case 'switch':
    case 'confirm':
    case 'cancel':
      return { remark: made.remark }
  }
}

async function moveNumber(
  tx: Tx,
  { number, tenantId, direction, carrier }: StoredPorting,
  to: Parameters<typeof assertMayBecome>[2],
  due: string | null,
): Promise<void> {
  const range = await findRange(tx, number)
  if (range?.tenantId !== tenantId) throw new NumberNotPortable(number)
  assertMayBecome(number, range.state, to)
  const isOver = to === 'active' || to === 'ordered'
  const note = direction === 'out' && to === 'quarantined' ? { notes: [range.notes, `→ ${carrier}`].filter(Boolean).join('; ') } : {}
  await updateRange(tx, number, { state: to, due: isOver ? null : due, ...note })
}

/** TRK-17: what stood in for the number is nobody's any more. */
async function giveBackTemporary(tx: Tx, { number, tenantId }: StoredPorting): Promise<void> {
  const temporary = await listRanges(tx, { state: 'temporary', limit: MAX_TEMPORARY })
  for (const range of temporary)
    if (range.temporaryFor === number && range.tenantId === tenantId)
      await updateRange(tx, range.e164, { state: 'quarantined', temporaryFor: null })
}

/** VA-KUE-ORN: forms of before numbers were left out of it have ordered theirs, which never comes. What the customer has otherwise stays. */
async function giveBackOrdered(tx: Tx, { id, number, tenantId }: StoredPorting): Promise<void> {
  await sql`
    DELETE FROM number_range WHERE e164 = ${number} AND tenant_id = ${tenantId} AND state = 'ordered' AND ported AND NOT EXISTS (
      SELECT FROM porting AS other WHERE other.e164 = ${number} AND other.tenant_id = ${tenantId} AND other.id <> ${id}
        AND other.business_case <> 'VA-KUE-ORN' AND other.state NOT IN ('done', 'cancelled'))`.execute(tx.tables())
}

function detailOf(made: MadeStep): string {
  switch (made.step) {
    case 'agree':
    case 'postpone':
      return made.agreedFor
    case 'schedule':
      return `${made.window.from} – ${made.window.until}`
    case 'reject':
      return [made.codes.join(', '), made.remark].filter(Boolean).join(': ')
    default:
      return made.remark
  }
}

/** What the other carrier is told; undefined: nothing, or it is its to tell. */
function messageOf(porting: StoredPorting, made: MadeStep): Said | undefined {
  const weGive = porting.direction === 'out'
  if (made.step === 'cancel') return { kind: 'STR-AUF' }
  if (made.step === 'ask' && !weGive) {
    const { businessCase, holder, wishedFor, number, size, attendant } = porting
    return { kind: 'VA', businessCase, holder, wishedFor, number, size, attendant }
  }
  if (made.step === 'postpone') return { kind: 'TVS-VA', agreedFor: made.agreedFor }
  if (!weGive) return undefined
  if (made.step === 'agree') return { kind: 'RUEM-VA', agreedFor: made.agreedFor }
  return made.step === 'reject' ? { kind: 'ABBM', codes: [...made.codes], remark: made.remark } : undefined
}
