import { type Attendance, type Call, isHolding, type Leg, type RoutingStepName, type Talk } from '@klinke/calls'
import type { Timer } from '@klinke/foundation'
import type { MixingRoom } from '@klinke/rtp'
import { keepCompany } from '../recordings/ask-consent.ts'
import type { RecordingSpeech } from '../recordings/speech.ts'
import { ListeningTone } from './listening-tone.ts'
import { MAX_SUPERVISORS, noticeOf, type SupervisionMode, strictest } from './rules.ts'
import { agentOf, memberTerms, type Supervisor } from './supervisor.ts'
import { type ToldParties, tellParties } from './tell-parties.ts'

/** Telling that something else has interrupted, and bringing them into one room, are tried again so often until it succeeds. */
const MAX_ATTEMPTS = 3
/** How long supervisors wait while the extension consults somebody, is given back a caller, or sits in a round of three. */
const WAIT_FOR_TALK_MS = 120_000

export interface CallSupervisionParts {
  readonly call: Call
  readonly told: ToldParties
  readonly speech: RecordingSpeech
  /** Settles when nobody is being told of a recording: two announcements at once would be none. */
  readonly quiet: (call: Call) => Promise<void>
  /** Nobody listens any more. */
  readonly over: () => void
}

/**
 * The supervisors of one call, and what they and the parties hear. Whoever talks to the supervised extension is told before anybody listens
 * (§ 201 StGB); while it is held, consults, or is being told, nobody hears anything. The parties' packets pass untouched again after the last
 * supervisor has gone.
 */
export class CallSupervision implements Attendance {
  readonly #parts: CallSupervisionParts
  readonly #supervisors = new Map<Leg, Supervisor>()
  readonly #tone: ListeningTone
  #room: MixingRoom | undefined
  #talk: Talk | undefined
  #attended: Talk | undefined
  /** Who sits in the room; undefined: nobody, or not for sure. */
  #seated: readonly Leg[] | undefined
  /** Supervisors in the room. */
  readonly #present = new Set<Leg>()
  #work: Promise<void> = Promise.resolve()
  #attempts = 0
  /** Until the extension talks again. */
  #waiting: Timer | undefined

