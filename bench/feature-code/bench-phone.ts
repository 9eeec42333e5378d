import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { silentLogger } from '@klinke/foundation'
import { SipTransport } from '@klinke/net'
import { systemClock, systemRandom } from '@klinke/platform'
import { decodeG711, levelOfSamples, RTP_FIXED_HEADER_LENGTH } from '@klinke/rtp'
import { type PhoneHost, type RunningProduct, ScriptedPhone } from '@klinke/testbed'

const ADDRESS = '127.0.0.1'
const FRAME_SAMPLES = 160
const PCMU = 0
const PCMA = 8
/** Below this a packet is silence: comfort noise and the idle channel noise of G.711 lie under −60 dBm0. */
const SILENCE_DBM0 = -50
const GIVE_UP_MS = 5000

/** When something was heard of a call, in milliseconds from the moment its INVITE was sent. */
export interface FirstAudio {
  readonly packetMs: number
  readonly audioMs: number
}

/** A telephone on real sockets: SIP over UDP, and a socket that hears G.711. It takes one call at a time. */
export class BenchPhone implements AsyncDisposable {
  readonly #phone: ScriptedPhone
  readonly #media: Socket
  readonly #transport: SipTransport
  #heard: (packet: Buffer, nowMs: number) => void = () => undefined

  private constructor(phone: ScriptedPhone, media: Socket, transport: SipTransport) {
    this.#phone = phone
    this.#media = media
    this.#transport = transport
    media.on('message', (packet) => this.#heard(packet, performance.now()))
  }

  /** Registered as one of the demo customer's extensions. */
  static async start(product: RunningProduct, extension: string): Promise<BenchPhone> {
    const [clock, logger] = [systemClock(), silentLogger]
    const transport = await SipTransport.open({ clock, logger, listen: [{ protocol: 'UDP', address: ADDRESS, port: 0 }] })
    const media = createSocket('udp4')
    media.bind(0, ADDRESS)
    await once(media, 'listening')
    const { username, password } = product.extension(extension)
    const account = { username, password, domain: product.demo.sip.domain, server: { protocol: 'UDP', remote: product.sip() } } as const
    const phone = new ScriptedPhone(hostOf(transport, media.address().port), clock, systemRandom(), account)
    const status = await phone.register()
    if (status !== 200) throw new Error(`The telephone of the benchmark could not register: ${status}.`)
    return new BenchPhone(phone, media, transport)
  }

  /** Dials, waits until something is heard that is no silence, and hangs up. Rejects when nothing is. */
  async dial(code: string): Promise<FirstAudio> {
    const heard = Promise.withResolvers<FirstAudio>()
    let firstMs: number | undefined
    const timer = setTimeout(() => heard.reject(new Error(`${code}: nothing was heard within ${GIVE_UP_MS} ms.`)), GIVE_UP_MS)
    this.#heard = (packet, nowMs) => {
      const level = levelOf(packet)
      if (level === undefined) return
      firstMs ??= nowMs
      if (level > SILENCE_DBM0) heard.resolve({ packetMs: firstMs - sentMs, audioMs: nowMs - sentMs })
    }
    const sentMs = performance.now()
    const call = this.#phone.call(code)
    try {
      return await heard.promise
    } finally {
      clearTimeout(timer)
      this.#heard = () => undefined
      call.hangUp()
      await call.over
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#phone.close()
    this.#media.close()
    await this.#transport.close()
  }
}

function hostOf(transport: SipTransport, mediaPort: number): PhoneHost {
  return {
    address: ADDRESS,
    mediaPort,
    attach: (receiver) => transport.attach(receiver),
    existing: (target) => transport.existing(target),
    open: (target, signal) => transport.open(target, signal),
    flow: (id) => transport.flow(id),
    send: (flow, message, failed) => transport.send(flow, message, failed),
    advertised: (flow) => transport.advertised(flow),
  }
}

/** Of a packet of G.711; undefined for anything else. */
function levelOf(packet: Buffer): number | undefined {
  const payloadType = (packet[1] ?? 0) & 0x7f
  if (packet.length !== RTP_FIXED_HEADER_LENGTH + FRAME_SAMPLES || (payloadType !== PCMA && payloadType !== PCMU)) return undefined
  const samples = new Int16Array(FRAME_SAMPLES)
  decodeG711(payloadType === PCMA ? 'A' : 'µ', packet.subarray(RTP_FIXED_HEADER_LENGTH), samples)
  return levelOfSamples(samples)
}
