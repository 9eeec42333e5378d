import type { Subscriber } from '@klinke/calls'
import type { Logger } from '@klinke/foundation'
import { type IncomingSubscription, type NotifierSubscription, type NotifyContent, printUri, sipUri } from '@klinke/sip'
import { type WatchedEntity, type Watching, watchService } from '../events/watch-service.ts'
import type { EventService } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { Mailbox } from './mailbox.ts'
import type { MessageArchive } from './message-archive.ts'
import type { MessageCounts } from './message-store.ts'

/** Devices of one extension whose lamps are kept; DEV-01 allows up to ten registrations, and each may subscribe anew after a restart. */
const MAX_LAMPS = 20
const NOTHING: MessageCounts = { new: 0, saved: 0 }

/** RFC 3842 §3.4 recommends an hour to a day; shorter ones make work and tell nothing new. */
const LIMITS = { event: 'message-summary', defaultExpiresSeconds: 3_600, minExpiresSeconds: 60, maxExpiresSeconds: 86_400 } as const

interface Lamps {
  readonly lamps: Set<Lamp>
  counts: MessageCounts
}

export interface MessageLampsParts {
  readonly archive: Pick<MessageArchive, 'counts'>
  readonly directory: PbxDirectory
  readonly logger: Logger
}

/** Told of each change of a mailbox, beside the devices that have subscribed. */
export type OnMessages = (box: Mailbox, counts: MessageCounts) => void

/** Message waiting indication (RFC 3842): devices that subscribe are told how many messages lie in their extension's mailbox. */
export class MessageLamps {
  readonly #parts: MessageLampsParts
  /** By extension id. */
  readonly #lamps = new Map<string, Lamps>()
  #onMessages: OnMessages | undefined

  constructor(parts: MessageLampsParts) {
    this.#parts = parts
  }

  /** Devices that are told now. */
  get size(): number {
    return [...this.#lamps.values()].reduce((sum, { lamps }) => sum + lamps.size, 0)
  }

  /** The event package that phones subscribe to. An extension without a mailbox has no messages: it may get one later. */
  service(): EventService {
    const watch = (entity: WatchedEntity, { flow }: IncomingSubscription, { phone }: Subscriber): Promise<Watching> =>
      this.#watch(entity, { flowId: flow.id, phoneId: phone?.extensionId ?? entity.extensionId })
    return watchService({ ...LIMITS, whose: 'its own', maxPerExtension: MAX_LAMPS, watch }, this.#parts.directory)
  }

  /** A device has subscribed over that flow. */
  isSubscribed(extensionId: string, flowId: string): boolean {
    return [...(this.#lamps.get(extensionId)?.lamps ?? [])].some(({ device }) => device.flowId === flowId)
  }

  /** Tells `listener` too, from now on. */
  alsoTell(listener: OnMessages | undefined): void {
    this.#onMessages = listener
  }

  /** At a shared phone somebody else is logged in, or nobody any more: its lamp asks again, and is then that one's (RFC 6665 §4.1.3). */
  replaced(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    for (const [phoneId, user] of before?.hotDesking.phones ?? []) {
      if (now?.hotDesking.phones.get(phoneId)?.extensionId !== user?.extensionId) this.#askAgain(phoneId)
    }
  }

  #askAgain(phoneId: string): void {
    for (const { lamps } of this.#lamps.values()) {
      for (const lamp of lamps) if (lamp.device.phoneId === phoneId) lamp.endsToAskAgain()
    }
  }

  /** Messages have come, gone or been heard. */
  async changed(box: Mailbox): Promise<void> {
    const known = this.#lamps.get(box.extensionId)
    if (known === undefined && this.#onMessages === undefined) return
    const counts = await this.countsOf(box)
    if (known !== undefined) known.counts = counts
    for (const lamp of known?.lamps ?? []) lamp.changed()
    this.#onMessages?.(box, counts)
  }

  /** While the database is away lamps stay as they were. */
  async countsOf(box: Mailbox): Promise<MessageCounts> {
    try {
      return await this.#parts.archive.counts(box)
    } catch (error) {
      this.#parts.logger.warn('messages could not be counted', {
        mailbox: box.id,
        error: error instanceof Error ? error : new Error(String(error)),
      })
      return this.#lamps.get(box.extensionId)?.counts ?? NOTHING
    }
  }

  async #watch({ tenantId, extensionId, number, domain }: WatchedEntity, device: Device): Promise<Watching> {
    const box = this.#parts.directory.tenant(tenantId)?.voicemail.ofExtension.get(extensionId)
    const counts = box === undefined ? NOTHING : await this.countsOf(box)
    const known = this.#lamps.get(extensionId) ?? { lamps: new Set<Lamp>(), counts }
    known.counts = counts
    const content = (): NotifyContent => summaryOf(known.counts, accountOf(number, domain))
    const lamp = new Lamp(device, content, () => {
      known.lamps.delete(lamp)
      if (known.lamps.size === 0 && this.#lamps.get(extensionId) === known) this.#lamps.delete(extensionId)
    })
    known.lamps.add(lamp)
    this.#lamps.set(extensionId, known)
    return lamp
  }
}

interface Device {
  /** Over which it has subscribed. */
  readonly flowId: string
  /** The extension as which it is registered: another one than its user's at a shared phone. */
  readonly phoneId: string
}

/** One device's. */
class Lamp implements Watching {
  readonly device: Device
  readonly content: () => NotifyContent
  readonly over: () => void
  #subscription: NotifierSubscription | undefined

  constructor(device: Device, content: () => NotifyContent, over: () => void) {
    this.device = device
    this.content = content
    this.over = over
  }

  toldBy(subscription: NotifierSubscription): void {
    this.#subscription = subscription
  }

  changed(): void {
    this.#subscription?.changed()
  }

  endsToAskAgain(): void {
    this.#subscription?.terminate('deactivated')
  }
}

/** Whose messages they are, as phones show it. */
export function accountOf(number: string, domain: string): string {
  return printUri(sipUri({ user: number, host: domain }))
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
