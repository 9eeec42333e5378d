import { sleep } from '@klinke/foundation'
import type { BridgeEnd } from '../bridge/bridge.ts'
import { listenForCodes } from '../bridge/in-call-codes.ts'
import { holdMusic } from '../bridge/what-they-hear.ts'
import type { Call } from '../call/call.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { refused, talked } from '../outcome.ts'
import { backTo, handBack } from './blind.ts'
import { patienceFor } from './come-back.ts'
import { Consultation } from './consultation.ts'
import type { ConverseOptions, Next } from './converse.ts'
import { inviteOf, planFor, undertake } from './on-behalf.ts'

const LONGEST_NUMBER = 32
const FIRST_DIGIT_SECONDS = 10
const INTER_DIGIT_SECONDS = 4
/** How long the one who consults hears that nobody was reached, before it is back with the first party. */
const TOLD_BUSY_MS = 1500

type Dialled = Extract<BridgeEnd, { kind: 'dialled-code' | 'commanded' }>

/**
 * An extension calls somebody from inside a call, by code (CALL-01): the other party hears music, the extension a dial tone. It dials, and
 * then may connect both, go back, change between them, or have all three together. Hanging up connects both.
 */
export async function consult(call: Call, end: Dialled, exchange: Exchange, options: ConverseOptions): Promise<Next> {
  const { by, remaining } = end
  const before = call.principal
  call.parties.lead(by)
  await call.media.play(remaining.endpoint, holdMusic(call))
  const next = await callAnother(call, end, exchange, options)
  if (next !== 'back') return next
  // After help was called without the media engine there is nothing to come back to.
  if (call.relayLost) return talked('hung-up-by-called')
  if (!call.parties.isThere(by) || !call.parties.isThere(remaining)) return talked('hung-up-by-called')
  call.parties.releaseEnded()
  call.parties.lead(before)
  return backTo(call, end)
}

/** `back` when there is nobody else to talk to, or not any more. */
async function callAnother(call: Call, end: Dialled, exchange: Exchange, options: ConverseOptions): Promise<Next | 'back'> {
  const { by, remaining } = end
  const dialled = end.kind === 'commanded' && end.command.kind === 'consult' ? end.command.dialled : await number(call, by)
  if (dialled === '' || dialled === call.profile.inCallCodes?.back) return 'back'
  const request = inviteOf(by, dialled)
  const plan = call.parties.mayUndertake ? planFor(by, dialled, request, exchange.dialPlan) : refused('forbidden', 603)
  if (plan.kind !== 'call') {
    await tellBusy(call, by)
    return 'back'
  }
  call.note('consult', `${by.party.number} calls ${dialled}, ${remaining.party.number} waits`)
  const patience = patienceFor(call, plan.called, options.comeBack)
  const consultation = new Consultation(call, by, remaining, () => patience?.begin())
  const done = await during(call, consultation, () =>
    undertake(call, { by, plan, led: by, patience, request, successor: () => consultation.leave() }, exchange),
  )
  const { outcome, connected, journal } = done
  if (consultation.settled) {
    const refusal = connected || outcome.kind !== 'refused' ? undefined : outcome
    return refusal === undefined ? outcome : handBack(call, { by, target: plan.called, refusal }, exchange, options)
  }
  call.parties.releaseEnded()
  if (connected) await journal.endWhenCounted(outcome.cause, call.clock.epochMs())
  else if (call.parties.isThere(by)) await tellBusy(call, by)
  return 'back'
}

async function during<T>(call: Call, consultation: Consultation, work: () => Promise<T>): Promise<T> {
  const stopListening = listenWhileRinging(call, consultation)
  call.consultation = consultation
  try {
    return await work()
  } finally {
    stopListening()
    if (call.consultation === consultation) call.consultation = undefined
  }
}

async function number(call: Call, by: Leg): Promise<string> {
  by.digits.forget()
  const collected = await call.collect(
    {
      maxDigits: LONGEST_NUMBER,
      terminator: '#',
      firstDigitSeconds: FIRST_DIGIT_SECONDS,
      interDigitSeconds: INTER_DIGIT_SECONDS,
      prompt: { kind: 'signal', signal: 'dial' },
    },
    by,
  )
  return collected.digits
}

/** While it rings the codes mean: stay with the first party, or leave it to the ringing. */
function listenWhileRinging(call: Call, consultation: Consultation): () => void {
  const { transfer, back } = call.profile.inCallCodes ?? {}
  const codes = [transfer, back].filter((code) => code !== undefined)
  return listenForCodes(consultation.by.digits, codes, call.clock, (code) => {
    if (call.ringing === undefined) return
    if (code === back) call.ringing.giveUp()
    else consultation.leave()
  })
}

async function tellBusy(call: Call, by: Leg): Promise<void> {
  const playback = await call.media.play(by.endpoint, { kind: 'signal', signal: 'busy' })
  await sleep(call.clock, TOLD_BUSY_MS, call.scope.signal)
  playback.stop()
}
