import { TurnoverMap } from '@klinke/foundation'
import { From, To, tagOf } from '../header/from-to.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { LocalDialog } from '../user-agent/local-dialog.ts'
import { type Dialog, dialogId } from './dialog.ts'

/** What lives in a dialog and takes its requests (RFC 5057): a call, a subscription. */
export interface DialogUsage {
  /** What an INVITE has made of it; `undefined` for a subscription. */
  readonly invitation: LocalDialog | undefined
  /** A request in the dialog other than ACK and CANCEL. */
  received(request: SipRequest, transaction: ServerTransaction): void
  /** The ACK of a 2xx. */
  acknowledged(request: SipRequest): void
}

/** All dialogs of the user agent by their id. Bounded by what the application accepts and begins. */
export class DialogTable {
  readonly #usages = new TurnoverMap<string, DialogUsage>()
  readonly #expected = new Map<string, DialogUsage>()

  get size(): number {
    return this.#usages.size
  }

  add(dialog: Dialog, usage: DialogUsage): void {
    this.#usages.set(dialogId(dialog.callId, dialog.localTag, dialog.remoteTag), usage)
  }

  /** Takes the usage out; another one that has taken its place stays. */
  delete(dialog: Dialog, usage: DialogUsage): void {
    const id = dialogId(dialog.callId, dialog.localTag, dialog.remoteTag)
    if (this.#usages.get(id) === usage) this.#usages.delete(id)
  }

  find(callId: string, localTag: string, remoteTag: string): DialogUsage | undefined {
    return this.#usages.get(dialogId(callId, localTag, remoteTag))
  }

  /** The usage a request belongs to: the sender's From tag is our remote tag (RFC 3261 §12.2.2). */
  of({ headers }: SipRequest): DialogUsage | undefined {
    const localTag = tagOf(headers.read(To))
    return localTag === undefined ? undefined : this.find(headers.get('Call-ID') ?? '', localTag, tagOf(headers.read(From)) ?? '')
  }

  /** Makes `usage` known before the peer's tag is: the NOTIFY of a subscription may overtake its 2xx (RFC 6665 §4.4.1). */
  expect(callId: string, localTag: string, usage: DialogUsage): void {
    this.#expected.set(dialogId(callId, localTag, ''), usage)
  }

  unexpect(callId: string, localTag: string): void {
    this.#expected.delete(dialogId(callId, localTag, ''))
  }

  /** The usage that waits for the peer's tag. */
  expectedBy({ headers }: SipRequest): DialogUsage | undefined {
    return this.#expected.get(dialogId(headers.get('Call-ID') ?? '', tagOf(headers.read(To)) ?? '', ''))
  }

  clear(): void {
    this.#usages.clear()
  }
}
