import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { parseSdp, RTP_FIXED_HEADER_LENGTH, sequenceNumberOf, writeRtpHeader } from '@klinke/rtp'
import { loopbackEngine } from '../../packages/media/tests/support/embedded-engine.ts'
import { WebRtcPeer } from '../../packages/media/tests/support/web-rtc-peer.ts'
import type { Part } from '../part.ts'

/** Few enough that the telephones, which live in this process, do not make each other wait. */
const CALLS = 20
const FRAMES = 250
const WARM_UP_FRAMES = 100
const FRAME_MS = 20
const FRAME_OCTETS = 160
const MOST_ADDED_MS = 5

/** What the server adds to the way of a packet between a browser and a telephone, DTLS-SRTP on the one side and plain RTP on the other. */
export const webPhone: Part = {
  name: 'web-phone',
  async run(log) {
    const straight = await measureStraight()
    log(`  from socket to socket: p50 ${percentile(straight, 50).toFixed(2)} ms, p99 ${percentile(straight, 99).toFixed(2)} ms`)
    const { toPhone, toBrowser, lost } = await measureCalls()
    log(`  ${CALLS} calls, ${toPhone.length + toBrowser.length} packets, ${lost} lost`)
    const base = percentile(straight, 50)
    const figures = (['p50', 'p99'] as const).flatMap((name) => {
      const share = name === 'p50' ? 50 : 99
      return [
        [`added by the server from a browser to a telephone, ${name} of ${CALLS} calls`, percentile(toPhone, share)],
        [`added by the server from a telephone to a browser, ${name} of ${CALLS} calls`, percentile(toBrowser, share)],
      ] as const
    })
    return figures.map(([what, ms]) => ({ what, value: Math.max(0, ms - base), unit: 'ms', atMost: MOST_ADDED_MS }))
  },
}

/** A telephone that notes when its packets leave and come. */
class Phone {
  readonly socket: Socket
  /** By sequence number. */
  readonly sentMs = new Map<number, number>()
  arrived: (packet: Uint8Array) => void = () => undefined
  destinationPort = 0
  #sequenceNumber = 0
  readonly #packet = Buffer.alloc(RTP_FIXED_HEADER_LENGTH + FRAME_OCTETS, 0xd5)

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('message', (packet) => this.arrived(packet))
  }

  static async open(): Promise<Phone> {
    const socket = createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return new Phone(socket)
  }

  describe(): string {
    const media = `m=audio ${this.socket.address().port} RTP/AVP 8`
    return ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', media, ''].join('\r\n')
  }

  follow(sdp: string): void {
    const parsed = parseSdp(sdp)
    this.destinationPort = parsed.ok ? (parsed.value.media[0]?.port ?? 0) : 0
  }

  send(): void {
    const sequenceNumber = this.#sequenceNumber++ & 0xffff
    const timestamp = sequenceNumber * FRAME_OCTETS
    writeRtpHeader(this.#packet, { payloadType: 8, marker: false, sequenceNumber, timestamp, ssrc: 0xf0f0 })
    this.sentMs.set(sequenceNumber, performance.now())
    this.socket.send(Buffer.from(this.#packet), this.destinationPort, '127.0.0.1')
  }
}

/** The same packets without a server between, which Node's own sockets and event loop delay too. */
async function measureStraight(): Promise<number[]> {
  const pairs = await Promise.all(Array.from({ length: CALLS }, async () => [await Phone.open(), await Phone.open()] as const))
  const delays: number[] = []
  for (const [from, to] of pairs) {
    from.destinationPort = to.socket.address().port
    to.arrived = (packet) => note(delays, from.sentMs, packet)
  }
  await beats(FRAMES, (call) => pairs[call]?.[0].send())
  for (const phone of pairs.flat()) phone.socket.close()
  return delays
}

async function measureCalls(): Promise<{ toPhone: number[]; toBrowser: number[]; lost: number }> {
  const engine = loopbackEngine()
  const [toPhone, toBrowser]: [number[], number[]] = [[], []]
  const calls: Call[] = []
  for (let call = 0; call < CALLS; call++) {
    const [browser, phone] = [await WebRtcPeer.open(), await Phone.open()]
    const session = engine.open(`call ${call}`)
    const web = session.endpoint('browser', { srtp: 'offered', addressFamily: 'IPv4' })
    const plain = session.endpoint('phone', { srtp: 'none', addressFamily: 'IPv4' })
    phone.follow(await session.relayOffer(web, plain, browser.describe()))
    browser.follow(await session.relayAnswer(plain, web, phone.describe()))
    // Commands are carried out in order: after this answer the worker knows the browser.
    await session.statistics(web)
    await browser.connect()
    calls.push({ browser, phone, sentMs: new Map() })
  }
  const speak = (call: number): void => speakIn(calls[call])
  await beats(WARM_UP_FRAMES, speak)
  for (const { browser, phone, sentMs } of calls) {
    phone.arrived = (packet) => note(toPhone, sentMs, packet)
    browser.arrived = (packet) => note(toBrowser, phone.sentMs, packet)
  }
  await beats(FRAMES, speak)
  await engine.close()
  for (const { browser, phone } of calls) {
    browser.close()
    phone.socket.close()
  }
  return { toPhone, toBrowser, lost: 2 * CALLS * FRAMES - toPhone.length - toBrowser.length }
}

interface Call {
  readonly browser: WebRtcPeer
  readonly phone: Phone
  /** Of the browser's packets, by sequence number. */
  readonly sentMs: Map<number, number>
}

function speakIn(call: Call | undefined): void {
  if (!call) return
  call.phone.send()
  call.sentMs.set(call.browser.nextSequenceNumber, performance.now())
  call.browser.send(440)
}

function note(delays: number[], sentMs: ReadonlyMap<number, number>, packet: Uint8Array): void {
  const sent = sentMs.get(sequenceNumberOf(packet))
  if (sent !== undefined) delays.push(performance.now() - sent)
}

/** Gives each call its turn once in 20 ms, one after the other, and waits in the end for what is on its way. */
async function beats(count: number, work: (call: number) => void): Promise<void> {
  const startMs = performance.now()
  for (let turn = 0; turn < count * CALLS; turn++) {
    const dueMs = startMs + (turn * FRAME_MS) / CALLS
    if (dueMs > performance.now()) await until(dueMs)
    work(turn % CALLS)
  }
  await until(performance.now() + FRAME_MS)
}

function until(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - performance.now())))
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0
}
