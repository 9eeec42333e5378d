import { type Call, type Leg, preempt, type Seat } from '@klinke/calls'
import type { ChannelDirection, ChannelPlace } from './channel-place.ts'

/** Absent: an ordinary call. */
export interface LeasedFor {
  readonly isEmergency?: boolean
  readonly calledBack?: string | undefined
}

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
  /** E.164 number with which help was called a moment ago, and that is called now: it may be the control centre. */
  readonly calledBack: string | undefined
  readonly #giveBack: (lease: ChannelLease) => void
  #holders = 0
  #party: { readonly leg: Leg; readonly call: Call } | undefined
  #isPreempted = false

  constructor(
    places: readonly ChannelPlace[],
    direction: ChannelDirection,
    giveBack: (lease: ChannelLease) => void,
    { isEmergency = false, calledBack }: LeasedFor = {},
  ) {
    this.places = places
    this.direction = direction
    this.isEmergency = isEmergency
    this.calledBack = calledBack
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

  /** Whose channel it is; undefined: nobody's yet. */
  get leg(): Leg | undefined {
    return this.#party?.leg
  }

  /** Its party has been ended for a channel of another place: this one is promised, too. */
  promise(): void {
    this.#isPreempted = true
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
