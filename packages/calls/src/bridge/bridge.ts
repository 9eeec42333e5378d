import type { Endpoint, MediaSession } from '@klinke/rtp'
import type { SessionEnd } from '@klinke/sip'
import type { EndCause } from '../call-records.ts'
import { readableReason } from '../header-policy.ts'
import type { Leg } from '../leg/leg.ts'
import type { LegDialog, RequestDecider } from '../leg/leg-dialog.ts'
import { refuseTransfer } from './decide-unbridged.ts'
import { OfferRelay } from './offer-relay.ts'
import { relayRequest } from './relay-request.ts'

/** A leg whose dialog stands. */
export interface ConnectedLeg {
  readonly role: Leg['role']
  readonly endpoint: Endpoint
  readonly dialog: LegDialog
}

/** What ended a bridge. */
export interface BridgeEnd {
  /** The party whose dialog ended first. */
  readonly by: Leg['role']
  readonly cause: EndCause
  /** Reason header of its BYE (RFC 3326), for the other party. */
  readonly reason: string | undefined
}

/** Lets two answered parties talk until one of them is gone. Media is connected by then; changes to it are carried across. */
export async function bridge(a: ConnectedLeg, b: ConnectedLeg, media: MediaSession): Promise<BridgeEnd> {
  const offers = new OfferRelay(media)
  a.dialog.decidedBy(decideBridged(offers, a, b))
  b.dialog.decidedBy(decideBridged(offers, b, a))
  return Promise.race([a.dialog.ended.then((end) => endOf(a, end)), b.dialog.ended.then((end) => endOf(b, end))])
}

function decideBridged(offers: OfferRelay, from: ConnectedLeg, to: ConnectedLeg): RequestDecider {
  return (request) => {
    switch (request.kind) {
      case 'request':
        return relayRequest(request, to.dialog.session)
      case 'refer':
        return refuseTransfer(request)
      default:
        return offers.carry(request, from, to)
    }
  }
}

function endOf(leg: ConnectedLeg, end: SessionEnd): BridgeEnd {
  return { by: leg.role, cause: causeOf(leg.role, end), reason: end.by === 'remote' ? readableReason(end.reason) : undefined }
}

/** Why the call is over, from how one party's dialog ended. */
export function causeOf(role: Leg['role'], end: SessionEnd): EndCause {
  switch (end.by) {
    case 'remote':
      return role === 'caller' ? 'hung-up-by-caller' : 'hung-up-by-called'
    case 'session-expired':
      return 'session-expired'
    case 'no-ack':
    case 'dialog-failed':
      return 'unreachable'
    // We ended it ourselves inside a bridge only where the exchange of session descriptions broke down.
    case 'local':
      return 'error'
  }
}
