import type { Resolver, TransportProtocol, TransportTarget } from '@klinke/sip'
import { DEFAULT_PORTS } from './simulated-host.ts'

const URI = /^<?(sips?):(?:[^@>]*@)?(\[[^\]]+\]|[^:;>?]+)(?::(\d+))?([^>?]*)/i

/**
 * A resolver without DNS: addresses stand for themselves, names come from a table of addresses in
 * order of preference.
 */
export class TableResolver implements Resolver {
  readonly #names: ReadonlyMap<string, readonly string[]>

  constructor(names: Readonly<Record<string, readonly string[]>> = {}) {
    this.#names = new Map(Object.entries(names))
  }

  resolve(uri: string, transportHint: TransportProtocol = 'UDP'): Promise<readonly TransportTarget[]> {
    const [, scheme = '', host = '', port, parameters = ''] = URI.exec(uri) ?? []
    const named = /;transport=(\w+)/i.exec(parameters)?.[1]?.toUpperCase()
    const plain = isProtocol(named) ? named : transportHint
    const protocol = scheme.toLowerCase() === 'sips' ? 'TLS' : plain
    const addresses = this.#names.get(host) ?? (/^[\d.]+$|^\[/.test(host) ? [host.replace(/[[\]]/g, '')] : [])
    return Promise.resolve(
      addresses.map((address) => ({ protocol, remote: { address, port: port ? Number(port) : (DEFAULT_PORTS[protocol] ?? 5060) } })),
    )
  }
}

function isProtocol(name: string | undefined): name is TransportProtocol {
  return name === 'UDP' || name === 'TCP' || name === 'TLS' || name === 'WS' || name === 'WSS'
}
