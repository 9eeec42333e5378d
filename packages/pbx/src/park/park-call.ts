import type { Extension } from '@klinke/accounts'
import { type Call, type CallParty, type Outcome, type Placed, refused } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionById } from '../calls/extension-targets.ts'
import { numberParty } from '../calls/parties.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { announceSlot } from './announce-slot.ts'
import type { ParkedCall, ParkLot } from './lot.ts'
import type { ParkSlot } from './rules.ts'
import { waitInSlot } from './wait-in-slot.ts'

/** Somebody dials a slot, or sends another party there: it takes the call that waits, or parks one. */
export function callSlot(lot: ParkLot): TargetFlow {
  return (call, targetId, context) => {
    const slot = context.tenant.park.slots.find(({ id }) => id === targetId)
    if (slot === undefined) return targetGone(call, 'park-slot', targetId)
    const parked = lot.at(slot.id)
    if (parked !== undefined && !isTransfer(call)) return retrieve(call, parked, lot, context)
    if (parksNobody(call, context)) {
      call.note('park-empty', slot.number)
      return refuseSaying(call, 'park-empty', refused('not-found', 480, 'Nothing To Park'), context)
    }
    return park(call, slot, lot, context)
  }
}

/** By code: into the slot with that number, or without one into the next that is free. */
export function parkByCode(call: Call, number: string, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const { slots } = context.tenant.park
  const slot = number === '' ? lot.free(slots) : slots.find((candidate) => candidate.number === number)
  if (slot !== undefined) return park(call, slot, lot, context)
  call.note('park-refused', number === '' ? 'no slot is free' : `no slot ${number}`)
  if (number !== '') return Promise.resolve(refused('not-found', 404))
  const full = refused('busy', 486, 'No Slot Is Free')
  // Who is transferred has not asked for a slot; the transferrer's phone says that it was refused.
  return isTransfer(call) ? Promise.resolve(full) : refuseSaying(call, 'park-full', full, context)
}

async function park(call: Call, slot: ParkSlot, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const by = parkerOf(context)
  if (by === undefined) return refused('forbidden', 403)
  if (lot.at(slot.id) !== undefined) {
    call.note('park-refused', `${slot.number} is taken`)
    return refused('busy', 486, 'Slot Is Taken')
  }
  if (isTransfer(call)) return parkPrincipal(call, slot, by, lot, context)
  if (call.consultation !== undefined) return parkConsulted(call, slot, by, lot, context)
  return parkHeld(call, slot, by, lot, context)
}

/** The party that is transferred waits. */
async function parkPrincipal(call: Call, slot: ParkSlot, by: Extension, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const parked = { slot, call, leg: call.principal, by, sinceMs: call.clock.epochMs() }
  if (!lot.occupy(parked)) return refused('busy', 486, 'Slot Is Taken')
  call.note('parked', `${parked.leg.party.number} in ${slot.number} by ${by.number}`)
  await call.answer(slotParty(slot, context))
  return waitInSlot(parked, lot, context)
}

/** From inside a call, by code: the extension hears the slot, and leaves the other party there. */
async function parkConsulted(call: Call, slot: ParkSlot, by: Extension, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const { consultation, principal } = call
  await call.answer(slotParty(slot, context))
  await announceSlot(call, principal, slot.number, context)
  consultation?.leave()
  return call.principal === principal ? refused('no-answer', 480) : parkPrincipal(call, slot, by, lot, context)
}

/** The extension holds somebody in another call and dials from here: that party waits in this call, which the extension leaves. */
async function parkHeld(call: Call, slot: ParkSlot, by: Extension, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const held = heldBy(by, call, context)
  if (held === undefined) {
    call.note('park-refused', `${by.number} holds nobody`)
    return refused('not-found', 480, 'Nothing To Park')
  }
  const parked = { slot, call, leg: held.leg, by, sinceMs: call.clock.epochMs() }
  if (!lot.occupy(parked)) return refused('busy', 486, 'Slot Is Taken')
  try {
    await call.answer(slotParty(slot, context))
    const parker = call.principal
    const why = context.exchange.takeOver(held.leg, held.call, call)
    if (why !== undefined) return refused('no-answer', 480)
    call.note('parked', `${held.leg.party.number} in ${slot.number} by ${by.number}`)
    call.parties.lead(held.leg)
    // The parker may hang up before the end, and the one who waits does not depend on what the parker hears.
    const announced = announceSlot(call, parker, slot.number, context).catch(() => undefined)
    void announced.then(() => call.parties.release(parker))
    await held.leg.arrival
    return await waitInSlot(parked, lot, context)
  } finally {
    lot.leave(parked)
  }
}

/** Of several who dial the slot at once one gets the call; the others are told before they are answered. */
async function retrieve(call: Call, parked: ParkedCall, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const { slot, leg } = parked
  if (!context.internal) return refused('busy', 486)
  if (!lot.claim(parked)) return refuseSaying(call, 'call-gone', refused('busy', 486), context)
  try {
    call.note('retrieve', `${leg.party.number} from ${slot.number}`)
    await call.answer(leg.party)
    const why = lot.holds(parked) ? context.exchange.takeOver(leg, parked.call, call) : 'gone'
    if (why === undefined) lot.leave(parked)
    else return refused('no-answer', 480)
  } finally {
    lot.unclaim(parked)
  }
  return converse(call, leg, context)
}

/** The newest conversation in which the extension holds the other party. */
function heldBy(by: Extension, own: Call, { exchange, tenant }: CallContext): Placed | undefined {
  const { calls } = exchange
  const found = calls.ofExtension(tenant.id, by.id).findLast(({ call, leg }) => call !== own && call.bridge?.joins(leg) && call.bridge.held)
  return found?.call.bridge && { call: found.call, leg: found.call.bridge.other(found.leg) }
}

/** An extension that has nobody to park has dialled the slot: it wants who waits there. */
function parksNobody(call: Call, context: CallContext): boolean {
  const by = parkerOf(context)
  return by !== undefined && !isTransfer(call) && call.consultation === undefined && heldBy(by, call, context) === undefined
}

/** Another party is sent here, on behalf of whom the call is led now. */
function isTransfer(call: Call): boolean {
  return call.undertaking?.shown !== undefined
}

function parkerOf({ tenant, from, internal }: CallContext): Extension | undefined {
  return internal && from.extensionId !== undefined ? extensionById(tenant, from.extensionId) : undefined
}

function slotParty({ number }: ParkSlot, { tenant }: CallContext): CallParty {
  return numberParty(number, tenant.id)
}
