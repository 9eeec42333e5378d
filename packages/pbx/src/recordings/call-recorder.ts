import { type Call, type Leg, listenForCodes, type Round, type Talk } from '@klinke/calls'
import type { RecordingArchive } from './archive.ts'
import type { Answer } from './ask-consent.ts'
import { beginSegment, secondsFor } from './begin-segment.ts'
import { type RecordingKey, recordingCodes } from './codes.ts'
import { type Informing, informParties, tellBoth, tellOne } from './inform-parties.ts'
import { directionOf, isOwn, type RecordingRule, ruleFor, type TalkFacts } from './policy.ts'
import { recordRound } from './record-round.ts'
import type { RecordingCause, RecordingHead } from './recording.ts'
import type { Segment } from './segment.ts'

/** An announcement that something else has interrupted is tried again so often in one conversation. */
const MAX_ATTEMPTS = 3

export interface CallRecorderParts extends Informing {
  readonly archive: RecordingArchive
  readonly through: () => TalkFacts['through']
}

/** What somebody has asked for expressly, beyond the rules or against them. */
export type Wish = { readonly kind: 'record'; readonly cause: RecordingCause; readonly legs: readonly Leg[] } | { readonly kind: 'none' }

export type RecorderState = 'off' | 'asking' | 'recording' | 'paused'

/**
 * Records the conversations of one call, as rules and users want it. Each pair of parties has a recording of its own: with a new party
 * recording goes on only when that party has been told too. While one party is held or consults somebody nothing is written.
 */
export class CallRecorder {
  readonly #parts: CallRecorderParts
  readonly #segments: Segment[] = []
  /** Codes that are listened for, by the party that may press them. */
  readonly #listening = new Map<Leg, () => void>()
  #wish: Wish | undefined
  #talk: Talk | undefined
  #work: Promise<void> = Promise.resolve()
  /** Nobody is asked again in this conversation unless somebody wants it expressly. */
  #refusedIn: Talk | undefined
  #attempts = 0
  #asking = false
  #last: RecordingHead | undefined

  constructor(parts: CallRecorderParts) {
    this.#parts = parts
  }

  get call(): Call {
    return this.#parts.call
  }

  get tenantId(): string {
    return this.#parts.tenant.id
  }

  get state(): RecorderState {
    const segment = this.#current
    if (segment === undefined) return this.#asking ? 'asking' : 'off'
    return segment.pausedByUser ? 'paused' : 'recording'
  }

  /** Settles when what is to be said of the recording has been said. */
  get quiet(): Promise<void> {
    return this.#work
  }

  /** What is being recorded now. */
  get head(): RecordingHead | undefined {
    return this.#current?.head
  }

  /** What was asked for, for the call in which a party goes on. */
  get wish(): Wish | undefined {
    return this.#wish
  }

