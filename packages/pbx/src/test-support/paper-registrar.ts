import type { Registrar, Registration, RegistrationChange } from '@klinke/calls'
import { Channel } from '@klinke/foundation'

/** Who is registered, as the test says. */
export class PaperRegistrar implements Pick<Registrar, 'lookup' | 'changes'> {
  readonly #registrations = new Map<string, Registration>()
  readonly #feeds: Channel<RegistrationChange>[] = []

  lookup(addressOfRecord: string): readonly Registration[] {
    return [...this.#registrations.values()].filter((registration) => registration.addressOfRecord === addressOfRecord)
  }

  changes() {
    const feed = new Channel<RegistrationChange>()
    this.#feeds.push(feed)
    return { close: () => feed.close(), [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() }
  }

  /** Extension `number` of the tenant registers a phone over that flow. */
  add(tenantId: string, number: string, flowId = 'flow'): Registration {
    const registration: Registration = {
      ...{
        id: `${number} over ${flowId}`,
        tenantId,
        extensionId: `${tenantId}-${number}`,
        addressOfRecord: `${number}@${tenantId}.example`,
      },
      ...{
        contactUri: `sip:${number}@192.0.2.2`,
        path: [],
        flowId,
        preference: 1,
        protocol: 'UDP',
        userAgent: undefined,
        instance: undefined,
      },
      ...{ remote: { address: '192.0.2.2', port: 5060 }, registeredAtMs: 0, refreshedAtMs: 0, expiresAtMs: 60_000 },
    }
    this.#registrations.set(registration.id, registration)
    this.#tell({ kind: 'added', registration })
    return registration
  }

  remove(registration: Registration): void {
    this.#registrations.delete(registration.id)
    this.#tell({ kind: 'removed', registration, reason: 'unregistered' })
  }

  #tell(change: RegistrationChange): void {
    for (const feed of this.#feeds) feed.send(change)
  }
}
