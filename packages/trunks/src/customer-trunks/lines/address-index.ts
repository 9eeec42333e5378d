import type { TransportTarget } from '@klinke/sip'

/** A trunk that may send from an address. */
export interface Sender {
  readonly trunkId: string
  readonly port: number
}

/** The trunks with fixed addresses, by address. Built anew when an address changes, read with each request. */
export class AddressIndex {
  readonly #senders = new Map<string, Sender[]>()

  constructor(places: Iterable<{ readonly trunkId: string; readonly targets: readonly TransportTarget[] }>) {
    for (const { trunkId, targets } of places) {
      for (const { remote } of targets) {
        const known = this.#senders.get(remote.address)
        if (known === undefined) this.#senders.set(remote.address, [{ trunkId, port: remote.port }])
        else if (!known.some((sender) => sender.trunkId === trunkId && sender.port === remote.port))
          known.push({ trunkId, port: remote.port })
      }
    }
  }

  has(address: string): boolean {
    return this.#senders.has(address)
  }

  /** Ids of the trunks that this may be from: those whose port it is, else all of the address, since a PBX sends from which port it likes. */
  at(address: string, port: number): readonly string[] {
    const senders = this.#senders.get(address)
    if (senders === undefined) return NOBODY
    const exact = senders.filter((sender) => sender.port === port)
    const found = exact.length > 0 ? exact : isEverybodys(address) ? [] : senders
    return [...new Set(found.map(({ trunkId }) => trunkId))]
  }
}

const NOBODY: readonly string[] = []

/** On the machine itself all programs have this address: there only the port tells them apart. */
function isEverybodys(address: string): boolean {
  return address === '127.0.0.1' || address === '::1'
}
