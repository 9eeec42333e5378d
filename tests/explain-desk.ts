/** Phones of one's own that behave as badly as wanted, and the question why a call went as it did. */
import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { systemClock, systemRandom } from '@klinke/platform'
import type { Flow, SocketAddress, TransportReceiver, TransportTarget } from '@klinke/sip'
import { eventually, type PhoneHost, type PhoneScript, RunningProduct, type ScriptedCall, ScriptedPhone } from '@klinke/testbed'
import { root } from './support.ts'

export interface Explanation {
  readonly call: { readonly id: string; readonly called: { readonly number: string }; readonly endedAt: string | null }
  readonly diagnosis: { readonly code: string; readonly severity: string; readonly sentence: { readonly de: string; readonly en: string } }
  readonly timeline: readonly { readonly step: string; readonly detail: string }[]
  readonly ladderKept: boolean
  readonly ladder: readonly Rung[]
  readonly media: { readonly caller: MediaOfCall; readonly called: MediaOfCall }
}

interface Rung {
  readonly direction: string
  readonly party: string
  readonly method: string
  readonly status: number | null
  readonly authenticates: boolean
  readonly sdp: string | null
}

interface MediaOfCall {
  readonly totals: { readonly packetsReceived: number } | null
  readonly samples: readonly { readonly packets: number; readonly lost: number; readonly mos: number | null }[]
}

interface Refusal {
  readonly account: string
  readonly method: string
  readonly diagnosis: Explanation['diagnosis']
  readonly ladder: readonly Rung[]
}

/** How a phone differs from one that is in order. */
export interface Fault {
  /** The address that it names for its sound. */
  readonly soundAddress?: string
  /** Changes what it sends; lengths are mended. */
  readonly rewrite?: (message: string) => string
  readonly username?: string
  readonly password?: string
}

/** A machine with one UDP port for SIP and one for sound. */
class UdpHost implements PhoneHost {
  readonly address: string
  readonly mediaPort: number
  readonly sound: Socket
  readonly #socket: Socket
  readonly #flow: Flow
  readonly #rewrite: (message: string) => string
  #receiver: TransportReceiver | undefined

