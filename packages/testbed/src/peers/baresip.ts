import { readdirSync, writeFileSync } from 'node:fs'
import type { Sound } from '../audio/goertzel.ts'
import { lengthOfWav, readWav, writeTone } from '../audio/wav.ts'
import { AUDIO_LOOP, accountFile, type BaresipOptions, type BaresipPlace, configFile, MEDIA_PORTS, sampleRateOf } from './baresip-config.ts'
import { BaresipControl, type BaresipEvent } from './baresip-control.ts'
import { freePort, giveBack } from './free-port.ts'
import { PeerProcess } from './peer-process.ts'
import { TemporaryFolder } from './temporary-folder.ts'

const READY_MS = 20_000
const EVENT_DEADLINE_MS = 20_000
/** The registration may be done before its remote control is connected, so its event may be missed; the line is not. */
const REGISTERED = /\{\d+\/\w+\/v\d\} 200 OK/
/** Longer than any test's call; what follows is silence. */
const TONE_SECONDS = 120
/** How often the growing recording is looked at. */
const LISTEN_INTERVAL_MS = 20
/** So late sound may begin where there is some, on a machine with much else to do. */
const LATE_MS = 3000
/** What the old source still had in its buffer. */
const SWITCH_OVER_MS = 400

/** A softphone that is not ours, with its own SIP, RTP, SRTP and G.711: it says a tone and keeps what it hears. */
export class Baresip implements AsyncDisposable {
  readonly name: string
  readonly port: number
  readonly #process: PeerProcess
  readonly #control: BaresipControl
  readonly #folder: TemporaryFolder
  readonly #place: BaresipPlace
  readonly #configure: (calls: number) => void
  #calls = 0

