import type { MediaSource, Playback } from '@klinke/rtp'
import type { NextDigit } from '../leg/digits.ts'
import type { Leg } from '../leg/leg.ts'
import type { Call } from './call.ts'

export interface CollectOptions {
  readonly maxDigits: number
  /** The key that ends the input early, usually `#`; it is not part of it. */
  readonly terminator?: string
  /** How long the first key may take, from the end of the prompt on. */
  readonly firstDigitSeconds: number
  /** How long each further key may take. */
  readonly interDigitSeconds: number
  /** Played first; the first key ends it. */
  readonly prompt?: MediaSource
}

export interface Collected {
  readonly digits: string
  /** `complete`: as many as asked for, or the terminator; `timeout`: no further key came; `gone`: the party is not here any more. */
  readonly ended: 'complete' | 'timeout' | 'gone'
}

/** Asks a party for keys, or the principal: whoever takes its place meanwhile is asked anew. Rejects with `CallOver` when the call ends. */
export async function collect(call: Call, options: CollectOptions, from: Leg | undefined): Promise<Collected> {
  for (;;) {
    const asked = from ?? call.principal
    const answering = call.scope.race(collected(call, options, asked))
    const answer = await (call.fax !== undefined && asked === call.principal ? call.fax.during(asked.endpoint, answering) : answering)
    const replaced = from === undefined && call.principal !== asked && call.parties.isThere(call.principal)
    if (answer.ended !== 'gone' || !replaced) return answer
  }
}

async function collected(call: Call, options: CollectOptions, from: Leg): Promise<Collected> {
  let next = await firstKey(call, options, from)
  let digits = ''
  for (;;) {
    if (next.kind !== 'digit') return { digits, ended: next.kind }
    if (next.digit === options.terminator) return { digits, ended: 'complete' }
    digits += next.digit
    if (digits.length >= options.maxDigits) return { digits, ended: 'complete' }
    next = await from.digits.next(options.interDigitSeconds * 1000)
  }
}

async function firstKey(call: Call, { prompt, firstDigitSeconds }: CollectOptions, from: Leg): Promise<NextDigit> {
  if (prompt === undefined) return from.digits.next(firstDigitSeconds * 1000)
  if (call.parties.hasPrincipal && from === call.principal) call.parties.hears(undefined)
  await from.arrival
  const playback = await call.media.play(from.endpoint, prompt)
  const key = isEndless(prompt) ? await from.digits.next(firstDigitSeconds * 1000) : await keyDuring(playback, from)
  playback.stop()
  if (key !== undefined || firstDigitSeconds === 0) return key ?? from.digits.next(0)
  // A question whose file is gone is none: the party is to know all the same that it is its turn.
  if ((await playback.ended) === 'failed') await call.media.play(from.endpoint, YOUR_TURN)
  return from.digits.next(firstDigitSeconds * 1000)
}

const YOUR_TURN: MediaSource = { kind: 'signal', signal: 'beep' }

/** A dial tone sounds as long as it takes. */
function isEndless(prompt: MediaSource): boolean {
  if (prompt.kind === 'files') return prompt.repeat === 'forever'
  return prompt.kind !== 'signal' || prompt.signal !== 'beep'
}

/** The key that ended the prompt; `undefined` when it was heard to its end. */
async function keyDuring(playback: Playback, from: Leg): Promise<NextDigit | undefined> {
  const key = from.digits.next()
  const first = await Promise.race([key, playback.ended.then(() => undefined)])
  if (first !== undefined) return first
  from.digits.interrupt()
  // The key that came in the same moment is not lost.
  const late = await key
  return late.kind === 'digit' ? late : undefined
}
