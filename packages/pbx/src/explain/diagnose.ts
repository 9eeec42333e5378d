import type { Severity } from './cause.ts'
import { CAUSES, type CauseCode, sentence } from './causes.ts'
import { type Evidence, type Facts, lastStep } from './evidence.ts'
import { mediaFault } from './rules/media.ts'
import { refusedRequest } from './rules/refused-request.ts'
import { settingThatDecided } from './rules/settings.ts'
import { wayFault } from './rules/way.ts'

/** What a rule says: the cause, and what its words name. */
export interface Finding {
  readonly code: CauseCode
  readonly facts?: Facts
}

export interface Diagnosis {
  readonly code: CauseCode
  readonly severity: Severity
  readonly sentence: { readonly de: string; readonly en: string }
}

/** Why this happened, and what to do about it. Pure: the same evidence gives the same answer, next year too. */
export function diagnose(evidence: Evidence): Diagnosis {
  const { code, facts } = findingOf(evidence)
  const all: Facts = {
    ...{ caller: evidence.callerNumber, called: evidence.calledNumber, status: String(evidence.sipStatus ?? '') },
    ...facts,
  }
  return { code, severity: CAUSES[code].severity, sentence: { de: sentence(code, 'de', all), en: sentence(code, 'en', all) } }
}

/** From what is certain to what is likely. */
function findingOf(evidence: Evidence): Finding {
  if (evidence.refused !== undefined) return refusedRequest(evidence.refused)
  if (evidence.cause === undefined) return { code: 'in-progress' }
  return interrupted(evidence) ?? (evidence.talkedSeconds === undefined ? notAnswered(evidence) : answered(evidence))
}

/** Ended by the exchange, whether answered or not. */
function interrupted(evidence: Evidence): Finding | undefined {
  const detail = (...steps: readonly string[]): Facts => ({ detail: lastStep(evidence, ...steps)?.detail ?? '' })
  switch (evidence.cause) {
    case 'restart':
      return { code: 'restart' }
    case 'drained':
      return { code: 'drained' }
    case 'cost-limit':
      return { code: 'guard-limit' }
    case 'credit-used-up':
      return { code: 'no-credit' }
    case 'preempted':
      return { code: 'preempted' }
    case 'duration-limit':
      return { code: 'duration-limit' }
    case 'session-expired':
      return { code: 'session-expired' }
    case 'media-unprotected':
      return { code: 'media-unprotected', facts: detail('media-unprotected') }
    case 'media-inactivity':
      return mediaFault(evidence) ?? { code: 'media-inactivity', facts: detail('media-inactivity') }
    case 'incompatible':
      return { code: demandsSrtp(evidence) ? 'srtp-mismatch' : 'codec-mismatch' }
    case 'error':
      return { code: lastStep(evidence, 'media-lost') === undefined ? 'internal-error' : 'media-engine-lost' }
    default:
      return undefined
  }
}

/** A description with RTP/SAVP leaves no choice (RFC 4568 §5.1.1). Offers of ours do not count: after a refusal the other way is tried. */
function demandsSrtp({ ladder }: Evidence): boolean {
  return ladder.some(({ direction, sdp = '', method, status }) => {
    return direction === 'received' && method === 'INVITE' && status === undefined && /^m=audio \d+ (RTP\/SAVPF?|UDP\/TLS\S*) /m.test(sdp)
  })
}

function answered(evidence: Evidence): Finding {
  const { emergency } = evidence
  const fault = mediaFault(evidence)
  if (fault !== undefined) return fault
  if (emergency) return { code: 'emergency-call' }
  const pin = lastStep(evidence, 'turned-away', 'conference-refused')
  if (pin?.detail.includes('pin') === true) return { code: 'pin-wrong' }
  const transfer = lastStep(evidence, 'transfer')
  if (transfer !== undefined) return { code: 'transferred', facts: { detail: transfer.detail } }
  return forwarding(evidence) ?? { code: severalRang(evidence) ? 'answered-elsewhere' : 'talked' }
}

function forwarding(evidence: Evidence): Finding | undefined {
  const step = lastStep(evidence, 'forwarded')
  if (step === undefined) return undefined
  return { code: step.detail.includes(' no-answer ') ? 'forwarded-after-no-answer' : 'forwarded', facts: { detail: step.detail } }
}

/** We told another phone that somebody else has answered (RFC 3326). */
function severalRang({ ladder }: Evidence): boolean {
  return ladder.some(({ direction, method, status, reason }) => {
    return direction === 'sent' && method === 'CANCEL' && status === undefined && reason?.includes('cause=200') === true
  })
}

/** The words of call-settings/guard.ts. */
const GOES_BACK = /: (forwarded \d+ times already|to itself|back to an extension)/

/** Of forwardings that lead back to each other one is not carried out (CALL-07): that nobody was there instead is only what follows. */
function heldForwarding(evidence: Evidence): Finding | undefined {
  const step = lastStep(evidence, 'not-forwarded')
  return step !== undefined && GOES_BACK.test(step.detail) ? { code: 'goes-round', facts: { detail: step.detail } } : undefined
}

function notAnswered(evidence: Evidence): Finding {
  const { cause, sipStatus, emergency } = evidence
  if (cause === 'cancelled') return { code: 'caller-cancelled' }
  if (emergency) return { code: 'emergency-failed' }
  if (sipStatus === 482) return { code: 'goes-round', facts: { detail: lastStep(evidence, 'goes-round')?.detail ?? '482' } }
  if (sipStatus === 483) return { code: 'too-many-hops' }
  const held = heldForwarding(evidence)
  if (held !== undefined) return held
  return settingThatDecided(evidence) ?? wayFault(evidence) ?? byCause(evidence)
}

/** A registered device was called. */
const RANG = new Set(['ring-extension', 'branch-failed'])

function byCause({ cause, steps }: Evidence): Finding {
  switch (cause) {
    case 'busy':
      return { code: 'busy' }
    case 'no-answer':
      return { code: 'no-answer' }
    case 'declined':
      return { code: 'declined' }
    case 'not-found':
      return { code: 'number-unknown' }
    case 'forbidden':
      return { code: 'forbidden' }
    case 'congestion':
      return { code: 'congestion' }
    case 'unreachable':
      return { code: steps.some(({ step }) => RANG.has(step)) ? 'device-silent' : 'unreachable' }
    default:
      return { code: 'unreachable' }
  }
}
