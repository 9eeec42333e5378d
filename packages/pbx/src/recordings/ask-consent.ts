import type { Call, Leg } from '@klinke/calls'
import type { MediaSource } from '@klinke/rtp'
import type { Consents } from './consents.ts'

/** How long an answer to the question may take, from its end on. */
const ANSWER_WITHIN_MS = 8000
const YES = '1'
const NO = '2'
/** While others are still being told or asked: the line stands. */
const STILL_THERE: MediaSource = { kind: 'signal', signal: 'waiting', levelDbm0: -25 }

/** What came of telling one party. `unheard`: it could not be told; `interrupted`: something else happened in the call. */
export type Answer = 'consents' | 'declines' | 'unheard' | 'interrupted'

export interface Question {
  /** What the party hears. */
  readonly source: MediaSource
  /** It must agree by a key; else it is told, and may decline. */
  readonly mustAgree: boolean
}

/** Tells a party that it will be recorded, or asks whether it may be; what it says is kept in `consents`. */
export async function askConsent(call: Call, leg: Leg, { source, mustAgree }: Question, consents: Consents): Promise<Answer> {
  leg.digits.forget()
  const playback = await call.media.play(leg.endpoint, source)
  const key = await keyWhile(leg, playback.ended)
  if (key === 'ended' && !mustAgree) return told(leg, await playback.ended, call, consents)
  const pressed = key === 'ended' && (await playback.ended) === 'finished' ? await lateKey(leg) : key
  playback.stop()
  switch (pressed) {
    case YES:
      consents.give(leg, 'agreed', call.clock.epochMs())
      return 'consents'
    case 'ended':
      return (await playback.ended) === 'failed' ? 'unheard' : 'interrupted'
    case 'gone':
      return 'interrupted'
    default:
      // No answer is no consent, nor is any other key.
      consents.decline(leg)
      return 'declines'
  }
}

/** What a party hears that has been told, while others are being asked. */
export async function keepCompany(call: Call, leg: Leg): Promise<void> {
  await call.media.play(leg.endpoint, STILL_THERE)
}

function told(leg: Leg, end: 'finished' | 'stopped' | 'failed', call: Call, consents: Consents): Answer {
  if (end !== 'finished') return end === 'failed' ? 'unheard' : 'interrupted'
  consents.give(leg, 'told', call.clock.epochMs())
  return 'consents'
}

/** A key that answers, while the announcement is heard; `ended` when it has ended. */
async function keyWhile(leg: Leg, ended: Promise<unknown>): Promise<string> {
  const over = ended.then(() => 'ended' as const)
  for (;;) {
    const next = leg.digits.next()
    const first = await Promise.race([next, over])
    if (first === 'ended') {
      leg.digits.interrupt()
      const late = await next
      return late.kind === 'digit' && answers(late.digit) ? late.digit : 'ended'
    }
    if (first.kind !== 'digit') return 'gone'
    if (answers(first.digit)) return first.digit
  }
}

function answers(digit: string): boolean {
  return digit === YES || digit === NO
}

async function lateKey(leg: Leg): Promise<string> {
  const next = await leg.digits.next(ANSWER_WITHIN_MS)
  switch (next.kind) {
    case 'digit':
      return next.digit
    case 'timeout':
      return 'silence'
    case 'gone':
      return 'gone'
  }
}
