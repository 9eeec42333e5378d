import { randomUUIDv7 } from 'node:crypto'
import type { Leg, Talk } from '@klinke/calls'
import type { CallRecorderParts } from './call-recorder.ts'
import { isOwn } from './policy.ts'
import { recordIds } from './record-ids.ts'
import type { Consent, RecordedParty, RecordingCause, RecordingHead } from './recording.ts'
import { Segment } from './segment.ts'

/** Longest single recording; a longer conversation is recorded in several. */
const MAX_SEGMENT_SECONDS = 4 * 3600
/** Less room than for that is no room. */
const MIN_SECONDS = 10
/** Of the widest recording there is: 16 kHz, two channels. */
const OCTETS_PER_SECOND = 2 * 2 * 16_000
/** Who was told only may still decline so long after the announcement. */
const DECLINE_WITHIN_MS = 10_000
const DECLINE_KEY = '2'

/** How long may be recorded into so much room; 0: not worth it. */
export function secondsFor(roomOctets: number): number {
  const seconds = Math.min(MAX_SEGMENT_SECONDS, Math.floor(roomOctets / OCTETS_PER_SECOND))
  return seconds < MIN_SECONDS ? 0 : seconds
}

interface NewSegment extends Omit<CallRecorderParts, 'through' | 'speech'> {
  readonly talk: Talk
  readonly cause: RecordingCause
  readonly maxSeconds: number
  readonly continues: string | undefined
}

/** Begins to record two parties that have been told. Rejects when the disk or the media engine refuses. */
export async function beginSegment(parts: NewSegment): Promise<Segment> {
  const { call, archive, maxSeconds, tenant } = parts
  const legs = callerFirst(parts.talk)
  const head = headOf(parts, legs)
  const path = await archive.begin(head)
  try {
    const { beep } = tenant.recordings.policy
    const recording = await call.record({ of: legs, path, channels: head.channels, maxSeconds, announceBeep: beep })
    const segment = new Segment(head, legs, recording)
    hearDeclining(segment, parts)
    return segment
  } catch (error) {
    await archive.discard(head)
    throw error
  }
}

function callerFirst({ legs: [one, other] }: Talk): readonly [Leg, Leg] {
  return other.role === 'caller' && one.role !== 'caller' ? [other, one] : [one, other]
}

function headOf({ call, tenant, cause, consents, continues }: NewSegment, legs: readonly [Leg, Leg]): RecordingHead {
  const { channels } = tenant.recordings.policy
  const callId = recordIds(call, tenant.id).at(-1) ?? call.id
  const places = channels === 'separate' ? (['left', 'right'] as const) : (['mixed', 'mixed'] as const)
  return {
    ...{ id: randomUUIDv7(), tenantId: tenant.id, callId, startedAtMs: call.clock.epochMs(), cause, channels, continues },
    parties: legs.map(({ party }, index): RecordedParty => ({ ...party, channel: places[index] ?? 'mixed' })),
    consents: legs.map((leg) => consents.of(leg)).filter((consent): consent is Consent => consent !== undefined),
  }
}

/** One who was told and not asked may still decline for a while: nothing is kept then. */
function hearDeclining(segment: Segment, { call, consents, tenant }: NewSegment): void {
  const told = segment.legs.filter((leg) => consents.of(leg)?.how === 'told' && !isOwn(tenant.id, leg.party))
  const stops = told.map((leg) =>
    leg.digits.listen((digit) => {
      if (digit !== DECLINE_KEY) return
      consents.decline(leg)
      segment.stop('declined')
    }),
  )
  if (stops.length === 0) return
  const done = (): void => {
    for (const stop of stops) stop()
  }
  const timer = call.after(DECLINE_WITHIN_MS, done)
  void segment.ended.then(() => {
    timer.cancel()
    done()
  })
}
