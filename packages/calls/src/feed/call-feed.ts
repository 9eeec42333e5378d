import type { CallParty } from '../call-records.ts'
import type { ChangeFeed } from '../change-feeds.ts'

/** States of a dialog as RFC 4235 §3.7.1 names them. */
export type DialogState = 'trying' | 'early' | 'confirmed' | 'terminated'

/** Whose dialog it is. */
export interface DialogOwner {
  readonly tenantId: string
  readonly extensionId: string
}

/** How one extension's part in one call stands. Busy lamps, presence, pickup, queue strategies and the live view are folds over these. */
export interface DialogChange extends DialogOwner {
  readonly kind: 'dialog'
  /** The extension and the one it talks to; `remote` is undefined while that is nobody. */
  readonly local: CallParty
  readonly remote: CallParty | undefined
  readonly state: DialogState
  /** The extension holds the other party. */
  readonly holds: boolean
  /** Who made the call, from the extension's view. */
  readonly direction: 'initiator' | 'recipient'
  /** The call it is in now; another one after a transfer or pickup. */
  readonly callId: string
  /** One dialog's from its first to its last state. */
  readonly dialogId: string
  readonly sip: SipDialogName
  readonly atMs: number
}

/** A dialog between this exchange and a phone, seen from the phone. */
export interface SipDialogName {
  readonly callId: string
  /** The phone's tag; `undefined` before its first response. */
  readonly localTag: string | undefined
  readonly remoteTag: string
}

export type CallFeed = ChangeFeed<DialogChange>