  private constructor(socket: Socket, sound: Socket, remote: SocketAddress, fault: Fault) {
    this.address = fault.soundAddress ?? '127.0.0.1'
    this.#rewrite = fault.rewrite ?? ((message) => message)
    this.#socket = socket
    this.sound = sound
    this.mediaPort = sound.address().port
    this.#flow = { id: 'udp', protocol: 'UDP', local: { address: '127.0.0.1', port: socket.address().port }, remote }
    socket.on('message', (message) => this.#receiver?.received(message, this.#flow))
  }

  static async open(remote: SocketAddress, fault: Fault): Promise<UdpHost> {
    const sockets = [createSocket('udp4'), createSocket('udp4')] as const
    for (const socket of sockets) {
      socket.bind(0, '127.0.0.1')
      await once(socket, 'listening')
    }
    return new UdpHost(...sockets, remote, fault)
  }

  get server(): TransportTarget {
    return { protocol: 'UDP', remote: this.#flow.remote }
  }

  attach(receiver: TransportReceiver): void {
    this.#receiver = receiver
  }

  existing(): Flow {
    return this.#flow
  }

  open(): Promise<Flow> {
    return Promise.resolve(this.#flow)
  }

  flow(): Flow {
    return this.#flow
  }

  send(_flow: Flow, message: Uint8Array): void {
    const [head = '', body = ''] = this.#rewrite(Buffer.from(message).toString()).split(/\r\n\r\n(.*)/s)
    const mended = head.replace(/^Content-Length: \d+$/im, `Content-Length: ${Buffer.byteLength(body)}`)
    this.#socket.send(`${mended}\r\n\r\n${body}`, this.#flow.remote.port, this.#flow.remote.address)
  }

  advertised(): SocketAddress {
    return this.#flow.local
  }

  close(): void {
    this.#socket.close()
    this.sound.close()
  }
}

/** A telephone, and its sound. */
export class WirePhone {
  readonly sip: ScriptedPhone
  readonly #host: UdpHost
  readonly #talking = new Set<NodeJS.Timeout>()
  #closed = false

  constructor(host: UdpHost, sip: ScriptedPhone) {
    this.#host = host
    this.sip = sip
  }

  /** Speaks: 50 packets a second of G.711, as `goes` sends or does not send them. */
  talk({ remoteSdp = '' }: ScriptedCall, goes: (sequence: number) => 'now' | 'late' | 'lost' = () => 'now'): void {
    const port = Number(/^m=audio (\d+)/m.exec(remoteSdp)?.[1])
    const ssrc = 1 + Math.floor(Math.random() * 0x7fff_ffff)
    let sequence = 0
    const speak = (): void => {
      const packet = Buffer.alloc(172, 0xd5)
      packet.writeUInt16BE(0x8008, 0)
      packet.writeUInt16BE(sequence & 0xffff, 2)
      packet.writeUInt32BE(sequence * 160, 4)
      packet.writeUInt32BE(ssrc, 8)
      const how = goes(sequence++)
      const send = (): void => this.#host.sound.send(packet, port, '127.0.0.1')
      if (how === 'now') send()
      else if (how === 'late') setTimeout(send, LATE_MS)
    }
    this.#talking.add(setInterval(speak, PACKET_MS))
  }

  quiet(): void {
    for (const timer of this.#talking) clearInterval(timer)
    this.#talking.clear()
  }

  /** Loses its power. */
  die(): void {
    this.#closed = true
    this.quiet()
    this.sip.close()
    this.#host.close()
  }

  /** Unregisters and leaves; again is harmless. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.quiet()
    await this.sip.register(0)
    this.sip.close()
    await new Promise((resolve) => setTimeout(resolve, LATE_MS))
    this.#host.close()
  }
}

const PACKET_MS = 20
const LATE_MS = 150

/** The product with its demo customer, to break things on. */
export class ExplainDesk implements AsyncDisposable {
  readonly product: RunningProduct
  readonly tenantId: string
  readonly #ids: ReadonlyMap<string, string>
  readonly #phones: WirePhone[] = []

  private constructor(product: RunningProduct, tenantId: string, ids: ReadonlyMap<string, string>) {
    this.product = product
    this.tenantId = tenantId
    this.#ids = ids
  }

  static async start(profile: object = {}): Promise<ExplainDesk> {
    return ExplainDesk.on(await RunningProduct.start({ root }), profile)
  }

  /** At a product that runs already. */
  static async on(product: RunningProduct, profile: object = {}): Promise<ExplainDesk> {
    const { items } = (await product.get('/extensions')) as { readonly items: readonly { id: string; number: string; tenantId: string }[] }
    const tenantId = items[0]?.tenantId ?? ''
    const desk = new ExplainDesk(product, tenantId, new Map(items.map(({ number, id }) => [number, id])))
    await desk.profile(profile)
    return desk
  }

  /** What is said to callers would only take time here. */
  async profile(change: object): Promise<void> {
    await this.ask('PATCH', `/tenants/${this.tenantId}`, { profile: { announceFailures: 'nobody', ...change } })
  }

  async ask(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await this.product.request(method, path, body)
    const text = await response.text()
    assert.ok(response.ok, `${method} ${path}: ${text}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }

  idOf(number: string): string {
    return this.#ids.get(number) ?? ''
  }

  settings(number: string, change: object): Promise<unknown> {
    return this.ask('PATCH', `/extensions/${this.idOf(number)}/call-settings`, change)
  }

  /** A phone of that extension, not registered yet. */
  async phone(number: string, script: PhoneScript = { kind: 'ring' }, fault: Fault = {}): Promise<WirePhone> {
    const { username, password } = this.product.extension(number)
    const host = await UdpHost.open(this.product.sip(), fault)
    const account = { username, password, ...pick(fault), domain: this.product.demo.sip.domain, server: host.server }
    const phone = new WirePhone(host, new ScriptedPhone(host, systemClock(), systemRandom(), account, script))
    this.#phones.push(phone)
    return phone
  }

  /** Somebody outside whose calls come in as a carrier's, known by the port they come from. */
  async asCarrier(fault: Fault): Promise<WirePhone> {
    const host = await UdpHost.open(this.product.sip(), fault)
    const account = { username: 'outside', password: '', domain: '127.0.0.1', server: host.server }
    const phone = new WirePhone(host, new ScriptedPhone(host, systemClock(), systemRandom(), account))
    this.#phones.push(phone)
    const { port } = host.existing().local
    const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
    const { id } = await this.ask('POST', '/carriers', { name: `Outside ${port}`, host: '127.0.0.1', port, authentication, priority: 950 })
    const states = () => this.product.get('/carrier-states') as Promise<{ readonly items: readonly Record<string, unknown>[] }>
    // Once its line is looked after, it is known by its port.
    await eventually(
      'the line of the carrier',
      async () => (await states()).items.some(({ carrierId, state }) => carrierId === id && state === 'up'),
      {
        shown: states,
      },
    )
    return phone
  }

  async registered(number: string, script: PhoneScript = { kind: 'ring' }, fault: Fault = {}): Promise<WirePhone> {
    const phone = await this.phone(number, script, fault)
    // Right after a start the exchange may be too busy yet (503): telephones come again.
    await eventually('its registration', async () => {
      const status = await phone.sip.register()
      assert.ok(status === 200 || status === 503, `${status}`)
      return status === 200
    })
    return phone
  }

  /** Why the newest ended call to that number went as it did, unless it is one of these. */
  async explained(called: string, before: readonly string[] = []): Promise<Explanation> {
    const all = () => this.product.get('/call-records?limit=50') as Promise<{ readonly items: readonly Explanation['call'][] }>
    const ended = async () => {
      const { items } = await all()
      return items.find((record) => record.called.number === called && record.endedAt !== null && !before.includes(record.id))
    }
    const { id } = await eventually(`the end of the call to ${called}`, ended, { shown: all })
    return this.explanation(id)
  }

  /** `from` calls that number until its call ends; why it did. */
  async fails(called: string, from: WirePhone): Promise<Explanation> {
    const before = await this.idsTo(called)
    await from.sip.call(called).over
    return this.explained(called, before)
  }

  /** Of the records of calls to that number so far. */
  async idsTo(called: string): Promise<readonly string[]> {
    const { items } = (await this.product.get('/call-records?limit=50')) as { readonly items: readonly Explanation['call'][] }
    return items.filter((record) => record.called.number === called).map(({ id }) => id)
  }

  explanation(id: string): Promise<Explanation> {
    return this.product.get(`/call-records/${id}/explanation`) as Promise<Explanation>
  }

  /** Why a request with that account and method was refused. */
  refused(account: string, method: string, code: string): Promise<Refusal> {
    const all = () => this.product.get('/refused-requests?limit=50') as Promise<{ readonly items: readonly Refusal[] }>
    const found = async () =>
      (await all()).items.find((one) => one.account === account && one.method === method && one.diagnosis.code === code)
    return eventually(`${method} of ${account}: ${code}`, found, { shown: all })
  }

  /** All telephones leave; the product stays. */
  async leave(): Promise<void> {
    await Promise.all(this.#phones.map((phone) => phone.close()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave()
    await this.product[Symbol.asyncDispose]()
  }
}

function pick({ username, password }: Fault): { username?: string; password?: string } {
  return { ...(username !== undefined && { username }), ...(password !== undefined && { password }) }
}
