import { From, To, tagOf } from '../header/from-to.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { type Dialog, dialogId } from './dialog.ts'

/** What lives in a dialog and takes its requests (RFC 5057): a call, a subscription. */
export interface DialogUsage {
  /** A request in the dialog other than ACK and CANCEL. */
  received(request: SipRequest, transaction: ServerTransaction): void
  /** The ACK of a 2xx. */
  acknowledged(request: SipRequest): void
}

/** All dialogs of the user agent by their id. Bounded by what the application accepts and begins. */
export class DialogTable {
  readonly #usages = new Map<string, DialogUsage>()

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

  usages(): Iterable<DialogUsage> {
    return this.#usages.values()
  }

  clear(): void {
    this.#usages.clear()
  }
}
