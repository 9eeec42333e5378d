import type { CauseCode } from '../causes.ts'
import type { Finding } from '../diagnose.ts'
import { type Evidence, lastStep, refusalsHeard } from '../evidence.ts'

/** By the status of the carrier's refusal; others are `carrier-refused`. */
const BY_STATUS: Readonly<Record<number, CauseCode>> = {
  401: 'carrier-credentials',
  407: 'carrier-credentials',
  404: 'carrier-number-unknown',
  410: 'carrier-number-unknown',
  484: 'carrier-number-unknown',
  604: 'carrier-number-unknown',
  503: 'carrier-no-channel',
  408: 'carrier-down',
}

/** What the public network says of the called party, not of the way there. */
const OF_THE_PARTY = new Set([480, 486, 600, 603])

/** What failed between us and the public network. */
export function wayFault(evidence: Evidence): Finding | undefined {
  const { ladder, callerCallId } = evidence
  const selected = lastStep(evidence, 'carrier-selected')
  const carrier = selected?.detail ?? ''
  const failed = lastStep(evidence, 'way-failed')
  if (failed !== undefined) return { code: connectionFault(failed.detail), facts: { carrier, detail: failed.detail } }
  if (selected === undefined) return undefined
  const refusal = refusalsHeard(evidence).at(-1)
  if (refusal !== undefined) {
    const { status = 0, phrase = '', reason } = refusal
    if (OF_THE_PARTY.has(status)) return undefined
    return { code: BY_STATUS[status] ?? 'carrier-refused', facts: { carrier, status: [status, phrase, reason].filter(Boolean).join(' ') } }
  }
  const challenged = ladder.some(({ direction, status, sipCallId }) => {
    return direction === 'received' && sipCallId !== callerCallId && (status === 401 || status === 407)
  })
  if (challenged && evidence.cause === 'forbidden') return { code: 'carrier-credentials', facts: { carrier, status: '401' } }
  return byOutcome(evidence, carrier)
}

/** Where the messages are not kept any more, the record still says this much. */
function byOutcome({ cause, sipStatus = 0 }: Evidence, carrier: string): Finding | undefined {
  const facts = { carrier, status: String(sipStatus) }
  switch (cause) {
    case 'unreachable':
      return { code: 'carrier-down', facts }
    case 'congestion':
      return { code: 'carrier-no-channel', facts }
    case 'not-found':
      return { code: 'carrier-number-unknown', facts }
    case 'forbidden':
      return { code: 'carrier-refused', facts }
    default:
      return undefined
  }
}

function connectionFault(detail: string): CauseCode {
  if (/has no address|ENOTFOUND|EAI_AGAIN/i.test(detail)) return 'dns-failure'
  return /certificate|\bTLS\b|handshake|altname|self.signed/i.test(detail) ? 'tls-failure' : 'connection-failed'
}
