import { addressOfRecord, type Binding, type Registration } from '@klinke/calls'
import type { Clock, Resource } from '@klinke/foundation'
import type { OutgoingRequest, RequestOutcome } from '@klinke/sip'
import { targetKey } from '../internal-numbers/store.ts'
import type { Phones } from '../slices/slice.ts'
import type { PbxDirectory } from '../snapshot.ts'
import type { Mailbox } from './mailbox.ts'
import { accountOf, type MessageLamps, summaryOf } from './message-lamps.ts'
import type { MessageCounts } from './message-store.ts'

/** A phone that wants to be told subscribes right after it has registered. */
export const GRACE_MS = 5_000
/** Phones told at a time that have just registered: after a power cut all of them come at once. */
const TOLD_AT_ONCE = 50
/** NOTIFYs under way after changes; phones beyond that learn with the next one. */
const MAX_UNDER_WAY = 1_000
/** What a phone answers that will never take them (RFC 6665 §4.1.3, §8.3.2). */
const NEVER: ReadonlySet<number> = new Set([405, 415, 481, 489, 501])

export interface UnsolicitedLampsParts {
  readonly lamps: MessageLamps
  readonly directory: PbxDirectory
  readonly clock: Clock
  readonly phones: Phones
}

/** Lamps of phones that do not subscribe: told of their messages all the same, when they register and after each change. */
export class UnsolicitedLamps implements Resource {
  readonly #parts: UnsolicitedLampsParts
  /** Bindings of phones that refuse. */
  readonly #refusing = new Set<string>()
  readonly #feed: ReturnType<Phones['changes']>
  #arrived: Registration[] = []
  #underWay = 0
  #closed = false

  constructor(parts: UnsolicitedLampsParts) {
    this.#parts = parts
    this.#feed = parts.phones.changes()
    parts.lamps.alsoTell((box, counts) => this.#tellAll(box, counts))
    void this.#follow()
  }

  close(): void {
    this.#closed = true
    this.#parts.lamps.alsoTell(undefined)
    this.#feed.close()
  }

  async #follow(): Promise<void> {
    for await (const change of this.#feed) {
      if (change.kind === 'removed') this.#refusing.delete(change.registration.id)
      else if (change.kind === 'added') this.#arrives(change.registration)
    }
  }

  #arrives(registration: Registration): void {
    if (this.#boxOf(registration) === undefined) return
    this.#arrived.push(registration)
    if (this.#arrived.length === 1) this.#parts.clock.after(GRACE_MS, () => void this.#tellArrived())
  }

  async #tellArrived(): Promise<void> {
    const arrived = this.#arrived
    this.#arrived = []
    for (let next = 0; next < arrived.length && !this.#closed; next += TOLD_AT_ONCE) {
      await Promise.all(arrived.slice(next, next + TOLD_AT_ONCE).map((registration) => this.#tellNew(registration)))
    }
  }

  async #tellNew(registration: Registration): Promise<void> {
    const box = this.#boxOf(registration)
    const bindings = this.#parts.phones.lookup(registration.addressOfRecord)
    const binding = bindings.find(({ id }) => id === registration.id)
    if (box === undefined || binding === undefined || !this.#wants(box, binding)) return
    await this.#tell(box, binding, await this.#parts.lamps.countsOf(box))
  }

  #tellAll(box: Mailbox, counts: MessageCounts): void {
    const number = this.#numberOf(box)
    const domain = this.#parts.directory.tenant(box.tenantId)?.sipDomain
    if (number === undefined || domain === undefined) return
    for (const binding of this.#parts.phones.lookup(addressOfRecord({ extensionNumber: number, domain }))) {
      if (this.#underWay < MAX_UNDER_WAY && this.#wants(box, binding)) void this.#tell(box, binding, counts)
    }
  }

  #wants({ tenantId, extensionId }: Mailbox, { id, flowId }: Binding): boolean {
    const when = this.#parts.directory.tenant(tenantId)?.profile.unsolicitedMessageLamps ?? 'unless-subscribed'
    if (when === 'never' || this.#refusing.has(id)) return false
    return when === 'always' || !this.#parts.lamps.isSubscribed(extensionId, flowId)
  }

  async #tell(box: Mailbox, binding: Binding, counts: MessageCounts): Promise<void> {
    this.#underWay++
    const outcome = await this.#parts.phones.request(this.#notify(box, binding, counts))
    this.#underWay--
    if (refuses(outcome)) this.#refusing.add(binding.id)
  }

  /** A NOTIFY outside any dialog, as phones expect it: in the state of a subscription that they never made. */
  #notify(box: Mailbox, { contactUri, flowId, path }: Binding, counts: MessageCounts): OutgoingRequest {
    const account = accountOf(this.#numberOf(box) ?? '', this.#parts.directory.tenant(box.tenantId)?.sipDomain.toLowerCase() ?? '')
    const flow = this.#parts.phones.flow(flowId)
    return {
      ...{ method: 'NOTIFY', uri: contactUri, from: `<${account}>`, to: `<${account}>`, route: path },
      destination: flow === undefined ? 'resolve' : { flow },
      headers: [
        ['Event', 'message-summary'],
        ['Subscription-State', 'active'],
      ],
      ...summaryOf(counts, account),
    }
  }

  #boxOf({ tenantId, extensionId }: Registration): Mailbox | undefined {
    return this.#parts.directory.tenant(tenantId)?.voicemail.ofExtension.get(extensionId)
  }

  #numberOf({ tenantId, extensionId }: Mailbox): string | undefined {
    const numbers = this.#parts.directory.tenant(tenantId)?.internalNumbers
    return numbers?.targets.get(targetKey('extension', extensionId))?.number
  }
}

function refuses(outcome: RequestOutcome): boolean {
  return outcome.kind === 'response' && NEVER.has(outcome.response.status)
}
