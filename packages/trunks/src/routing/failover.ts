import { Reason, type SipResponse } from '@klinke/sip'
import type { CarrierProfile } from '../carriers/profiles/carrier-profile.ts'

/** What an answer of a carrier, from before anybody was rung, means for the call. */
export interface FailoverRule {
  /** First and last status. */
  readonly statuses: readonly [number, number]
  /** Another carrier is tried. */
  readonly goesOn: boolean
  readonly because: string
}

/**
 * By the status; the first rule that holds it counts. Whatever speaks of the way leads on, whatever speaks of the called party ends
 * the call: ringing somebody by another carrier who has just declined would be a second call (TRK-12).
 */
export const BY_STATUS: readonly FailoverRule[] = [
  { statuses: [300, 399], goesOn: true, because: 'where a call may go is not for a carrier to say: redirections are not followed' },
  { statuses: [401, 401], goesOn: true, because: 'our account is refused there' },
  { statuses: [403, 403], goesOn: false, because: 'this call may not be made' },
  { statuses: [407, 407], goesOn: true, because: 'our account is refused there' },
  { statuses: [408, 408], goesOn: true, because: 'something behind the carrier is silent' },
  { statuses: [482, 483], goesOn: true, because: 'the call goes round there' },
  { statuses: [400, 499], goesOn: false, because: 'it is said of the number, or of who has it' },
  { statuses: [500, 599], goesOn: true, because: 'the carrier has failed or is full' },
  { statuses: [600, 699], goesOn: false, because: 'it is said of who is called, wherever' },
]

/**
 * By the cause of ITU-T Q.850 that the telephone network has given (Reason, RFC 6432): it says more than the status that a gateway has made of it.
 * Causes that are not named leave it to the status.
 */
export const BY_CAUSE: readonly { readonly cause: number; readonly goesOn: boolean; readonly because: string }[] = [
  { cause: 1, goesOn: false, because: 'unallocated number' },
  { cause: 2, goesOn: true, because: 'no route to the transit network' },
  { cause: 3, goesOn: true, because: 'no route to the destination' },
  { cause: 16, goesOn: false, because: 'normal clearing' },
  { cause: 17, goesOn: false, because: 'user busy' },
  { cause: 18, goesOn: false, because: 'no user responds' },
  { cause: 19, goesOn: false, because: 'no answer' },
  { cause: 20, goesOn: false, because: 'subscriber absent' },
  { cause: 21, goesOn: false, because: 'call rejected' },
  { cause: 22, goesOn: false, because: 'number changed' },
  { cause: 28, goesOn: false, because: 'invalid number format' },
  { cause: 34, goesOn: true, because: 'no circuit is free' },
  { cause: 38, goesOn: true, because: 'the network is out of order' },
  { cause: 41, goesOn: true, because: 'temporary failure' },
  { cause: 42, goesOn: true, because: 'the switch is overloaded' },
  { cause: 44, goesOn: true, because: 'the circuit asked for is not available' },
  { cause: 47, goesOn: true, because: 'resources are missing' },
]

const CAUSES = new Map(BY_CAUSE.map(({ cause, goesOn }) => [cause, goesOn]))

/** Whether another carrier is tried after this answer: what the carrier's profile says, else the cause of the telephone network, else the status. */
export function goesOnAfter(response: SipResponse, { goesOnAfter: more = [], endsAfter = [] }: CarrierProfile): boolean {
  const { status } = response
  if (endsAfter.includes(status)) return false
  if (more.includes(status)) return true
  return byCause(response) ?? BY_STATUS.find(({ statuses: [first, last] }) => status >= first && status <= last)?.goesOn ?? false
}

function byCause({ headers }: SipResponse): boolean | undefined {
  for (const text of headers.list('Reason')) {
    const reason = Reason.parse(text)
    const goesOn = reason?.protocol.toUpperCase() === 'Q.850' ? CAUSES.get(reason.cause ?? 0) : undefined
    if (goesOn !== undefined) return goesOn
  }
  return undefined
}
