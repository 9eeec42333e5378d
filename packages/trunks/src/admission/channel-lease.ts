import { type Call, type Leg, preempt, type Seat } from '@klinke/calls'
import type { ChannelDirection, ChannelPlace } from './channel-place.ts'

/**
 * A channel of one call at all its places, from the decision on until the last of those who hold it is gone: the flow that asked for it, and
 * each leg that was called with it. It is given back exactly once, however they go.
 */
export class ChannelLease {
  readonly kind = 'lease'
  readonly places: readonly ChannelPlace[]
  readonly direction: ChannelDirection
  /** A call for help, whose channel nobody takes away. */
  readonly isEmergency: boolean
  readonly #giveBack: (lease: ChannelLease) => void
  #holders = 0
  #party: { readonly leg: Leg; readonly call: Call } | undefined
  #isPreempted = false

  constructor(places: readonly ChannelPlace[], direction: ChannelDirection, isEmergency: boolean, giveBack: (lease: ChannelLease) => void) {
    this.places = places
    this.direction = direction
    this.isEmergency = isEmergency
    this.#giveBack = giveBack
  }

  /** One more who holds it. */
  sit(): Seat {
    const leave = this.#hold()
    return {
      kind: 'seat',
      leave,
      holds: (leg, call) => {
        this.#party = { leg, call }
        void leg.over.then(this.#hold())
      },
    }
  }

  /** It was taken for a party of that call. */
  isOf(call: Call): boolean {
    return this.#party?.call === call
  }

  /** Its channel is promised to an emergency call. */
  get isPreempted(): boolean {
    return this.#isPreempted
  }

  /** Ends its party for an emergency call; false when nobody is there yet, or that call is one for help itself. */
  preempt(): boolean {
    if (this.isEmergency || this.#isPreempted || this.#party === undefined) return false
    this.#isPreempted = preempt(this.#party.leg, this.#party.call)
    return this.#isPreempted
  }

  #hold(): () => void {
    this.#holders++
    let isThere = true
    return () => {
      if (!isThere) return
      isThere = false
      this.#holders--
      if (this.#holders === 0) this.#giveBack(this)
    }
  }
}
