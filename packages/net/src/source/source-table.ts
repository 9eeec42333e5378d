import { BoundedMap } from '@klinke/foundation'
import { networkPrefix } from '@klinke/sip'
import type { TransportLimits } from '../limits.ts'
import { TokenBucket } from './token-bucket.ts'

/** True for sources that no limit for strangers holds up: carriers, and addresses with valid registrations. Asked only when a limit is reached. */
export type Exempt = (address: string) => boolean

/** One remote IP address: its message allowance, and what a transport keeps per port of it. */
export class Source<PerPort> {
  readonly address: string
  readonly #bucket: TokenBucket
  readonly #exempt: Exempt
  readonly #maxPorts: number
  // Almost every source uses one port; a map for each would be most of the table's memory.
  #firstPort = -1
  #first: PerPort | undefined
  #others: BoundedMap<number, PerPort> | undefined

  constructor(address: string, bucket: TokenBucket, exempt: Exempt, maxPorts: number) {
    this.address = address
    this.#bucket = bucket
    this.#exempt = exempt
    this.#maxPorts = maxPorts
  }

  /** What is kept for a remote port. */
  get(port: number): PerPort | undefined {
    return port === this.#firstPort ? this.#first : this.#others?.get(port)
  }

  set(port: number, kept: PerPort): void {
    if (this.#firstPort < 0 || port === this.#firstPort) {
      this.#firstPort = port
      this.#first = kept
      return
    }
    this.#others ??= new BoundedMap(this.#maxPorts)
    this.#others.set(port, kept)
  }

  /** Whether one more message may pass; for transports that drop. */
  mayPass(nowMs: number): boolean {
    if (this.#bucket.take(nowMs)) return true
    if (!this.#exempt(this.address)) return false
    this.#bucket.refill()
    return true
  }

  /** How long to stop reading after `count` messages; for transports with back-pressure. */
  pauseMs(count: number, nowMs: number): number {
    const debtMs = this.#bucket.spend(count, nowMs)
    if (debtMs === 0 || !this.#exempt(this.address)) return debtMs
    this.#bucket.refill()
    return 0
  }
}

/** The sources seen lately, with one allowance per IPv4 address or IPv6 network. */
export class SourceTable<PerPort> {
  readonly #limits: TransportLimits
  readonly #exempt: Exempt
  readonly #sources: BoundedMap<string, Source<PerPort>>
  readonly #prefixes: BoundedMap<string, TokenBucket>

  constructor(limits: TransportLimits, exempt: Exempt) {
    this.#limits = limits
    this.#exempt = exempt
    this.#sources = new BoundedMap(limits.maxSources)
    this.#prefixes = new BoundedMap(limits.maxSources)
  }

  get size(): number {
    return this.#sources.size
  }

  at(address: string, nowMs: number): Source<PerPort> {
    const known = this.#sources.get(address)
    if (known) return known
    const source = new Source<PerPort>(address, this.#bucket(address, nowMs), this.#exempt, this.#limits.maxUdpFlowsPerSource)
    this.#sources.set(address, source)
    return source
  }

  #bucket(address: string, nowMs: number): TokenBucket {
    const { messagesPerSecondPerSource, messageBurstPerSource } = this.#limits
    const bucket = (): TokenBucket => new TokenBucket(messagesPerSecondPerSource, messageBurstPerSource, nowMs)
    const prefix = networkPrefix(address)
    if (prefix === address) return bucket()
    const shared = this.#prefixes.get(prefix) ?? bucket()
    this.#prefixes.set(prefix, shared)
    return shared
  }
}
