import type { Logger } from '@klinke/foundation'
import type { ProtectionFailure } from '@klinke/rtp'
import type { CallFlow } from '../dial-plan.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { type Outcome, refused, talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import { bringTogether } from './bring-together.ts'
import type { Call } from './call.ts'
import { CallOver } from './call-over.ts'
import { EmergencyMedia } from './emergency-media.ts'
import { finishCall, reasonFor } from './finish-call.ts'
import { mediaRefusal } from './media-failure.ts'
import { mediaStopped } from './media-stops.ts'
import { leadDirectly } from './without-relay.ts'

/** Leads a call through its flow to its end, which it gives. Never rejects: a flow that fails ends its own call and no other. */
export async function leadCall(call: Call, flow: CallFlow, exchange: Exchange, logger: Logger): Promise<Outcome> {
  unattended(watchMedia(call))
  let outcome: Outcome
  try {
    outcome = await Promise.race([followed(call, flow, exchange), call.over])
  } catch (error) {
    outcome = outcomeOf(error)
    if (outcome.cause === 'error') logger.error('call flow failed', { call: call.id, error: asError(error) })
  }
  try {
    await finishCall(call, outcome)
  } catch (error) {
    logger.error('ending a call failed', { call: call.id, error: asError(error) })
  }
  return outcome
}

/** The flow, and if it reaches nobody what somebody has set beside it meanwhile. */
async function followed(call: Call, flow: CallFlow, exchange: Exchange): Promise<Outcome> {
  const outcome = await flow(call, exchange)
  const { unreached } = call
  call.unreached = undefined
  if (outcome.kind !== 'refused' || unreached === undefined) return outcome
  // Nobody is charged here for a conversation with somebody else.
  if (!call.journal.wasAnswered) call.journal.refused(outcome.cause, outcome.status, call.clock.epochMs())
  return unreached(outcome)
}

/** Errors that are the domain's have a cause of their own; any other is a bug. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof CallOver) return error.outcome
  return mediaRefusal(error) ?? refused('error', 500)
}

/**
 * Follows what the media engine tells: keys, and a party that has gone silent although it should send, which ends the call: it would
 * be charged for ever (inactivity time: profile).
 */
async function watchMedia(call: Call): Promise<void> {
  for await (const event of call.media.events) {
    switch (event.kind) {
      case 'lost':
        call.note('media-lost', event.endpoint)
        mediaLost(call)
        break
      case 'unprotected':
        unprotected(call, event.endpoint, event.why)
        break
      case 'inactive':
        if (call.state === 'answered') wentSilent(call, event.endpoint, event.silentMs)
        break
      case 'stopped':
      case 'returned':
        mediaStopped(call, event.endpoint, event.kind === 'stopped', event.silentMs)
        break
      case 'dtmf':
        call.parties.at(event.endpoint)?.digits.pressed(event.digit, event.by)
        break
      case 'calling-tone':
        if (call.parties.hasPrincipal && call.parties.at(event.endpoint) === call.principal) call.fax?.heard()
        break
      case 'playback-failed':
        call.note('playback-failed', `${event.endpoint}: ${event.file ?? ''} ${event.why}`)
        break
      default:
    }
  }
}

/** A browser whose sound cannot be trusted to be its own neither speaks nor hears; in a conference it goes alone. */
function unprotected(call: Call, endpoint: string, why: ProtectionFailure): void {
  call.note('media-unprotected', `${endpoint}: ${why}`)
  const end = talked('media-unprotected', `SIP;cause=488;text="DTLS ${why.replaceAll('-', ' ')}"`)
  const leg = call.parties.at(endpoint)
  if (leg !== undefined && call.parties.leaderless) unattended(leg.hangUp(reasonFor(end)))
  // Who has called for help stays in the call: the control centre sees who it was, and can call back (EMG-01).
  else if (!call.emergency) call.end(end)
}

function wentSilent(call: Call, endpoint: string, silentMs: number): void {
  call.note('media-inactivity', `${endpoint} silent for ${Math.round(silentMs / 1000)} s`)
  const leg = call.parties.at(endpoint)
  // In a conference it goes alone, and so does who only listens.
  if (leg !== undefined && (call.parties.leaderless || call.parties.isBeside(leg))) unattended(leg.hangUp(reasonFor(SILENT)))
  else if (!call.emergency || silentMs >= EMERGENCY_SILENCE_MS) call.end(SILENT)
}

/** Who has called help out of an ordinary call, and cannot speak, keeps the line as long as one who has dialled it at once (EMG-01). */
const EMERGENCY_SILENCE_MS = 86_400_000

const SILENT = talked('media-inactivity')

/** An emergency call goes on without the relay, as far as it has come (EMG-01). */
function mediaLost(call: Call): void {
  const { media } = call
  if (media instanceof EmergencyMedia) {
    media.giveWay()
    if (call.state === 'answered') unattended(bringTogether(call))
  } else if (call.emergency) {
    call.relayLost = true
    const [caller, helper] = call.bridge?.legs ?? []
    if (caller !== undefined && helper !== undefined) unattended(leadDirectly(call, caller, helper, undefined))
  } else call.end(talked('error'))
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
