import type { Extension } from '@klinke/accounts'
import { type Call, type CallParty, type Gathering, type Leg, type Outcome, refused, talked } from '@klinke/calls'
import type { MediaSource, MixingRoom } from '@klinke/rtp'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty } from '../calls/parties.ts'
import { autoAnswering } from '../intercom/auto-answer.ts'
import type { PageGroup } from './rules.ts'

/** Who has not answered by then is not there: phones answer by themselves at once. */
const ANSWER_SECONDS = 10
export const BEEP: MediaSource = { kind: 'signal', signal: 'beep' }

/** One announcement: the caller's call, into which the phones that answer are taken over. It ends with the caller. */
export class Page implements Gathering {
  readonly #host: Call
  readonly #group: PageGroup
  readonly #party: CallParty
  readonly #context: CallContext
  readonly #mix: MixingRoom
  readonly #listeners = new Set<Leg>()
  #speaker: Leg | undefined
  readonly #left = Promise.withResolvers<Outcome>()

  constructor(host: Call, group: PageGroup, party: CallParty, context: CallContext) {
    this.#host = host
    this.#group = group
    this.#party = party
    this.#context = context
    this.#mix = host.media.room({ clockRateHz: 16_000, maxMembers: group.settings.maxPhones + 1 })
    host.scope.own({ close: () => this.#mix.close() })
  }

  /** Phones that hear it now. */
  get size(): number {
    return this.#listeners.size
  }

  /** Settles when nobody is left who hears it. */
  get deserted(): Promise<Outcome> {
    return this.#left.promise
  }

  /** Calls an extension's phones. True when one is in, false when none will be. Never rejects. */
  async call(extension: Extension): Promise<boolean> {
    const { tenant, exchange, pbx } = this.#context
    const arrived = Promise.withResolvers<boolean>()
    let taken = false
    const made = exchange.originate({
      ...{ tenantId: tenant.id, direction: 'internal', profile: callProfile(tenant, pbx) },
      ...{ caller: extensionParty(tenant, extension), called: this.#party },
      first: autoAnswering(extensionTargets(extension, this.#context), tenant),
      ring: { withinSeconds: ANSWER_SECONDS },
      flow: async (call) => {
        taken = this.#takes(call.principal, call)
        if (!taken) return refused('unreachable', 480)
        void this.#seat(call.principal).then(arrived.resolve)
        return talked('hung-up-by-caller')
      },
    })
    if (!('id' in made)) return false
    const calling = this.#host.scope.own({ close: () => made.cancel() })
    void made.outcome.then(() => {
      this.#host.scope.disown(calling)
      if (!taken) arrived.resolve(false)
    })
    return arrived.promise
  }

  /** The caller is told that it may speak, and is heard. */
  async open(): Promise<void> {
    await this.#host.play(BEEP)
    this.#host.gathering = this
    await this.#speaks(this.#host.principal)
  }

  /** Nobody speaks or listens any more. */
  close(): void {
    if (this.#host.gathering === this) this.#host.gathering = undefined
    this.#mix.close()
  }

  has(leg: Leg): boolean {
    return leg === this.#speaker || this.#listeners.has(leg)
  }

  /** Transfers, and phones that go on in another's place: whoever comes for the caller speaks, whoever comes for a listener listens. */
  replace(old: Leg, leg: Leg): void {
    if (old === this.#speaker) {
      this.#host.parties.lead(leg)
      void this.#trying(leg, () => this.#speaks(leg))
    } else {
      this.#listeners.delete(old)
      this.#listens(leg)
      void this.#trying(leg, () => this.#hears(leg))
    }
  }

  /** The music of a phone that holds is not what the others are called for. */
  holds(leg: Leg, holding: boolean): void {
    const silent = leg !== this.#speaker && !this.#group.settings.talkBack
    if (this.has(leg)) this.#mix.change(leg.endpoint, { muted: holding || silent })
  }

  async #speaks(leg: Leg): Promise<void> {
    this.#speaker = leg
    await leg.arrival
    await this.#mix.join(leg.endpoint)
  }

  #takes(leg: Leg, from: Call): boolean {
    const why = this.#context.exchange.takeOver(leg, from, this.#host)
    if (why === undefined) this.#listens(leg)
    return why === undefined
  }

  #listens(leg: Leg): void {
    this.#listeners.add(leg)
    void leg.dialog?.ended.then(() => this.#leaves(leg))
  }

  /** Whoever is in the room hears a beep before the phone listens (privacy). True when it is in. */
  async #seat(leg: Leg): Promise<boolean> {
    await this.#trying(leg, async () => {
      await leg.arrival
      await (await this.#host.media.play(leg.endpoint, BEEP)).ended
      await this.#hears(leg)
    })
    return this.#listeners.has(leg)
  }

  async #hears(leg: Leg): Promise<void> {
    await leg.arrival
    if (this.#listeners.has(leg)) await this.#mix.join(leg.endpoint, { muted: !this.#group.settings.talkBack })
  }

  /** A phone whose media fails is of no use here, and goes. */
  async #trying(leg: Leg, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch {
      if (this.#host.scope.closed) return
      this.#host.note('page-media-failed', leg.party.number)
      this.#leaves(leg)
    }
  }

  #leaves(leg: Leg): void {
    if (!this.#listeners.delete(leg) || this.#host.scope.closed) return
    this.#host.note('page-left', leg.party.number)
    this.#host.parties.release(leg)
    if (this.#listeners.size === 0) this.#left.resolve(talked('hung-up-by-called'))
  }
}
