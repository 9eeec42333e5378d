import { SocketAddress } from 'node:net'
import type { CarrierIdentity } from '@klinke/calls'
import type { Carrier } from '../carrier.ts'
import type { CarrierLine } from './carrier-line.ts'

/** Carriers that send from one address: from any port of it, or from one. */
interface Senders {
  anyPort: CarrierIdentity | undefined
  readonly byPort: Map<number, CarrierIdentity>
}

/**
 * Who sends from where. A carrier with fixed addresses is known by each of them, whatever the port. A carrier we
 * register at is known by the flow, and by address and port of the places its name stands for; over TCP and TLS it connects
 * from passing ports, so there the address alone has to do. On loopback everything has the same address: there the port counts always.
 * Where two carriers share a place the one with the better priority counts.
 */
export class SourceIndex {
  readonly #flows = new Map<string, CarrierIdentity>()
  readonly #addresses = new Map<string, Senders>()

  /** @param lines in order of priority. */
  constructor(lines: Iterable<{ readonly carrier: Carrier; readonly line: CarrierLine }>) {
    for (const { carrier, line } of lines) this.#add(carrier, line)
  }

  byFlow(flowId: string): CarrierIdentity | undefined {
    return this.#flows.get(flowId)
  }

  bySourceAddress(address: string, port: number): CarrierIdentity | undefined {
    const senders = this.#addresses.get(address)
    return senders?.byPort.get(port) ?? senders?.anyPort
  }

  /** True when some carrier sends from this address, from whichever port. */
  hasAddress(address: string): boolean {
    return this.#addresses.has(address)
  }

  #add(carrier: Carrier, line: CarrierLine): void {
    const identity: CarrierIdentity = { id: carrier.id }
    const flowId = line.flowId()
    if (flowId !== undefined && !this.#flows.has(flowId)) this.#flows.set(flowId, identity)
    const { authentication, transport } = carrier
    const fixed = authentication.kind === 'fixed-ip' ? authentication.addresses.map(canonicalAddress) : []
    for (const address of fixed) if (!isLoopback(address)) this.#senders(address).anyPort ??= identity
    for (const { remote } of line.way()?.targets ?? []) {
      const senders = this.#senders(remote.address)
      if (!senders.byPort.has(remote.port)) senders.byPort.set(remote.port, identity)
      if (authentication.kind === 'registration' && transport !== 'UDP' && !isLoopback(remote.address)) senders.anyPort ??= identity
    }
  }

  #senders(address: string): Senders {
    let senders = this.#addresses.get(address)
    if (senders === undefined) {
      senders = { anyPort: undefined, byPort: new Map() }
      this.#addresses.set(address, senders)
    }
    return senders
  }
}

/** An address in the one spelling that sockets report. Text that is no address stays as it is, and matches nothing. */
export function canonicalAddress(text: string): string {
  try {
    return new SocketAddress({ address: text, family: text.includes(':') ? 'ipv6' : 'ipv4' }).address
  } catch {
    return text
  }
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}