  private constructor(
    options: BaresipOptions,
    place: BaresipPlace,
    process: PeerProcess,
    control: BaresipControl,
    folder: TemporaryFolder,
  ) {
    this.name = `baresip ${options.username}`
    this.port = place.sipPort
    this.#process = process
    this.#control = control
    this.#folder = folder
    this.#place = place
    this.#configure = (calls) => writeFileSync(folder.file('config'), configFile(options, place, calls))
    // One that does not obey is noticed where its answer is waited for.
    control.whenever('CALL_INCOMING', () => void this.#changePorts().catch(() => undefined))
  }

  /** Starts it; settles when it is registered, if it registers. */
  static async start(options: BaresipOptions): Promise<Baresip> {
    const folder = new TemporaryFolder('baresip')
    const address = options.server?.address.includes(':') ? '::1' : '127.0.0.1'
    const ports = { sipPort: await freePort(), controlPort: await freePort(), mediaPort: await freePort(MEDIA_PORTS) }
    const place = { folder: folder.path, address, ...ports } as const
    writeFileSync(folder.file('config'), configFile(options, place))
    writeFileSync(folder.file('accounts'), accountFile(options, place))
    writeFileSync(folder.file('contacts'), '')
    const { frequencyHz, levelDbm0, onMs, offMs } = options.tone
    const cadence = onMs === undefined || offMs === undefined ? undefined : { onMs, offMs }
    writeTone(folder.file('tone.wav'), frequencyHz, levelDbm0, TONE_SECONDS, sampleRateOf(options), cadence)
    const process = new PeerProcess('baresip', ['-f', folder.path, '-v', ...(options.keepsMessages ? ['-s'] : [])])
    try {
      await process.printed(/baresip is ready/, READY_MS)
      const control = await BaresipControl.connect(place.controlPort)
      const phone = new Baresip(options, place, process, control, folder)
      if (options.server && (options.registers ?? true)) await process.printed(REGISTERED, EVENT_DEADLINE_MS)
      return phone
    } catch (error) {
      await process.stop()
      folder[Symbol.dispose]()
      throw error
    }
  }

  /** The oldest event of that type that was not asked for yet. Throws after the deadline, with what happened instead. */
  async event(type: string, deadlineMs = EVENT_DEADLINE_MS): Promise<BaresipEvent> {
    const event = await this.#control.event([type], deadlineMs)
    if (event) return event
    throw this.#process.failure(`${this.name}: no ${type} within ${deadlineMs} ms; instead: ${this.#control.untaken || 'nothing'}`)
  }

  /** What happened so far counts no more: for a phone that goes from one test into the next. */
  forget(): void {
    this.#control.forget()
  }

  /** The end of what it printed. */
  get output(): string {
    return this.#process.output
  }

  /** The requests of that method that have come to it, the newest last and repetitions too, as far as its output reaches back; with `keepsMessages`. */
  received(method: string): readonly string[] {
    const traced = /^\w+ \S+ -> \S+:(\d+)\n([\s\S]*?\r\n\r\n)/gm
    const messages = Array.from(this.#process.output.matchAll(traced), ([, port, message = '']) => ({ port, message }))
    return messages
      .filter(({ port, message }) => port === String(this.port) && message.startsWith(`${method} `))
      .map(({ message }) => message)
  }

  async dial(uri: string): Promise<void> {
    await this.#control.command('dial', uri)
    await this.#changePorts()
  }

  /** Waits until it rings, and gives who calls. */
  async rings(): Promise<string> {
    return (await this.event('CALL_INCOMING')).peeruri ?? ''
  }

  async accept(): Promise<void> {
    await this.#control.command('accept')
  }

  async established(): Promise<void> {
    await this.event('CALL_ESTABLISHED')
  }

  async hangUp(): Promise<void> {
    await this.#control.command('hangup')
  }

  /** It vanishes without a word: no packet comes from it, and none is answered. */
  vanish(): void {
    this.#process.freeze(true)
  }

  /** It is back, and goes on where it was. */
  reappear(): void {
    this.#process.freeze(false)
  }

  /** Waits for the end of the call, and gives the reason it shows. */
  async ended(deadlineMs = EVENT_DEADLINE_MS): Promise<string> {
    return (await this.event('CALL_CLOSED', deadlineMs)).param
  }

  /** Sends the other party to somebody else (REFER). */
  async transfer(uri: string): Promise<void> {
    await this.#control.command('transfer', uri)
  }

  async hold(): Promise<void> {
    await this.#control.command('hold')
  }

  async resume(): Promise<void> {
    await this.#control.command('resume')
  }

  /** Presses one key, sent as telephone-event. */
  async press(digit: string): Promise<void> {
    await this.#control.command('sndcode', digit)
  }

  /** What it hears from now on for `milliseconds` of sound; less when that much does not come within twice the time, or within what is said. */
  listen(milliseconds: number, withinMs = 2 * milliseconds + LATE_MS): Promise<Sound> {
    return this.#record('dec', milliseconds, withinMs)
  }

  /**
   * As `listen`, for calls that were renegotiated: baresip 1.0.0 loses its recorder of what it hears at the
   * first re-INVITE, but not the one of what it says. So it says what it hears for that long, instead of its tone.
   */
  async listenAfterHold(milliseconds: number): Promise<Sound> {
    await this.#control.command('ausrc', AUDIO_LOOP)
    await this.#record('enc', SWITCH_OVER_MS)
    const sound = await this.#record('enc', milliseconds)
    await this.#control.command('ausrc', `aufile,${this.#folder.file('tone.wav')}`)
    return sound
  }

  /**
   * It has opened ports for a call; the next one gets others. On the same ones the last packets that the exchange sends to a call, before it
   * knows of its end, are the first ones of the next call, and the jitter buffer of baresip 1.0.0 takes all that follow for too late.
   */
  async #changePorts(): Promise<void> {
    this.#configure(++this.#calls)
    await this.#control.command('conf_reload')
  }

  async #record(direction: 'enc' | 'dec', milliseconds: number, withinMs = 2 * milliseconds + LATE_MS): Promise<Sound> {
    const startPath = this.#recording(direction)
    const startCount = lengthOfWav(startPath).count
    const deadline = performance.now() + withinMs
    for (;;) {
      const path = this.#recording(direction)
      const { count, sampleRateHz } = lengthOfWav(path)
      const from = path === startPath && count >= startCount ? startCount : 0
      if ((1000 * (count - from)) / sampleRateHz >= milliseconds || performance.now() > deadline) {
        const sound = readWav(path)
        return { ...sound, samples: sound.samples.subarray(from) }
      }
      await new Promise((resolve) => setTimeout(resolve, LISTEN_INTERVAL_MS))
    }
  }

  /** The file of the newest recording: each call begins one. */
  #recording(direction: 'enc' | 'dec'): string {
    const newest = readdirSync(this.#folder.path)
      .filter((name) => name.endsWith(`-${direction}.wav`))
      .sort()
      .at(-1)
    return this.#folder.file(newest ?? 'none.wav')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#control.close()
    this.reappear()
    await this.#process.stop()
    this.#folder[Symbol.dispose]()
    const { sipPort, controlPort, mediaPort } = this.#place
    giveBack(sipPort)
    giveBack(controlPort)
    giveBack(mediaPort, MEDIA_PORTS)
  }
}
