import type { Call, DialTarget, Refusal, Seat, TakeSeat } from '@klinke/calls'
import type { CarrierPlace, OutboundParts } from './carrier-places.ts'

/** The channel that a call takes at one place of a carrier. */
export interface CarrierChannel {
  /** Nothing for a customer's own provider, whose channels are its own matter. */
  readonly target: Pick<DialTarget, 'placeSeat'>
  /** All were in use when it was asked for: nothing is wrong with the carrier. */
  readonly wasFull: () => boolean
}

/** @param forHelp channels of a call to 110 or 112, which always has one (EMG-01); absent: an ordinary call */
export function carrierChannel(
  { carrier }: CarrierPlace,
  { admission }: Pick<OutboundParts, 'admission'>,
  forHelp?: ChannelsForHelp,
): CarrierChannel {
  if (carrier.tenantId !== undefined) return { target: {}, wasFull: () => false }
  let isFull = false
  const placeSeat: TakeSeat = (call: Call) => {
    const seat: Seat | Refusal = forHelp?.seatAt(call, carrier) ?? admission.toCarrier(call, carrier, false)
    isFull = seat.kind === 'refused'
    return Promise.resolve(seat)
  }
  return { target: { placeSeat }, wasFull: () => isFull }
}

/**
 * The channels of one call for help: at each carrier one, however often it is tried there (EMG-01). A carrier that does not answer CANCEL keeps
 * the channel of a try that was given up; with a new one for each try it would end one ordinary call after the other.
 */
export class ChannelsForHelp {
  readonly #admission: OutboundParts['admission']
  /** By carrier. */
  readonly #seats = new Map<string, Seat>()

  constructor(admission: OutboundParts['admission']) {
    this.#admission = admission
  }

  seatAt(call: Call, carrier: CarrierPlace['carrier']): Seat {
    const seat = this.#seats.get(carrier.id) ?? this.#take(call, carrier)
    return { ...seat, leave: () => undefined }
  }

  /** The call has what it needs: what nobody sits in any more is free. */
  leave(): void {
    for (const seat of this.#seats.values()) seat.leave()
    this.#seats.clear()
  }

  /** Whatever may be wrong with counting them, help is called. */
  #take(call: Call, carrier: CarrierPlace['carrier']): Seat {
    try {
      const seat = this.#admission.toCarrier(call, carrier, true)
      if (seat.kind === 'seat') {
        this.#seats.set(carrier.id, seat)
        return seat
      }
    } catch {
      // Not counted then.
    }
    return { kind: 'seat', holds: () => undefined, leave: () => undefined }
  }
}
