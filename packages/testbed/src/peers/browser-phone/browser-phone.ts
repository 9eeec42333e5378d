import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import type { Sound } from '../../audio/goertzel.ts'
import { eventually } from '../../waiting.ts'
import { Chromium } from '../chromium.ts'
import { browserScript } from './browser-script.ts'

const EVENT_DEADLINE_MS = 30_000
/** A browser without a network besides loopback has no other address to offer. */
const WITH_LOOPBACK = '--allow-loopback-in-peer-connection'

export interface BrowserPhoneOptions {
  readonly username: string
  readonly password: string
  readonly domain: string
  /** The server's WebSocket for SIP, `ws://…/sip`. */
  readonly socket: string
  readonly tone: { readonly frequencyHz: number; readonly levelDbm0: number }
}

export interface BrowserTransport {
  readonly dtlsState: string
  readonly srtpCipher: string
  readonly dtlsCipher: string
  readonly codec: string
  readonly packetsReceived: number
  readonly packetsLost: number
}

interface PhoneEvent {
  readonly kind: string
  readonly detail: string
}

/** A telephone in a real browser (JsSIP in Chromium): WebRTC that is not ours, a microphone with a tone, and what it hears as samples. */
export class BrowserPhone implements AsyncDisposable {
  readonly #chromium: Chromium
  readonly #server: Server
  readonly #page: Page
  readonly #domain: string
  #taken = 0

  private constructor(chromium: Chromium, server: Server, page: Page, domain: string) {
    this.#chromium = chromium
    this.#server = server
    this.#page = page
    this.#domain = domain
  }

  /** Starts a browser and settles when the telephone in it is registered. */
  static async start({ username, password, domain, socket, tone }: BrowserPhoneOptions): Promise<BrowserPhone> {
    const server = await serve(await browserScript('phone-page.ts'))
    const chromium = await Chromium.start({ microphone: tone, switches: [WITH_LOOPBACK] })
    const page = await chromium.page()
    const phone = new BrowserPhone(chromium, server, page, domain)
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      await page.evaluate(`phone.start(${JSON.stringify({ socket, uri: `sip:${username}@${domain}`, password })})`)
      await phone.event('registered')
      return phone
    } catch (error) {
      await phone[Symbol.asyncDispose]()
      throw error
    }
  }

  /** Waits for the next event of that kind, passing over others; gives what it says. */
  async event(kind: string): Promise<string> {
    let events: readonly PhoneEvent[] = []
    const found = async (): Promise<boolean> => {
      events = await this.#page.evaluate<readonly PhoneEvent[]>('phone.events')
      return events.slice(this.#taken).some((event) => event.kind === kind)
    }
    const shown = (): string => JSON.stringify(events.slice(this.#taken))
    await eventually(`${kind} in the browser`, found, { deadlineMs: EVENT_DEADLINE_MS, shown })
    const index = events.findIndex((event, at) => at >= this.#taken && event.kind === kind)
    this.#taken = index + 1
    return events[index]?.detail ?? ''
  }

  async dial(number: string): Promise<void> {
    await this.#page.evaluate(`phone.call(${JSON.stringify(`sip:${number}@${this.#domain}`)})`)
  }

  /** Waits until it rings; gives who calls. */
  rings(): Promise<string> {
    return this.event('incoming')
  }

  async accept(): Promise<void> {
    await this.#page.evaluate('phone.answer()')
  }

  async established(): Promise<void> {
    await this.event('confirmed')
  }

  async hold(): Promise<void> {
    await this.#page.evaluate('phone.hold(true)')
  }

  async resume(): Promise<void> {
    await this.#page.evaluate('phone.hold(false)')
  }

  async restartIce(): Promise<void> {
    await this.#page.evaluate('phone.restartIce()')
  }

  /** Presses a key, which goes as a telephone event. */
  async press(key: string): Promise<void> {
    await this.#page.evaluate(`phone.press(${JSON.stringify(key)})`)
  }

  /** Sends the other party to somebody else (REFER). */
  async transfer(number: string): Promise<void> {
    await this.#page.evaluate(`phone.transfer(${JSON.stringify(`sip:${number}@${this.#domain}`)})`)
  }

  async hangUp(): Promise<void> {
    await this.#page.evaluate('phone.hangUp()')
  }

  /** Waits for the end of the call; gives the cause it shows. */
  ended(): Promise<string> {
    return this.event('ended')
  }

  /** What it hears from now on. */
  async listen(milliseconds: number): Promise<Sound> {
    type Heard = { readonly samples: readonly number[]; readonly sampleRateHz: number }
    const { samples, sampleRateHz } = await this.#page.evaluate<Heard>(`phone.listen(${milliseconds})`)
    return { samples: Float32Array.from(samples), sampleRateHz }
  }

  transport(): Promise<BrowserTransport> {
    return this.#page.evaluate<BrowserTransport>('phone.transport()')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#chromium[Symbol.asyncDispose]()
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

/** Loopback counts as a secure origin, where a page may use the microphone. */
function serve(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>phone</title><script src="/page.js"></script>')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
