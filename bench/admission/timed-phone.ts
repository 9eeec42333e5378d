import { silentLogger } from '@klinke/foundation'
import { SipTransport } from '@klinke/net'
import { systemClock, systemRandom } from '@klinke/platform'
import { type PhoneAccount, type PhoneHost, type PhoneScript, type RunningProduct, ScriptedPhone } from '@klinke/testbed'

const ADDRESS = '127.0.0.1'
/** Nobody listens there: nothing is played in this benchmark. */
const MEDIA_PORT = 9

/** A scripted telephone on a UDP socket that knows when a message came. */
export class TimedPhone implements AsyncDisposable {
  readonly phone: ScriptedPhone
  readonly port: number
  readonly #transport: SipTransport
  readonly #waiting = new Map<string, (atMs: number) => void>()

  private constructor(transport: SipTransport, account: PhoneAccount, script: PhoneScript) {
    this.#transport = transport
    this.port = transport.listening[0]?.port ?? 0
    const host: PhoneHost = {
      ...{ address: ADDRESS, mediaPort: MEDIA_PORT },
      attach: (receiver) =>
        transport.attach({
          received: (message, flow) => {
            this.#noted(message)
            receiver.received(message, flow)
          },
          flowClosed: (flow) => receiver.flowClosed(flow),
        }),
      existing: (target) => transport.existing(target),
      open: (target, signal) => transport.open(target, signal),
      flow: (id) => transport.flow(id),
      send: (flow, message, failed) => transport.send(flow, message, failed),
      advertised: (flow) => transport.advertised(flow),
    }
    this.phone = new ScriptedPhone(host, systemClock(), systemRandom(), account, script)
  }

  static async open(product: RunningProduct, extension: string | undefined, script: PhoneScript): Promise<TimedPhone> {
    const listen = [{ protocol: 'UDP', address: ADDRESS, port: 0 }] as const
    const transport = await SipTransport.open({ clock: systemClock(), logger: silentLogger, listen, exempt: () => true })
    const own = extension === undefined ? { username: 'carrier', password: '' } : product.extension(extension)
    const server = { protocol: 'UDP', remote: product.sip() } as const
    const { username, password } = own
    return new TimedPhone(transport, { username, password, domain: product.demo.sip.domain, server }, script)
  }

  /** When the next message that begins so comes, in milliseconds of `performance`. */
  next(beginning: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(beginning, resolve))
  }

  #noted(message: Uint8Array): void {
    if (this.#waiting.size === 0) return
    const atMs = performance.now()
    const text = Buffer.from(message.buffer, message.byteOffset, Math.min(message.byteLength, 200)).toString('latin1')
    for (const [beginning, resolve] of this.#waiting) {
      if (!text.startsWith(beginning)) continue
      this.#waiting.delete(beginning)
      resolve(atMs)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.phone.close()
    await this.#transport.close()
  }
}
