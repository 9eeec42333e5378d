import { type Call, type Leg, listenForCodes, type Outcome, refused, talked } from '@klinke/calls'
import type { Conference } from './conference.ts'
import type { ComesIn } from './invite.ts'
import { callByKey } from './invite-by-key.ts'
import type { ConferenceMember } from './member.ts'

/** How others get into the conference. */
export interface WaysIn {
  /** The principal of a call of its own. */
  readonly comesIn: ComesIn
  /** A leg that is in the host call already. */
  readonly sits: (leg: Leg) => void
}

/** While it rings both give up. */
const KEYS = { bothIn: '*0', drop: '*8' } as const

type End = 'both-in' | 'dropped' | 'unreached'

/**
 * A private word: a moderator calls somebody and talks with it alone, beside the conference, then brings both in, or drops the other
 * one. Meanwhile the others talk on, or hear music when only one is left.
 */
export async function privateWord(conference: Conference, member: ConferenceMember, { sits }: WaysIn): Promise<void> {
  const word = new PrivateWord(conference, member)
  const made = await callByKey(conference, member, (call) => word.answered(call))
  if (made === undefined) {
    word.unreached()
    return conference.tell(member, 'not-possible')
  }
  void made.outcome.then(() => word.unreached())
  const { guest, end } = await word.over
  if (guest === undefined) made.cancel()
  else if (end === 'both-in' && conference.admits('moderator') !== 'full') sits(guest)
  else conference.host.parties.release(guest)
  await conference.comesBack(member)
  if (end === 'unreached') await conference.tell(member, 'not-possible')
}

/** Whom a moderator has called for it, from the call to the decision. */
class PrivateWord {
  readonly #conference: Conference
  readonly #member: ConferenceMember
  readonly #over = Promise.withResolvers<End>()
  readonly #stopKeys: () => void
  #guest: Leg | undefined
  #isOver = false

  constructor(conference: Conference, member: ConferenceMember) {
    this.#conference = conference
    this.#member = member
    const { leg } = member
    this.#stopKeys = listenForCodes(leg.digits, Object.values(KEYS), conference.host.clock, (code) => {
      this.#end(code === KEYS.bothIn && this.#guest !== undefined ? 'both-in' : 'dropped')
    })
    void leg.dialog?.ended.then(() => this.#end('dropped'))
  }

  get over(): Promise<{ readonly guest: Leg | undefined; readonly end: End }> {
    return this.#over.promise.then((end) => ({ guest: this.#guest, end }))
  }

  /** Whoever was called is there, and has accepted. */
  async answered(call: Call): Promise<Outcome> {
    const { host, context } = this.#conference
    const leg = call.principal
    if (this.#isOver || !this.#conference.members.includes(this.#member)) return NOT_WANTED
    if (context.exchange.takeOver(leg, call, host) !== undefined) return NOT_WANTED
    this.#guest = leg
    host.note('conference-private-word', `${this.#member.leg.party.number} with ${leg.party.number}`)
    void leg.dialog?.ended.then(() => {
      host.parties.release(leg)
      this.#end('dropped')
    })
    await this.#conference.talksAside(this.#member, leg)
    return talked('hung-up-by-caller')
  }

  /** The call to somebody is over; whom it reached is in the host call by now. */
  unreached(): void {
    if (this.#guest === undefined) this.#end('unreached')
  }

  #end(end: End): void {
    this.#isOver = true
    this.#stopKeys()
    this.#member.leg.digits.forget()
    this.#over.resolve(end)
  }
}

const NOT_WANTED = refused('declined', 480)
