import { promises } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { Clock } from '@klinke/foundation'
import { errorCode } from '../errors.ts'
import { AnswerCache, type DnsAnswer } from './answer-cache.ts'
import type { DnsLookups, NaptrRecord, SrvRecord } from './dns-lookups.ts'

/** A call waits for these: one second for the first try, two for the second. */
const QUERY_TIMEOUT_MS = 1_000
const TRIES = 2
const LOOPBACK = ['127.0.0.1', '::1']

export interface NodeDnsOptions {
  readonly clock: Clock
  /** Name servers as `address:port`; absent uses the system's. */
  readonly servers?: readonly string[]
}

/** The network's DNS, remembered. */
export class NodeDns implements DnsLookups {
  readonly #resolver = new promises.Resolver({ timeout: QUERY_TIMEOUT_MS, tries: TRIES })
  readonly #usesSystem: boolean
  readonly #naptr: AnswerCache<NaptrRecord>
  readonly #srv: AnswerCache<SrvRecord>
  readonly #addresses: AnswerCache<string>

  constructor({ clock, servers }: NodeDnsOptions) {
    if (servers) this.#resolver.setServers(servers)
    this.#usesSystem = servers === undefined
    this.#naptr = new AnswerCache<NaptrRecord>(clock, (name) => existing(this.#resolver.resolveNaptr(name)))
    this.#srv = new AnswerCache<SrvRecord>(clock, async (name) => {
      const { records, ttlSeconds } = await existing(this.#resolver.resolveSrv(name))
      return { records: records.map(({ priority, weight, port, name: target }) => ({ priority, weight, port, target })), ttlSeconds }
    })
    this.#addresses = new AnswerCache(clock, (name) => this.#askAddresses(name))
  }

  naptr(name: string): Promise<readonly NaptrRecord[]> {
    return this.#naptr.get(name)
  }

  srv(name: string): Promise<readonly SrvRecord[]> {
    return this.#srv.get(name)
  }

  addresses(name: string): Promise<readonly string[]> {
    return name.toLowerCase() === 'localhost' ? Promise.resolve(LOOPBACK) : this.#addresses.get(name)
  }

  async #askAddresses(name: string): Promise<DnsAnswer<string>> {
    const answers = await Promise.allSettled([
      existing(this.#resolver.resolve4(name, { ttl: true })),
      existing(this.#resolver.resolve6(name, { ttl: true })),
    ])
    const records = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.records : []))
    const failure = answers.find((answer) => answer.status === 'rejected')
    if (records.length > 0)
      return { records: records.map(({ address }) => address), ttlSeconds: Math.min(...records.map(({ ttl }) => ttl)) }
    // A name that the hosts file does not know fails with what DNS said.
    const fromHosts = this.#usesSystem ? await lookup(name, { all: true }).catch(() => []) : []
    if (fromHosts.length === 0 && failure) throw failure.reason
    return { records: fromHosts.map(({ address }) => address), ttlSeconds: undefined }
  }
}

/** "No such name" and "no such record" are answers, with nothing in them. */
async function existing<T>(query: Promise<readonly T[]>): Promise<DnsAnswer<T>> {
  try {
    return { records: await query, ttlSeconds: undefined }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOTFOUND' || code === 'ENODATA') return { records: [], ttlSeconds: undefined }
    throw error
  }
}