  /** Two of the call's parties talk; `brought`: what was asked for where one of them came from. */
  began(talk: Talk, brought: Wish | undefined): void {
    this.#talk = talk
    this.#attempts = 0
    this.#wish ??= brought
    this.#listen(talk)
    talk.onChange(() => {
      this.#listen(talk)
      this.#review()
    })
    void talk.ended.then(() => this.#left(talk))
    this.#review()
  }

  /** More than two of them sit together. */
  gathered(round: Round): void {
    const cause = this.#causeFor(round)
    if (cause !== undefined) this.#serially(() => recordRound(round, cause, this.#parts))
  }

  /** Somebody wants this conversation recorded. False where the tenant does not allow that, or nobody talks. */
  start(cause: RecordingCause): boolean {
    const talk = this.#talk
    if (talk === undefined || !this.#mayStart(talk)) return false
    if (this.#current !== undefined) return true
    for (const leg of talk.legs) this.#parts.consents.forget(leg)
    const { policy } = this.#parts.tenant.recordings
    this.#wish = policy.onDemand ? { kind: 'record', cause, legs: talk.legs } : undefined
    this.#refusedIn = undefined
    this.#attempts = 0
    this.#review()
    return true
  }

  /** Nothing of this call is recorded any more, whatever the rules say. False when nothing was. */
  stop(): boolean {
    const was = this.state !== 'off'
    this.#wish = { kind: 'none' }
    this.#review()
    return was
  }

  /** False when nothing is being recorded. */
  pause(paused: boolean): boolean {
    const segment = this.#current
    if (segment === undefined) return false
    if (segment.pausedByUser === paused) return true
    segment.pause('user', paused)
    this.call.note(paused ? 'recording-paused' : 'recording-resumed', segment.head.id)
    this.#tell(paused ? 'recording-paused' : 'recording-resumed')
    return true
  }

  get #current(): Segment | undefined {
    const talk = this.#talk
    return talk && this.#segments.find((segment) => segment.isOf(talk.legs))
  }

  #left(talk: Talk): void {
    for (const stop of this.#listening.values()) stop()
    this.#listening.clear()
    for (const leg of talk.legs) if (this.#asking && leg.hasDigits) leg.digits.interrupt()
    for (const segment of this.#segments) segment.pause('hold', true)
    if (this.#talk === talk) this.#talk = undefined
  }

  #listen(talk: Talk): void {
    const codes = recordingCodes(this.#parts.tenant)
    for (const leg of talk.legs) {
      if (this.#listening.has(leg) || codes.size === 0 || !isOwn(this.tenantId, leg.party)) continue
      const stop = listenForCodes(leg.digits, [...codes.keys()], this.call.clock, (code) => this.#pressed(codes.get(code), leg))
      this.#listening.set(leg, stop)
    }
  }

  #pressed(key: RecordingKey | undefined, leg: Leg): void {
    const { extensionId } = leg.party
    const talk = this.#talk
    if (talk === undefined || extensionId === undefined) return
    const done =
      key === 'pause' ? this.pause(this.state !== 'paused') : this.state === 'off' ? this.start({ kind: 'code', extensionId }) : this.stop()
    // Where recording on demand is not on offer the keys may be meant for a menu at the other end: nobody is told anything.
    if (!done && this.#parts.tenant.recordings.policy.onDemand) this.#serially(() => tellOne('not-possible', leg, talk, this.#parts))
  }

  #mayStart(talk: Talk): boolean {
    return this.#parts.tenant.recordings.policy.onDemand || this.#ruleFor(talk) !== undefined
  }

  #tell(id: 'recording-paused' | 'recording-resumed'): void {
    const talk = this.#talk
    if (talk !== undefined) this.#serially(() => tellBoth(id, talk, this.#parts))
  }

  #review(): void {
    this.#serially(() => this.#settle())
  }

  /** One thing after the other: what is decided depends on what was done before. */
  #serially(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => this.call.note('recording-failed', String(error)))
  }

  /** Brings what is recorded in line with what is wanted now. */
  async #settle(): Promise<void> {
    const talk = this.#talk
    if (talk === undefined || talk.over) return
    const current = this.#current
    for (const segment of this.#segments) if (segment !== current) segment.pause('hold', true)
    const cause = this.#causeFor(talk)
    if (current !== undefined) {
      if (cause === undefined) current.stop('stopped')
      else current.pause('hold', talk.held)
    } else if (cause !== undefined && !talk.held && this.#refusedIn !== talk) await this.#begin(talk, cause)
  }

  #causeFor(talk: { readonly legs: readonly Leg[] }): RecordingCause | undefined {
    const { consents, tenant } = this.#parts
    const wish = this.#wish
    if (wish?.kind === 'none' || talk.legs.some((leg) => consents.hasDeclined(leg))) return undefined
    const follows = tenant.recordings.policy.afterTransfer === 'continue'
    const isWished = (leg: Leg): boolean => wish?.kind === 'record' && wish.legs.includes(leg)
    if (wish !== undefined && (follows ? talk.legs.some(isWished) : talk.legs.every(isWished))) return wish.cause
    const rule = this.#ruleFor(talk)
    return rule && { kind: 'rule', ruleId: rule.id, reason: rule.reason }
  }

  #ruleFor({ legs }: { readonly legs: readonly Leg[] }): RecordingRule | undefined {
    const { tenant, through } = this.#parts
    const parties = legs.map(({ party }) => party)
    return ruleFor(tenant.recordings, { parties, direction: directionOf(tenant.id, legs), through: through() })
  }

  async #begin(talk: Talk, cause: RecordingCause): Promise<void> {
    const { archive, tenant } = this.#parts
    const maxSeconds = secondsFor(await archive.roomFor(tenant.id))
    if (maxSeconds === 0) return this.#refuse(talk, 'storage-full', 'recording-no-room')
    this.#asking = true
    const answer = await informParties(talk, this.#parts)
    this.#asking = false
    if (talk.over || talk !== this.#talk) return
    if (answer !== 'consents') return this.#notAgreed(talk, answer)
    try {
      await this.#record(talk, cause, maxSeconds)
    } catch (error) {
      return this.#refuse(talk, String(error), 'recording-stopped')
    }
    await talk.arrange()
  }

  async #notAgreed(talk: Talk, answer: Answer): Promise<void> {
    this.#attempts++
    if (answer === 'interrupted' && this.#attempts < MAX_ATTEMPTS) return talk.arrange()
    return this.#refuse(talk, answer, 'recording-declined')
  }

  async #refuse(talk: Talk, why: string, said: 'recording-declined' | 'recording-no-room' | 'recording-stopped'): Promise<void> {
    this.#refusedIn = talk
    if (this.#wish?.kind === 'record') this.#wish = undefined
    this.call.note('recording-refused', why)
    await tellBoth(said, talk, this.#parts)
  }

  async #record(talk: Talk, cause: RecordingCause, maxSeconds: number): Promise<void> {
    const segment = await beginSegment({ ...this.#parts, talk, cause, maxSeconds, continues: this.#last?.id })
    this.#last = segment.head
    this.#segments.push(segment)
    this.call.note('recording-begun', `${segment.head.id} ${cause.kind}`)
    void segment.ended.then(({ reason, durationMs }) => this.#ended(segment, segment.endCause(reason), durationMs))
  }

  async #ended(segment: Segment, because: ReturnType<Segment['endCause']>, durationMs: number): Promise<void> {
    this.#segments.splice(this.#segments.indexOf(segment), 1)
    const { archive, call } = this.#parts
    call.note('recording-ended', `${segment.head.id} ${because}, ${Math.round(durationMs / 1000)} s`)
    if (because === 'declined') await archive.discard(segment.head)
    else await archive.keep(segment.head, { endedAtMs: call.clock.epochMs(), durationMs, because })
    const talk = this.#talk
    if (talk === undefined || talk.over || !talk.legs.every((leg) => segment.legs.includes(leg))) return
    switch (because) {
      case 'length-limit':
        return this.#review()
      case 'disk-full':
        return this.#serially(() => this.#refuse(talk, because, 'recording-no-room'))
      case 'failed':
        return this.#serially(() => this.#refuse(talk, because, 'recording-stopped'))
      case 'declined':
        return this.#serially(() => tellBoth('recording-declined', talk, this.#parts))
      default:
        return this.#serially(() => tellBoth('recording-stopped', talk, this.#parts))
    }
  }
}
