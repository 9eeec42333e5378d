import { isIP } from 'node:net'
import type { Random } from '@klinke/foundation'
import { paramText, type SipUri, type TransportProtocol, type TransportTarget } from '@klinke/sip'
import { type AddressFamily, familyOf } from '../address/plain-address.ts'
import type { DnsLookups, NaptrRecord, SrvRecord } from './dns-lookups.ts'
import { orderNaptr, orderSrv } from './record-order.ts'

/** Places to try for one URI; a domain that names more is cut off there. */
const MAX_TARGETS = 16
/** Records of one answer that are followed. */
const MAX_RECORDS = 8

/** What we can open connections with. A WebSocket client is reached only over the flow it opened. */
type DialledProtocol = 'UDP' | 'TCP' | 'TLS'

const DIALLED: readonly DialledProtocol[] = ['UDP', 'TCP', 'TLS']
const DEFAULT_PORT: Readonly<Record<DialledProtocol, number>> = { UDP: 5060, TCP: 5060, TLS: 5061 }
const SRV_PREFIX: Readonly<Record<DialledProtocol, string>> = { UDP: '_sip._udp', TCP: '_sip._tcp', TLS: '_sips._tcp' }
const NAPTR_SERVICE: ReadonlyMap<string, DialledProtocol> = new Map([
  ['SIP+D2U', 'UDP'],
  ['SIP+D2T', 'TCP'],
  ['SIPS+D2T', 'TLS'],
])

export interface LocateContext {
  readonly dns: DnsLookups
  readonly random: Random
  /** Families we have sockets for, the preferred one first. */
  readonly families: readonly AddressFamily[]
}

/** Finds the places a URI stands for (RFC 3263 §4), in the order to try them. `hint`: transport where neither the URI nor DNS names one. */
export async function locate(
  uri: SipUri,
  hint: TransportProtocol | undefined,
  context: LocateContext,
): Promise<readonly TransportTarget[]> {
  const host = paramText(uri.params, 'maddr') ?? uri.host
  const named = namedProtocol(uri)
  if (named === 'unsupported') return []
  const fallback = uri.scheme === 'sips' ? 'TLS' : (DIALLED.find((protocol) => protocol === hint) ?? 'UDP')
  const search = new Search(uri.host, context)
  // §4.1 and §4.2: an address or a port leaves DNS nothing to say about transport and port.
  if (isIP(host) !== 0) search.add(named ?? fallback, [host], uri.port)
  else if (uri.port !== undefined) await search.addHost(named ?? fallback, host, uri.port)
  else if (named !== undefined) await search.addServiceOrHost(named, host)
  else await search.addDomain(uri.scheme, fallback, host)
  return search.found.slice(0, MAX_TARGETS)
}

/** The transport that the URI demands (§4.1); `undefined` when it leaves it open. */
function namedProtocol({ scheme, params }: SipUri): DialledProtocol | 'unsupported' | undefined {
  const name = paramText(params, 'transport')?.toUpperCase()
  if (name === undefined) return undefined
  if (name === 'TLS' || (name === 'TCP' && scheme === 'sips')) return 'TLS'
  // SIPS is never sent over UDP (RFC 3261 §26.2.2).
  if (scheme === 'sips') return 'unsupported'
  return name === 'UDP' || name === 'TCP' ? name : 'unsupported'
}

/** Collects targets for one URI. */
class Search {
  readonly found: TransportTarget[] = []
  readonly #domain: string
  readonly #context: LocateContext

  /** `domain`: what certificates are verified for, wherever DNS leads (RFC 5922 §4). */
  constructor(domain: string, context: LocateContext) {
    this.#domain = domain
    this.#context = context
  }

  add(protocol: DialledProtocol, addresses: readonly string[], port = DEFAULT_PORT[protocol]): void {
    const serverName = protocol === 'TLS' ? { serverName: this.#domain } : {}
    for (const family of this.#context.families) {
      for (const address of addresses) {
        if (familyOf(address) === family) this.found.push({ protocol, remote: { address, port }, ...serverName })
      }
    }
  }

  async addHost(protocol: DialledProtocol, host: string, port?: number): Promise<void> {
    this.add(protocol, await this.#context.dns.addresses(host), port)
  }

  /** §4.2 for a known transport: SRV, else the host's addresses at the default port. */
  async addServiceOrHost(protocol: DialledProtocol, host: string): Promise<void> {
    const records = await this.#context.dns.srv(`${SRV_PREFIX[protocol]}.${host}`)
    if (records.length > 0) await this.#addRecords(protocol, records)
    else await this.addHost(protocol, host)
  }

  /** §4.1 for a bare domain: NAPTR, else SRV of each transport, else addresses. */
  async addDomain(scheme: SipUri['scheme'], fallback: DialledProtocol, host: string): Promise<void> {
    const naptr = orderNaptr(await this.#context.dns.naptr(host)).filter((record) => serviceOf(record, scheme) !== undefined)
    if (naptr.length > 0) {
      for (const record of naptr.slice(0, MAX_RECORDS)) await this.#follow(record, serviceOf(record, scheme) ?? fallback)
      return
    }
    const protocols = scheme === 'sips' ? (['TLS'] as const) : [fallback, ...DIALLED.filter((protocol) => protocol !== fallback)]
    const answers = await Promise.all(protocols.map((protocol) => this.#context.dns.srv(`${SRV_PREFIX[protocol]}.${host}`)))
    for (const [index, protocol] of protocols.entries()) await this.#addRecords(protocol, answers[index] ?? [])
    if (answers.every((records) => records.length === 0)) await this.addHost(fallback, host)
  }

  async #follow({ flags, replacement }: NaptrRecord, protocol: DialledProtocol): Promise<void> {
    if (flags.toLowerCase() === 'a') await this.addHost(protocol, replacement)
    else await this.#addRecords(protocol, await this.#context.dns.srv(replacement))
  }

  async #addRecords(protocol: DialledProtocol, records: readonly SrvRecord[]): Promise<void> {
    const offered = records.filter(({ target }) => target !== '' && target !== '.')
    const ordered = orderSrv(offered, this.#context.random).slice(0, MAX_RECORDS)
    const addresses = await Promise.all(ordered.map(({ target }) => this.#context.dns.addresses(target)))
    for (const [index, { port }] of ordered.entries()) this.add(protocol, addresses[index] ?? [], port)
  }
}

/** The transport of a NAPTR record that leads to SRV records or addresses; for SIPS only the secure ones count (§4.1). */
function serviceOf({ service, flags }: NaptrRecord, scheme: SipUri['scheme']): DialledProtocol | undefined {
  const protocol = /^[sa]$/i.test(flags) ? NAPTR_SERVICE.get(service.toUpperCase()) : undefined
  return scheme === 'sips' && protocol !== 'TLS' ? undefined : protocol
}
