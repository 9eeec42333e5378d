import type { SocketAddress } from '@klinke/sip'
import { show } from './trace.ts'

/** RFC 4787 §4.3 allows two minutes; many home routers forget a UDP binding far earlier. */
const DEFAULT_BINDING_MS = 120_000
const FIRST_OUTSIDE_PORT = 20_000

interface Binding {
  readonly inside: SocketAddress
  readonly outsidePort: number
  /** When each remote was last written to: only those may answer (address- and port-dependent filtering, RFC 4787 §5). */
  readonly remotes: Map<string, number>
}

/** A home router: hosts behind it are seen from its address, and reached only over bindings that they opened. */
export class SimulatedNat {
  readonly address: string
  readonly #bindingMs: number
  readonly #byInside = new Map<string, Binding>()
  readonly #byOutsidePort = new Map<number, Binding>()
  #nextPort = FIRST_OUTSIDE_PORT

  constructor(address: string, bindingMs = DEFAULT_BINDING_MS) {
    this.address = address
    this.#bindingMs = bindingMs
  }

  /** The address a datagram from `inside` to `remote` shows outside; opens or refreshes the binding. */
  outgoing(inside: SocketAddress, remote: SocketAddress, nowMs: number): SocketAddress {
    const key = show(inside)
    let binding = this.#byInside.get(key)
    if (!binding) {
      binding = { inside, outsidePort: this.#nextPort++, remotes: new Map() }
      this.#byInside.set(key, binding)
      this.#byOutsidePort.set(binding.outsidePort, binding)
    }
    binding.remotes.set(show(remote), nowMs)
    return { address: this.address, port: binding.outsidePort }
  }

  /** Where a datagram from `remote` to the outside `port` goes, or `undefined` when no binding lets it in. */
  incoming(port: number, remote: SocketAddress, nowMs: number): SocketAddress | undefined {
    const binding = this.#byOutsidePort.get(port)
    const refreshedMs = binding?.remotes.get(show(remote))
    if (!binding || refreshedMs === undefined || nowMs - refreshedMs > this.#bindingMs) return undefined
    return binding.inside
  }

  /** Forgets all bindings, as a router does that was switched off and on. */
  reboot(): void {
    this.#byInside.clear()
    this.#byOutsidePort.clear()
  }
}
