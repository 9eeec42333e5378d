import type { DialogTable } from '../dialog/dialog-table.ts'
import { Replaces } from '../header/replaces.ts'
import type { Headers } from '../message/message.ts'
import type { InviteSession } from './session.ts'
import type { IncomingInvite, PendingInvite } from './user-agent.ts'

/** How a dialog is named by a peer; the tags are seen from here. */
export interface DialogName {
  readonly callId: string
  readonly localTag: string
  readonly remoteTag: string
}

/** An INVITE dialog of ours, as far as it has come. The objects are the ones that the application got when it began. */
export type LocalDialog =
  | { readonly kind: 'session'; readonly session: InviteSession }
  /** An INVITE of ours that rings. */
  | { readonly kind: 'calling'; readonly invite: PendingInvite }
  /** An INVITE of the peer that we have not answered. */
  | { readonly kind: 'called'; readonly invite: IncomingInvite }
  /** A session that is over, its last messages under way. */
  | { readonly kind: 'ended' }

/** What the Replaces of an INVITE means here (RFC 3891 §3). */
export type ReplacedDialog =
  | Extract<LocalDialog, { kind: 'session' | 'calling' }>
  /** Nothing that may be replaced: answer the INVITE with this status, once the caller is known. */
  | { readonly kind: 'refused'; readonly status: 400 | 481 | 486 | 603 }

export function findDialog(dialogs: DialogTable, { callId, localTag, remoteTag }: DialogName): LocalDialog | undefined {
  return dialogs.find(callId, localTag, remoteTag)?.invitation
}

/** The dialog that an INVITE shall take the place of; `undefined` when it has no Replaces. */
export function replacedDialog(dialogs: DialogTable, headers: Headers): ReplacedDialog | undefined {
  if (!headers.has('Replaces')) return undefined
  const replaces = headers.readAll(Replaces)?.[0]
  if (replaces === undefined || headers.list('Replaces').length > 1 || headers.has('Join')) return { kind: 'refused', status: 400 }
  const { callId, toTag, fromTag, earlyOnly } = replaces
  // RFC 3891 §6.1: a tag of 0 stands for a peer that sent none.
  const found =
    findDialog(dialogs, { callId, localTag: toTag, remoteTag: fromTag }) ??
    ringingAs(findDialog(dialogs, { callId, localTag: fromTag, remoteTag: toTag })) ??
    (fromTag === '0' ? findDialog(dialogs, { callId, localTag: toTag, remoteTag: '' }) : undefined)
  switch (found?.kind) {
    case 'session':
      return earlyOnly ? { kind: 'refused', status: 486 } : found
    case 'calling':
      return found
    case 'ended':
      return { kind: 'refused', status: 603 }
    // A call that we have not answered ourselves cannot be taken over from us (RFC 3891 §3).
    case 'called':
    case undefined:
      return { kind: 'refused', status: 481 }
  }
}

/** Some phones that pick up name the dialog as the phone sees it that rings (RFC 4235 §4.1.2), which is the other way round. */
function ringingAs(found: LocalDialog | undefined): LocalDialog | undefined {
  return found?.kind === 'calling' ? found : undefined
}
