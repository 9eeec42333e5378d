import { createSocket } from 'node:dgram'
import { promises } from 'node:dns'
import { SocketAddress } from 'node:net'
import type { Clock, Random } from '@klinke/foundation'
import { errorCode } from '../errors.ts'
import { AnswerCache, type DnsAnswer } from './answer-cache.ts'
import type { NaptrRecord } from './dns-lookups.ts'
import { naptrQuestion, readNaptrAnswer } from './naptr-message.ts'

/** Who waits for an answer does so for a second in all (ENUM): two servers can be asked. */
const QUERY_TIMEOUT_MS = 450
const SERVERS_ASKED = 2
const DNS_PORT = 53

export interface TimedNaptrOptions {
  readonly clock: Clock
  readonly random: Random
  /** Name servers as `address:port`; absent uses the system's. */
  readonly servers?: readonly string[]
}

/** NAPTR records remembered for as long as they say themselves, which Node's resolver does not tell. */
export class TimedNaptr {
  readonly #resolver = new promises.Resolver({ timeout: QUERY_TIMEOUT_MS, tries: 1 })
  readonly #random: Random
  readonly #answers: AnswerCache<NaptrRecord>

  constructor({ clock, random, servers }: TimedNaptrOptions) {
    if (servers) this.#resolver.setServers(servers)
    this.#random = random
    this.#answers = new AnswerCache<NaptrRecord>(clock, (name) => this.#ask(name))
  }

  /** Empty without records and without an answer. Never rejects. */
  find(name: string): Promise<readonly NaptrRecord[]> {
    return this.#answers.get(name)
  }

  async #ask(name: string): Promise<DnsAnswer<NaptrRecord>> {
    for (const server of this.#resolver.getServers().slice(0, SERVERS_ASKED)) {
      const question = naptrQuestion(name, this.#random.uint32() & 0xffff)
      if (question === undefined) return { records: [], ttlSeconds: undefined }
      const message = await exchange(question, server).catch(() => undefined)
      const answer = message && readNaptrAnswer(message, question)
      if (answer?.kind === 'records') return answer
      if (answer?.kind === 'truncated') return { records: await existing(this.#resolver.resolveNaptr(name)), ttlSeconds: undefined }
    }
    throw new Error('no name server has answered')
  }
}

/** Sends a question from a port of chance; a connected socket hears that server alone. */
async function exchange(question: Buffer, server: string): Promise<Buffer> {
  const { address, port, family } = addressOf(server)
  const socket = createSocket(family === 'ipv6' ? 'udp6' : 'udp4')
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const timer = setTimeout(() => reject(new Error(`${server} does not answer`)), QUERY_TIMEOUT_MS)
  socket.on('error', reject)
  socket.on('message', (message) => {
    // What is no answer to the question is not the end of waiting: it may be forged.
    if (readNaptrAnswer(message, question).kind !== 'unusable' || isRefusal(message, question)) resolve(message)
  })
  socket.connect(port, address, () => socket.send(question))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    socket.close()
  }
}

/** The server has heard the question and does not answer it: the next one is asked at once. */
function isRefusal(message: Buffer, question: Buffer): boolean {
  return message.length >= 4 && message.readUInt16BE(0) === question.readUInt16BE(0) && (message.readUInt8(3) & 0x0f) !== 0
}

/** As Node names servers: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`. */
function addressOf(server: string): SocketAddress {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d+))?$/.exec(server) ?? []
  const address = bracketed ?? plain ?? server
  return new SocketAddress({ address, family: address.includes(':') ? 'ipv6' : 'ipv4', port: port === undefined ? DNS_PORT : Number(port) })
}

/** "No such name" and "no such record" are answers, with nothing in them. */
async function existing(query: Promise<readonly NaptrRecord[]>): Promise<readonly NaptrRecord[]> {
  try {
    return await query
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw error
  }
}
