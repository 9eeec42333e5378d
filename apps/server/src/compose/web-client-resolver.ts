import type { Registrar } from '@klinke/calls'
import { parseSip, type Resolver, type TransportProtocol, type TransportTarget } from '@klinke/sip'

/**
 * Finds browsers again whose connection was renewed within a call: their Contact names no address, but the host name in it is that of
 * their registration, which has come anew over the new connection (RFC 7118 §5). All others are found by `inner`.
 */
export class WebClientResolver implements Resolver {
  readonly #inner: Resolver
  readonly #registrar: Pick<Registrar, 'webClientAt'>

  constructor(inner: Resolver, registrar: Pick<Registrar, 'webClientAt'>) {
    this.#inner = inner
    this.#registrar = registrar
  }

  async resolve(uri: string, transportHint?: TransportProtocol): Promise<readonly TransportTarget[]> {
    const host = parseSip(uri)?.host ?? ''
    if (!host.endsWith('.invalid')) return this.#inner.resolve(uri, transportHint)
    // Nobody else has such a name (RFC 6761 §6.4).
    const target = this.#registrar.webClientAt(host)
    return target ? [target] : []
  }
}
