import { BoundedMap, type Clock } from '@klinke/foundation'
import { parseSip } from '../uri/parse-uri.ts'
import type { Flow, Transport, TransportTarget } from './transport.ts'

/** RFC 3261 §18.1.1: what is larger would come in fragments where the path MTU is unknown, which firewalls like to lose. */
export const MAX_UDP_REQUEST_BYTES = 1_300

/** A peer behind a firewall answers no SYN: a caller does not wait longer than this for the better way. */
const CONNECT_WITHIN_MS = 1_000

/** A peer that refused TCP is not asked again for this long; so many are remembered. */
const REMEMBERED_FOR_MS = 600_000
const MAX_REMEMBERED = 2_000

const DEFAULT_PORT = 5060

/** Takes requests that are too large for UDP to TCP, where the peer is reachable so, and remembers where it is not (RFC 3261 §18.1.1). */
export class LargeRequests {
  readonly #clock: Clock
  readonly #transport: Transport
  readonly #limitBytes: number
  /** Until when a place is not asked again. */
  readonly #refused = new BoundedMap<string, number>(MAX_REMEMBERED)

  /** @param way `udp` leaves them where they are. */
  constructor(clock: Clock, transport: Transport, way: 'tcp' | 'udp') {
    this.#clock = clock
    this.#transport = transport
    this.#limitBytes = way === 'tcp' ? MAX_UDP_REQUEST_BYTES : Number.POSITIVE_INFINITY
  }

  /**
   * Where to try TCP for a request of this size that is about to go over `flow`; `undefined`: it stays.
   *
   * @param nextHop the URI that led there. One that names its transport is obeyed.
   * @param bound the flow itself was chosen, as for a registered phone: then the URI must lead to the same place, or a NAT lies between.
   */
  wayFor(bytes: number, flow: Flow, nextHop: string, bound: boolean): TransportTarget | undefined {
    if (bytes <= this.#limitBytes || flow.protocol !== 'UDP') return undefined
    const uri = parseSip(nextHop)
    if (uri?.scheme !== 'sip' || uri.params.some(({ name }) => name === 'transport')) return undefined
    const { remote } = flow
    if (bound && (uri.host !== remote.address || (uri.port ?? DEFAULT_PORT) !== remote.port)) return undefined
    const until = this.#refused.get(keyOf(remote))
    return until !== undefined && until > this.#clock.nowMs() ? undefined : { protocol: 'TCP', remote }
  }

  /** A connection there; `undefined` when there is none to be had soon. */
  async open(target: TransportTarget): Promise<Flow | undefined> {
    const open = this.#transport.existing(target)
    if (open) return open
    const patience = new AbortController()
    const timer = this.#clock.after(CONNECT_WITHIN_MS, () => patience.abort())
    try {
      return await this.#transport.open(target, patience.signal)
    } catch {
      this.refused(target)
      return undefined
    } finally {
      timer.cancel()
    }
  }

  /** The connection was of no use: the peer closed it, or said nothing. */
  refused({ remote }: Pick<TransportTarget, 'remote'>): void {
    this.#refused.delete(keyOf(remote))
    this.#refused.set(keyOf(remote), this.#clock.nowMs() + REMEMBERED_FOR_MS)
  }
}

function keyOf({ address, port }: TransportTarget['remote']): string {
  return `${address} ${port}`
}
