import type { Subscriber } from '@klinke/calls'
import type { Logger } from '@klinke/foundation'
import { type IncomingSubscription, type NotifierSubscription, type NotifyContent, printUri, sipUri } from '@klinke/sip'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { Mailbox } from './mailbox.ts'
import type { MessageArchive } from './message-archive.ts'
import type { MessageCounts } from './message-store.ts'

/** Devices of one extension whose lamps are kept; DEV-01 allows up to ten registrations, and each may subscribe anew after a restart. */
const MAX_LAMPS = 20
const NOTHING: MessageCounts = { new: 0, saved: 0 }

interface Lamps {
  /** With the extension as which the phone is registered. */
  readonly subscriptions: Map<NotifierSubscription, string>
  counts: MessageCounts
}

export interface MessageLampsParts {
  readonly archive: Pick<MessageArchive, 'counts'>
  readonly directory: PbxDirectory
  readonly logger: Logger
}

/** Message waiting indication (RFC 3842): devices that subscribe are told how many messages lie in their extension's mailbox. */
export class MessageLamps {
  readonly #parts: MessageLampsParts
  /** By extension id. */
  readonly #lamps = new Map<string, Lamps>()

  constructor(parts: MessageLampsParts) {
    this.#parts = parts
  }

  /** Devices that are told now. */
  get size(): number {
    return [...this.#lamps.values()].reduce((sum, { subscriptions }) => sum + subscriptions.size, 0)
  }

  /** A device of `subscriber` wants to know. An extension without a mailbox has no messages: it may get one later. */
  async subscribed(
    subscription: IncomingSubscription,
    { tenantId, extensionId, extensionNumber, domain, phone }: Subscriber,
  ): Promise<void> {
    const lamps = this.#lamps.get(extensionId) ?? { subscriptions: new Map<NotifierSubscription, string>(), counts: NOTHING }
    if (lamps.subscriptions.size >= MAX_LAMPS) return subscription.reject(403, { reason: 'Too Many Subscriptions' })
    const box = this.#parts.directory.tenant(tenantId)?.voicemail.ofExtension.get(extensionId)
    lamps.counts = await this.#counts(box, lamps.counts)
    this.#lamps.set(extensionId, lamps)
    const account = printUri(sipUri({ user: extensionNumber, host: domain }))
    const accepted = subscription.accept(() => summaryOf(lamps.counts, account))
    lamps.subscriptions.set(accepted, phone?.extensionId ?? extensionId)
    void accepted.ended.then(() => {
      lamps.subscriptions.delete(accepted)
      if (lamps.subscriptions.size === 0 && this.#lamps.get(extensionId) === lamps) this.#lamps.delete(extensionId)
    })
  }

  /** At a shared phone somebody else is logged in, or nobody any more: its lamp asks again, and is then that one's (RFC 6665 §4.1.3). */
  replaced(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    for (const [phoneId, user] of before?.hotDesking.phones ?? []) {
      if (now?.hotDesking.phones.get(phoneId)?.extensionId !== user?.extensionId) this.#askAgain(phoneId)
    }
  }

  #askAgain(phoneId: string): void {
    for (const { subscriptions } of this.#lamps.values()) {
      for (const [subscription, phone] of subscriptions) if (phone === phoneId) subscription.terminate('deactivated')
    }
  }

  /** Messages have come, gone or been heard. */
  async changed(box: Mailbox): Promise<void> {
    const lamps = this.#lamps.get(box.extensionId)
    if (lamps === undefined) return
    lamps.counts = await this.#counts(box, lamps.counts)
    for (const subscription of lamps.subscriptions.keys()) subscription.changed()
  }

  /** While the database is away lamps stay as they were. */
  async #counts(box: Mailbox | undefined, before: MessageCounts): Promise<MessageCounts> {
    if (box === undefined) return NOTHING
    try {
      return await this.#parts.archive.counts(box)
    } catch (error) {
      this.#parts.logger.warn('messages could not be counted', {
        mailbox: box.id,
        error: error instanceof Error ? error : new Error(String(error)),
      })
      return before
    }
  }
}

/** RFC 3842 §5.2: new and old messages, urgent ones in brackets, of which there are none. */
export function summaryOf(counts: MessageCounts, account: string): NotifyContent {
  const lines = [
    `Messages-Waiting: ${counts.new > 0 ? 'yes' : 'no'}`,
    `Message-Account: ${account}`,
    `Voice-Message: ${counts.new}/${counts.saved} (0/0)`,
  ]
  return { contentType: 'application/simple-message-summary', body: lines.map((line) => `${line}\r\n`).join('') }
}
