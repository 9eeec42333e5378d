import type { Call, Leg, Round, Talk, TalkObserver } from '@klinke/calls'
import type { MediaSource } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { RecordingArchive } from './archive.ts'
import { askConsent } from './ask-consent.ts'
import { CallRecorder, type Wish } from './call-recorder.ts'
import { Consents } from './consents.ts'
import { askAlone } from './inform-parties.ts'
import { directionOf, isOwn, neverRecords, ruleFor, type TalkFacts } from './policy.ts'
import { recordIds } from './record-ids.ts'
import type { RecordingSpeech } from './speech.ts'

export interface RecorderParts {
  readonly archive: RecordingArchive
  readonly directory: PbxDirectory
  readonly speech: RecordingSpeech
}

/** Records the conversations of this node, where their tenants want it. */
export class Recorder implements TalkObserver {
  readonly #parts: RecorderParts
  readonly #consents = new Consents()
  readonly #recorders = new WeakMap<Call, CallRecorder>()
  readonly #through = new WeakMap<Call, TalkFacts['through']>()
  /** Where a party was recorded; it may go on in another call. */
  readonly #recordedIn = new WeakMap<Leg, CallRecorder>()
  readonly #running = new Set<CallRecorder>()

  constructor(parts: RecorderParts) {
    this.#parts = parts
  }

  get archive(): RecordingArchive {
    return this.#parts.archive
  }

  began(call: Call, talk: Talk): void {
    const tenant = this.#tenantOf(call, talk)
    // Nothing is on offer: keys pressed here are meant for whom the extension talks to, such as a menu.
    if (tenant === undefined) return
    if (!call.anchored) {
      call.note('recording-refused', 'the parties exchange media themselves')
      return
    }
    const recorder = this.#recorderOf(call, tenant)
    const from = talk.legs.map((leg) => this.#recordedIn.get(leg)).find((other) => other !== undefined && other !== recorder)
    for (const leg of talk.legs) this.#recordedIn.set(leg, recorder)
    this.#running.add(recorder)
    recorder.began(talk, tenant.recordings.policy.afterTransfer === 'continue' ? recordedOnDemand(from) : undefined)
  }

  gathered(call: Call, round: Round): void {
    this.#recorders.get(call)?.gathered(round)
  }

  /** The recorder of a call in which two talk, or have talked, by any of the ids that it has for who records. */
  of(callId: string): CallRecorder | undefined {
    return [...this.#running].find(({ call, tenantId }) => recordIds(call, tenantId).includes(callId))
  }

  /** By which queue or group the caller has come. */
  throughOf(call: Call): TalkFacts['through'] {
    return this.#through.get(call)
  }

  /** Settles when nobody in the call is being told or asked. */
  quiet(call: Call): Promise<void> {
    return this.#recorders.get(call)?.quiet ?? Promise.resolve()
  }

  /** The call is led by that queue or group, from now on. */
  leads(call: Call, through: NonNullable<TalkFacts['through']>): void {
    this.#through.set(call, through)
  }

  /** Asks the caller of a queue or group before it waits, if calls through it are recorded (LAW-06). Whatever it says, the call goes on. */
  async askBefore(call: Call, through: NonNullable<TalkFacts['through']>, { tenant }: CallContext): Promise<void> {
    this.leads(call, through)
    const { principal } = call
    const asked = this.#consents.of(principal) !== undefined || this.#consents.hasDeclined(principal)
    if (!call.anchored || call.state !== 'answered' || asked || isOwn(tenant.id, principal.party)) return
    const facts = { parties: [], direction: directionOf(tenant.id, [principal]), through }
    if (ruleFor(tenant.recordings, facts) === undefined) return
    const { speech } = this.#parts
    const answer = await call.scope.race(askAlone(principal, { call, tenant, consents: this.#consents, speech }))
    call.note('recording-asked', `${principal.party.number} ${answer}`)
  }

  /**
   * Asks the caller whether it may be recorded, because a flow wants to know (LAW-06). Who does not agree is never recorded in this call;
   * who agrees is, where something wants that, without being asked again.
   *
   * @param question in place of the product's
   */
  async askCaller(call: Call, { tenant }: CallContext, question?: MediaSource): Promise<boolean> {
    const { principal } = call
    if (!call.anchored) {
      call.note('recording-refused', 'the parties exchange media themselves')
      return false
    }
    if (this.#consents.of(principal)?.how === 'agreed') return true
    const source = question ?? this.#parts.speech.source('recording-consent', principal, tenant)
    const answer = await call.scope.race(askConsent(call, principal, { source, mustAgree: true }, this.#consents))
    // Who could not be asked has not agreed.
    if (answer !== 'consents') this.#consents.decline(principal)
    call.note('recording-asked', `${principal.party.number} ${answer}`)
    return answer === 'consents'
  }

  #recorderOf(call: Call, tenant: PbxSnapshot): CallRecorder {
    const known = this.#recorders.get(call)
    if (known !== undefined) return known
    const { archive, speech } = this.#parts
    const through = (): TalkFacts['through'] => this.#through.get(call)
    const made = new CallRecorder({ call, tenant, archive, speech, consents: this.#consents, through })
    this.#recorders.set(call, made)
    call.scope.own({ close: () => void this.#running.delete(made) })
    return made
  }

  /** The first party whose PBX records at all. */
  #tenantOf(call: Call, { legs }: Talk): PbxSnapshot | undefined {
    const known = this.#recorders.get(call)?.tenantId
    const ids = known === undefined ? legs.flatMap(({ party }) => (party.extensionId === undefined ? [] : (party.tenantId ?? []))) : [known]
    const tenants = ids.map((id) => this.#parts.directory.tenant(id)).filter((tenant) => tenant !== undefined)
    return tenants.find(({ recordings }) => !neverRecords(recordings))
  }
}

function recordedOnDemand(recorder: CallRecorder | undefined): Wish | undefined {
  return recorder?.wish?.kind === 'record' ? recorder.wish : undefined
}
