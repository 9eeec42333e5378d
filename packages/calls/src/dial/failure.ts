import { Contact, type RequestOutcome, type SipResponse } from '@klinke/sip'
import type { DialTarget } from '../exchange/exchange.ts'
import { type Refusal, refused } from '../outcome.ts'

/**
 * What a called side's failure means for the call: the cause on the record and the status the caller gets.
 * Statuses that speak about our own leg (credentials, routes, extensions) are not shown to the caller.
 */
export function refusalOf(outcome: RequestOutcome, rang: boolean, isFaultOfTheWay: DialTarget['isFaultOfTheWay'] = isServerFault): Refusal {
  // No answer to the INVITE at all, or no way there: for the caller the party is not there at the moment.
  if (outcome.kind !== 'response') return rang ? refused('no-answer', 480) : silent
  const { status } = outcome.response
  const refusal = status < 400 ? redirected(outcome.response) : refusalOfStatus(status, rang)
  return !rang && isFaultOfTheWay(outcome.response) ? { ...refusal, tryElsewhere: true } : refusal
}

const LONGEST_PLACE = 100

/** Where a party wanted to send the call (3xx, RFC 3261 §8.1.3.4), for the record: nobody goes there. */
export function redirectionOf(outcome: RequestOutcome): string | undefined {
  if (outcome.kind !== 'response' || outcome.response.status >= 400) return undefined
  return (outcome.response.headers.read(Contact)?.uri ?? 'nowhere').slice(0, LONGEST_PLACE)
}

/** Not a word came back. */
export const silent: Refusal = { ...refused('unreachable', 480), tryElsewhere: true }

/** The server at the other end failed or did not let us in; nothing is said about the party. */
function isServerFault({ status }: SipResponse): boolean {
  return (status >= 500 && status < 600) || status === 408 || status === 401 || status === 407
}

function refusalOfStatus(status: number, rang: boolean): Refusal {
  switch (status) {
    case 486:
    case 600:
      return refused('busy', status)
    case 603:
    // RFC 5079, RFC 8197, RFC 8688: anonymous, unwanted, rejected.
    case 433:
    case 607:
    case 608:
      return refused('declined', status)
    case 404:
    case 410:
    case 484:
    case 604:
      return refused('not-found', status)
    case 408:
    case 480:
    case 487:
      return refused(rang ? 'no-answer' : 'unreachable', 480)
    case 415:
    case 488:
    case 606:
      return refused('incompatible', 488)
    case 403:
      return refused('forbidden', 403)
    // Challenges concern our own credentials: the caller has no answer to them.
    case 401:
    case 407:
      return refused('forbidden', 500)
    // A 503 would take the caller's next calls elsewhere, though only this path is congested (RFC 3261 §16.7 step 6).
    case 503:
      return refused('congestion', 500)
    case 482:
    case 483:
      return refused('unreachable', status)
    default:
      return byClass(status)
  }
}

function byClass(status: number): Refusal {
  if (status >= 600) return refused('declined', 603)
  if (status >= 500) return refused('unreachable', 500)
  return refused('unreachable', 480)
}

/** Redirections are not followed here: where a call may be forwarded to is the customer's decision, not a phone's. */
function redirected({ headers }: SipResponse): Refusal {
  const refusal = refused('unreachable', 480)
  const [contact] = headers.readAll(Contact) ?? []
  return contact === undefined ? refusal : { ...refusal, redirectedTo: contact.uri }
}
