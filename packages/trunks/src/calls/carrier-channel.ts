import type { Call, DialTarget, Refusal, Seat, TakeSeat } from '@klinke/calls'
import type { CarrierPlace, OutboundParts } from './carrier-places.ts'

/** The channel that a call takes at one place of a carrier. */
export interface CarrierChannel {
  /** Nothing for a customer's own provider, whose channels are its own matter. */
  readonly target: Pick<DialTarget, 'placeSeat'>
  /** All were in use when it was asked for: nothing is wrong with the carrier. */
  readonly wasFull: () => boolean
}

/** @param forHelp a call to 110 or 112, which always has one (EMG-01) */
export function carrierChannel(
  { carrier }: CarrierPlace,
  { admission }: Pick<OutboundParts, 'admission'>,
  forHelp: boolean,
): CarrierChannel {
  if (carrier.tenantId !== undefined) return { target: {}, wasFull: () => false }
  let isFull = false
  const placeSeat: TakeSeat = (call: Call) => {
    const seat = forHelp ? seatForHelp(call, carrier, admission) : admission.toCarrier(call, carrier, false)
    isFull = seat.kind === 'refused'
    return Promise.resolve(seat)
  }
  return { target: { placeSeat }, wasFull: () => isFull }
}

/** Whatever may be wrong with counting them, help is called. */
function seatForHelp(call: Call, carrier: CarrierPlace['carrier'], admission: OutboundParts['admission']): Seat | Refusal {
  try {
    return admission.toCarrier(call, carrier, true)
  } catch {
    return { kind: 'seat', holds: () => undefined, leave: () => undefined }
  }
}
