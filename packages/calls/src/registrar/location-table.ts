import { type Flow, parseSip, type SocketAddress } from '@klinke/sip'
import type { BoundContact } from './bound-contact.ts'
import { ExpiryBuckets } from './expiry-buckets.ts'

const NONE: readonly BoundContact[] = []

/** The bindings, and the indexes by which they are found: address of record, flow, source address, end. */
export class LocationTable {
  readonly #byRecord = new Map<string, readonly BoundContact[]>()
  /** Connections only: a UDP flow does not close. */
  readonly #byFlow = new Map<string, Set<BoundContact>>()
  /** Of clients over WebSocket, by the random host of their Contact. */
  readonly #byWebHost = new Map<string, BoundContact>()
  /** Bindings per source address, and per address and port. */
  readonly #sources = new Map<string, number>()
  readonly #expiry: ExpiryBuckets
  #size = 0

  constructor(nowMs: number) {
    this.#expiry = new ExpiryBuckets(nowMs)
  }

  get size(): number {
    return this.#size
  }

  get records(): number {
    return this.#byRecord.size
  }

  of(addressOfRecord: string): readonly BoundContact[] {
    return this.#byRecord.get(addressOfRecord) ?? NONE
  }

  addressesOfRecord(): IterableIterator<string> {
    return this.#byRecord.keys()
  }

  all(): IterableIterator<readonly BoundContact[]> {
    return this.#byRecord.values()
  }

  /** Bindings over one connection. */
  over(flow: Flow): readonly BoundContact[] {
    return [...(this.#byFlow.get(flow.id) ?? NONE)]
  }

  webClientAt(host: string): BoundContact | undefined {
    return this.#byWebHost.get(host)
  }

  holdsFrom(address: string, port?: number): boolean {
    return this.#sources.has(port === undefined ? address : sourceOf({ address, port }))
  }

  add(binding: BoundContact): void {
    this.#byRecord.set(binding.addressOfRecord, [...this.of(binding.addressOfRecord), binding].sort(byPreference))
    this.#expiry.add(binding)
    for (const source of [binding.remote.address, sourceOf(binding.remote)]) this.#sources.set(source, (this.#sources.get(source) ?? 0) + 1)
    this.#size++
    if (binding.protocol === 'UDP') return
    const host = webHostOf(binding)
    if (host !== undefined) this.#byWebHost.set(host, binding)
    const others = this.#byFlow.get(binding.flowId)
    if (others) others.add(binding)
    else this.#byFlow.set(binding.flowId, new Set([binding]))
  }

  remove(binding: BoundContact): void {
    const left = this.of(binding.addressOfRecord).filter((other) => other !== binding)
    if (left.length > 0) this.#byRecord.set(binding.addressOfRecord, left)
    else this.#byRecord.delete(binding.addressOfRecord)
    this.#expiry.delete(binding)
    for (const source of [binding.remote.address, sourceOf(binding.remote)]) this.#leaveSource(source)
    this.#size--
    const host = webHostOf(binding)
    if (host !== undefined && this.#byWebHost.get(host) === binding) this.#byWebHost.delete(host)
    const others = this.#byFlow.get(binding.flowId)
    if (others?.delete(binding) && others.size === 0) this.#byFlow.delete(binding.flowId)
  }

  /** What has ended by now; still in the table. */
  takeEnded(nowMs: number): readonly BoundContact[] {
    return this.#expiry.takeEnded(nowMs)
  }

  #leaveSource(source: string): void {
    const left = (this.#sources.get(source) ?? 1) - 1
    if (left > 0) this.#sources.set(source, left)
    else this.#sources.delete(source)
  }
}

function sourceOf({ address, port }: SocketAddress): string {
  return `${address} ${port}`
}

/** Order of ringing: preferred first, of equal ones the newest first. */
function byPreference(a: BoundContact, b: BoundContact): number {
  return b.preference - a.preference || b.registeredAtMs - a.registeredAtMs
}

/** Undefined for devices that name an address, or a host that others could have too. */
function webHostOf({ protocol, contactUri }: BoundContact): string | undefined {
  const host = protocol === 'WS' || protocol === 'WSS' ? parseSip(contactUri)?.host : undefined
  return host?.endsWith('.invalid') ? host : undefined
}
