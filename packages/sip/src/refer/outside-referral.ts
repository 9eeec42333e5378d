import { dialogOfRequest } from '../dialog/dialog.ts'
import type { SipRequest } from '../message/message.ts'
import { MAX_SUBSCRIPTIONS } from '../subscription/event-packages.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { Authenticator } from '../user-agent/authenticator.ts'
import { userOf } from '../user-agent/contact.ts'
import { type Core, newTag } from '../user-agent/core.ts'
import { DialogPeer, isBehindNat } from '../user-agent/dialog-peer.ts'
import { ReceivedReferral } from './received-referral.ts'
import { referTargetOf } from './refer-target.ts'
import type { OutsideReferral } from './referral.ts'
import { ReferralNotifier } from './referral-notifier.ts'

/** A REFER outside dialogs for the application, or the status it is refused with. */
export function outsideReferral(core: Core, request: SipRequest, transaction: ServerTransaction): OutsideReferral | number {
  const target = referTargetOf(request)
  const dialog = dialogOfRequest(request, newTag(core))
  if (target === undefined || dialog === undefined) return 400
  if (core.subscriptions.running >= MAX_SUBSCRIPTIONS) return 503
  const way = { flow: transaction.flow, pinned: isBehindNat(request, transaction.flow) }
  const peer = new DialogPeer(core, dialog, way, new Authenticator(undefined, core.random), userOf(request.uri))
  return new ReceivedReferral(core, request, transaction, target, {
    contact: () => peer.contact(),
    localTag: dialog.localTag,
    subscription: () => new ReferralNotifier({ core, peer, event: 'refer' }),
  })
}