  constructor(parts: CallSupervisionParts) {
    this.#parts = parts
    this.#tone = new ListeningTone(parts.call, () => (this.#seated === undefined ? undefined : this.#room))
    parts.call.scope.own({ close: () => this.#close() })
  }

  get call(): Call {
    return this.#parts.call
  }

  get supervisors(): Iterable<Supervisor> {
    return this.#supervisors.values()
  }

  get full(): boolean {
    return this.#supervisors.size >= MAX_SUPERVISORS
  }

  /** Two of the call's parties talk. */
  began(talk: Talk): void {
    this.#talk = talk
    this.#attempts = 0
    this.#waiting?.cancel()
    talk.onChange(() => this.#review())
    void talk.ended.then(() => this.#left(talk))
    this.#review()
  }

  /** Takes in one whose leg is in the call, its media perhaps still on the way. */
  enter(supervisor: Supervisor): void {
    const { leg, agent } = supervisor
    this.#supervisors.set(leg, supervisor)
    this.#attempts = 0
    this.call.parties.attends(leg)
    this.#tell(supervisor, 'supervision-begun', supervisor.mode)
    void leg.dialog?.ended.then(() => this.#remove(supervisor))
    void agent.dialog?.ended.then(() => this.#review())
    this.#review()
    void this.#arrived(supervisor).catch(() => this.dismiss(supervisor))
  }

  change(supervisor: Supervisor, mode: SupervisionMode): void {
    if (supervisor.mode === mode) return
    supervisor.mode = mode
    this.#tell(supervisor, 'supervision-mode', mode)
    this.#apply(supervisor)
  }

  /** The supervisor goes: the parties talk on. */
  dismiss(supervisor: Supervisor, why: 'supervision-ended' | 'supervision-refused' = 'supervision-ended'): void {
    const { leg, tenant } = supervisor
    if (!this.#supervisors.delete(leg)) return
    supervisor.stopKeys()
    this.#attempts = 0
    this.#present.delete(leg)
    this.#room?.leave(leg.endpoint)
    this.#tell(supervisor, why, '')
    this.#serially(async () => {
      if (this.#supervisors.size === 0) await this.#disband()
    })
    void this.#farewell(leg, this.#parts.speech.source(why, leg, tenant))
  }

  async seat(legs: readonly [Leg, Leg]): Promise<void> {
    const { call, told } = this.#parts
    this.#seated = undefined
    if (!legs.every((leg) => told.has(leg, this.#notice))) return call.media.connect(legs[0].endpoint, legs[1].endpoint)
    this.#room ??= call.media.room({ clockRateHz: 16_000, maxMembers: legs.length + MAX_SUPERVISORS })
    for (const leg of legs) await this.#room.join(leg.endpoint)
    this.#seated = [...legs]
    this.#attempts = 0
    for (const supervisor of [...this.#supervisors.values()]) await this.#seatOne(supervisor)
    if (this.#notice === 'tone') this.#tone.every(Math.min(...this.#policies.map(({ toneEverySeconds }) => toneEverySeconds)))
    else this.#tone.stop()
  }

  has(leg: Leg): boolean {
    return this.#supervisors.has(leg)
  }

  holds(leg: Leg, holding: boolean): void {
    const supervisor = this.#supervisors.get(leg)
    if (supervisor === undefined) return
    supervisor.held = holding
    this.#apply(supervisor)
  }

  get #policies() {
    return [...this.#supervisors.values()].map(({ tenant }) => tenant.supervision.policy)
  }

  get #notice() {
    return strictest(this.#policies.map(noticeOf))
  }

  /** The line stands while the parties are told. */
  async #arrived(supervisor: Supervisor): Promise<void> {
    const { leg } = supervisor
    await leg.arrival
    supervisor.held = isHolding(this.call.media.direction(leg.endpoint))
    if (!this.#present.has(leg)) await keepCompany(this.call, leg)
    this.#review()
  }

  #review(): void {
    this.#serially(() => this.#settle())
  }

  #serially(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => this.call.note('supervision-failed', String(error)))
  }

  /** Brings what is heard in line with who is there. */
  async #settle(): Promise<void> {
    for (const supervisor of [...this.#supervisors.values()]) if (this.#hasLostAgent(supervisor)) this.dismiss(supervisor)
    const talk = this.#talk
    if (talk === undefined || this.#supervisors.size === 0) return
    await this.#parts.quiet(this.call)
    if (talk.over || talk.held || talk !== this.#talk || ![...this.#supervisors.values()].some((each) => isAbout(each, talk))) return
    if (!(await this.#told(talk))) return
    if (this.#attended !== talk) {
      this.#attended = talk
      await talk.attend(this)
    } else if (!this.#sits(talk.legs)) {
      // Each try is a change that is looked at again; while a party is not heard none helps, and the talk arranges anew when it is back.
      if (++this.#attempts <= MAX_ATTEMPTS) await talk.arrange()
    } else for (const supervisor of this.#supervisors.values()) if (!this.#present.has(supervisor.leg)) await this.#seatOne(supervisor)
  }

  /** False when they could not be told now; when that will not do at all the supervisors are sent away. */
  async #told(talk: Talk): Promise<boolean> {
    const { told, speech, call } = this.#parts
    const notice = this.#notice
    const [first] = this.#supervisors.values()
    if (first === undefined) return false
    if (talk.legs.every((leg) => told.has(leg, notice))) return true
    this.#seated = undefined
    const heard = await tellParties(talk, { call, tenant: first.tenant, notice, told, speech })
    if (talk.over) return false
    if (heard) return true
    await talk.arrange()
    if (++this.#attempts >= MAX_ATTEMPTS) for (const each of [...this.#supervisors.values()]) this.dismiss(each, 'supervision-refused')
    return false
  }

  #sits(legs: readonly Leg[]): boolean {
    return this.#seated !== undefined && legs.every((leg) => this.#seated?.includes(leg) === true)
  }

  async #seatOne(supervisor: Supervisor): Promise<void> {
    const { leg } = supervisor
    const agent = agentOf(supervisor, this.#seated ?? [])
    if (this.#room === undefined || !this.#supervisors.has(leg) || leg.arrival !== undefined) return
    if (agent === undefined) {
      this.#present.delete(leg)
      this.#room.leave(leg.endpoint)
    } else {
      this.#present.add(leg)
      await this.#room.join(leg.endpoint, memberTerms(supervisor, agent))
    }
  }

  #apply(supervisor: Supervisor): void {
    const agent = agentOf(supervisor, this.#seated ?? [])
    if (agent !== undefined) this.#room?.change(supervisor.leg.endpoint, memberTerms(supervisor, agent))
  }

  /** It has hung up, or another call has taken it over. */
  #hasLostAgent(supervisor: Supervisor): boolean {
    const agent = agentOf(supervisor, this.call.legs)
    return agent === undefined || !this.call.parties.isThere(agent)
  }

  #left(talk: Talk): void {
    if (this.#talk === talk) this.#talk = undefined
    for (const leg of this.#seated ?? []) this.#room?.leave(leg.endpoint)
    this.#seated = undefined
    this.#tone.stop()
    this.#review()
    if (this.call.scope.closed) return
    this.#waiting?.cancel()
    this.#waiting = this.call.after(WAIT_FOR_TALK_MS, () => {
      if (this.#talk === undefined) for (const supervisor of [...this.#supervisors.values()]) this.dismiss(supervisor)
    })
  }

  async #disband(): Promise<void> {
    this.#tone.stop()
    const attended = this.#attended
    this.#attended = undefined
    this.#seated = undefined
    if (attended?.over === false) await attended.attend(undefined)
    this.#room?.close()
    this.#room = undefined
    this.#parts.over()
  }

  #remove(supervisor: Supervisor): void {
    if (this.#supervisors.has(supervisor.leg)) this.dismiss(supervisor)
  }

  /** The last that it hears here. */
  async #farewell(leg: Leg, source: Parameters<Call['media']['play']>[1]): Promise<void> {
    const { call } = this.#parts
    try {
      if (call.parties.isThere(leg)) await (await call.media.play(leg.endpoint, source)).ended
    } catch {
      // Its media is gone.
    } finally {
      call.parties.release(leg)
    }
  }

  #tell({ leg, agent, note }: Supervisor, step: RoutingStepName, detail: string): void {
    const who = `${leg.party.number} beside ${agent.party.number}${detail === '' ? '' : `, ${detail}`}`
    this.call.note(step, who)
    note(step, who)
  }

  #close(): void {
    this.#tone.stop()
    this.#waiting?.cancel()
    for (const { stopKeys } of this.#supervisors.values()) stopKeys()
    this.#supervisors.clear()
    this.#parts.over()
  }
}

function isAbout(supervisor: Supervisor, { legs }: Talk): boolean {
  return agentOf(supervisor, legs) !== undefined
}
