import type {
  CallAnswered,
  CallCharged,
  CallEnded,
  CallKey,
  CallParty,
  CallRecords,
  CallStarted,
  LegMedia,
  RefusedRequest,
} from '@klinke/calls'
import { BoundedMap, type Clock, type Logger } from '@klinke/foundation'
import type { QualitySample } from '@klinke/rtp'
import type { MessageTrace } from '@klinke/sip'
import type { PbxDirectory } from '../snapshot.ts'
import { diagnose } from './diagnose.ts'
import { evidenceAtEnd } from './evidence-of.ts'
import { RefusedRequests } from './refused-requests.ts'
import { type CallTrace, ladderOf, MAX_DIALOGS, type TracedDialog } from './trace.ts'
import { TraceWriter, type TraceWriterOptions } from './trace-writer.ts'

export interface CallTracesOptions extends TraceWriterOptions {
  /** Where the records go. */
  readonly records: CallRecords
  /** The messages as they pass. */
  readonly messages: Pick<MessageTrace, 'of'>
  readonly directory: Pick<PbxDirectory, 'tenant' | 'tenantByDomain'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Running calls whose dialogs are known; a call has a record per customer. */
const MAX_RUNNING = 150_000
/** Ended calls that can be explained from memory, as long as their messages are remembered. */
const MAX_RECENT = 20_000
/** Answers to BYEs come after the end. */
const SETTLED_AFTER_MS = 2_000

interface Recent {
  readonly dialogs: readonly TracedDialog[]
  readonly samples: CallTrace['samples']
}

interface Known extends Recent {
  readonly started: CallStarted
  readonly dialogs: TracedDialog[]
  answeredAtMs: number | undefined
  samples: CallTrace['samples']
}

const NO_SAMPLES: CallTrace['samples'] = { caller: [], called: [] }

/**
 * Call records that remember how their calls went. A running call costs a list of its Call-IDs; messages are read and written down for calls
 * that went wrong, or for all where a customer wants that, and for the others when somebody asks soon enough.
 */
export class CallTraces implements CallRecords {
  readonly #options: CallTracesOptions
  readonly #running = new BoundedMap<string, Known>(MAX_RUNNING)
  /** `Recent` as JSON: as objects, with the messages of which their strings are parts, they burden each collection of garbage. */
  readonly #recent = new BoundedMap<string, string>(MAX_RECENT)
  /** Calls that have just ended: each is written as soon as its last messages are there. */
  readonly #settling = new Set<() => void>()
  readonly #writer: TraceWriter
  readonly #refusals: RefusedRequests

  constructor(options: CallTracesOptions) {
    this.#options = options
    this.#writer = new TraceWriter(options)
    this.#refusals = new RefusedRequests(options, this.#writer)
  }

  started(call: CallStarted): void {
    this.#options.records.started(call)
    const dialogs = [{ sipCallId: call.sipCallId, number: call.caller.number }]
    this.#running.set(call.id, { started: call, dialogs, answeredAtMs: undefined, samples: NO_SAMPLES })
  }

  dialled({ id }: CallKey, sipCallId: string, { number }: CallParty): void {
    const known = this.#running.get(id)
    if (known !== undefined && known.dialogs.length < MAX_DIALOGS) known.dialogs.push({ sipCallId, number })
  }

  answered(call: CallAnswered): void {
    this.#options.records.answered(call)
    const known = this.#running.get(call.id)
    if (known !== undefined) known.answeredAtMs ??= call.answeredAtMs
  }

  charged(call: CallCharged): void {
    this.#options.records.charged(call)
  }

  ended(call: CallEnded): void {
    const { callerMedia, calledMedia } = call
    this.#options.records.ended({ ...call, callerMedia: withoutSamples(callerMedia), calledMedia: withoutSamples(calledMedia) })
    const known = this.#running.get(call.id)
    if (known === undefined) return
    this.#running.delete(call.id)
    known.samples = { caller: samplesOf(callerMedia), called: samplesOf(calledMedia) }
    this.#recent.set(call.id, JSON.stringify({ dialogs: known.dialogs, samples: known.samples } satisfies Recent))
    if (this.#isToBeKept(known, call)) this.#keep(call.id, known)
  }

  alive(calls: readonly CallKey[], atMs: number): void {
    this.#options.records.alive(calls, atMs)
  }

  refused(request: RefusedRequest): void {
    this.#refusals.add(request)
  }

  /** What memory holds of a call, running or over; `undefined` when nothing is left of it. */
  traceOf(callId: string): CallTrace | undefined {
    const known = this.#running.get(callId) ?? this.#recentOf(callId)
    if (known === undefined) return undefined
    const ladder = ladderOf(this.#options.messages, known.dialogs)
    return ladder.length === 0 ? undefined : { ladder, samples: known.samples }
  }

  /** Writes what waits, also of calls that have just ended, and stops. */
  close(): Promise<void> {
    for (const settle of [...this.#settling]) settle()
    return this.#writer.close()
  }

  #recentOf(callId: string): Recent | undefined {
    const recent = this.#recent.get(callId)
    return recent === undefined ? undefined : (JSON.parse(recent) as Recent)
  }

  #isToBeKept({ started, answeredAtMs }: Known, ended: CallEnded): boolean {
    const wanted = this.#options.directory.tenant(started.tenantId)?.profile.callTraces ?? 'problems'
    if (wanted !== 'problems') return wanted === 'always'
    return diagnose(evidenceAtEnd(started, answeredAtMs, ended)).severity === 'problem'
  }

  #keep(callId: string, { started, samples, dialogs }: Known): void {
    const { tenantId } = started
    const { clock, messages } = this.#options
    if (!this.#writer.admits()) return
    const settle = (): void => {
      timer.cancel()
      this.#settling.delete(settle)
      this.#writer.add({ kind: 'call', callId, tenantId, trace: { ladder: ladderOf(messages, dialogs), samples } })
    }
    const timer = clock.after(SETTLED_AFTER_MS, settle)
    this.#settling.add(settle)
  }
}

function withoutSamples(media: LegMedia | undefined): LegMedia | undefined {
  if (media?.samples === undefined) return media
  const { samples, ...totals } = media
  return totals
}

function samplesOf(media: LegMedia | undefined): readonly QualitySample[] {
  return media?.samples ?? []
}
