import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SocketAddress } from '@klinke/sip'
import { freePort, laneOfTests } from '../peers/free-port.ts'
import { PeerFailure, PeerProcess } from '../peers/peer-process.ts'
import { TemporaryFolder } from '../peers/temporary-folder.ts'
import { eventually } from '../waiting.ts'
import type { DemoExtension, DemoFile } from './demo-file.ts'
import { copyFirstData } from './first-data.ts'

/** A first start creates a database cluster. */
const START_DEADLINE_MS = 90_000
/** The API answers within milliseconds; what takes so long is the product standing still. */
const ANSWER_WITHIN_MS = 30_000
const STOP_DEADLINE_MS = 60_000
/** Four ports each for 200 calls, away from the ports the kernel hands out. */
const MEDIA_PORTS = 800
const FIRST_MEDIA_PORT = 16_384
const MEDIA_PORTS_OF_LANE = 2_000
/** What it says of a port for SIP, and of one for HTTP. */
const PORT_TAKEN = /in use by another program|another program uses it/
/** How often ports are chosen anew. */
const STARTS = 3

export interface ProductOptions {
  /** Root of the repository. */
  readonly root: string
  /** Further settings, over those that keep a test apart from all else. */
  readonly environment?: Readonly<Record<string, string>>
  /** Begins with an empty data folder, whatever the test run offers. */
  readonly firstStart?: boolean
  /** Runs it under this command, such as `taskset -c 0`. */
  readonly under?: readonly string[]
}

/** Klinke as a user starts it: a process, its data folder, its ports, its demo customer. */
export class RunningProduct implements AsyncDisposable {
  readonly #options: ProductOptions
  readonly #folder: TemporaryFolder
  readonly #environment: Readonly<Record<string, string>>
  #process: PeerProcess
  /** As files are dated. */
  #spawnedAtMs = 0
  #demo: DemoFile | undefined
  /** Why it is not ready yet. */
  #refusal = 'no demo.json'

  private constructor(options: ProductOptions, folder: TemporaryFolder, environment: Readonly<Record<string, string>>) {
    this.#options = options
    this.#folder = folder
    this.#environment = environment
    this.#process = this.#spawn()
  }

  /** Starts it in a data folder of its own; settles when its API answers. */
  static async start(options: ProductOptions): Promise<RunningProduct> {
    for (let left = STARTS; ; left--) {
      try {
        return await RunningProduct.#startOnce(options)
      } catch (error) {
        // Somebody else has taken a port between its being found free and the product's opening it.
        if (left === 1 || !(error instanceof PeerFailure && PORT_TAKEN.test(error.message))) throw error
      }
    }
  }

  static async #startOnce(options: ProductOptions): Promise<RunningProduct> {
    const folder = new TemporaryFolder('product')
    const [http, sip, sips] = [await freePort(), await freePort(), await freePort()]
    const within = 4 * Math.floor((Math.random() * (MEDIA_PORTS_OF_LANE - MEDIA_PORTS)) / 4)
    const media = FIRST_MEDIA_PORT + (await laneOfTests()) * MEDIA_PORTS_OF_LANE + within
    if (!options.firstStart) copyFirstData(folder.file('data'))
    const product = new RunningProduct(options, folder, {
      KLINKE_DATA_DIR: folder.file('data'),
      KLINKE_HTTP_PORT: String(http),
      KLINKE_SIP_PORT: String(sip),
      KLINKE_SIPS_PORT: String(sips),
      KLINKE_RTP_PORTS: `${media}-${media + MEDIA_PORTS - 1}`,
      KLINKE_BIND_ADDRESSES: '127.0.0.1',
      // Tests count calls and messages; those of the exchange with itself come where a test asks for them.
      KLINKE_PROBE_SECONDS: '0',
      ...options.environment,
    })
    try {
      await product.#ready()
    } catch (error) {
      // What kept it from starting counts, not how it went.
      await product[Symbol.asyncDispose]().catch(() => undefined)
      throw error
    }
    return product
  }

  get demo(): DemoFile {
    if (!this.#demo) throw new Error('The product is not ready.')
    return this.#demo
  }

  /** The environment it runs with, for its command line. */
  get environment(): Readonly<Record<string, string>> {
    return this.#environment
  }

  get dataDirectory(): string {
    return this.#environment.KLINKE_DATA_DIR ?? ''
  }

  get pid(): number {
    return this.#process.pid
  }

  get output(): string {
    return this.#process.output
  }

  /** The SIP address of a transport, at one of the addresses that it is bound to. */
  sip(transport: 'UDP' | 'TCP' | 'TLS' = 'UDP', address = '127.0.0.1'): SocketAddress {
    return { address, port: transport === 'TLS' ? this.demo.sip.tls : this.demo.sip.udp }
  }

  extension(number: string): DemoExtension {
    const found = this.demo.extensions.find((extension) => extension.number === number)
    if (!found) throw new Error(`demo.json has no extension ${number}.`)
    return found
  }

  /** GET from the REST API with the demo key. Throws on anything but 200. */
  async get(path: string): Promise<unknown> {
    const response = await this.request('GET', path)
    if (response.status !== 200) throw this.#process.failure(`GET ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  /** Any request to the REST API with the demo key. Throws `PeerFailure` when it is not answered in time. */
  async request(method: string, path: string, body?: unknown): Promise<Response> {
    const { url, key } = this.demo.api
    const base = url.replace(/\/$/, '').replace(/\/api\/v1$/, '')
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    try {
      return await fetch(`${base}/api/v1${path}`, { method, headers, signal, ...content })
    } catch (error) {
      if (!signal.aborted) throw error
      throw this.#process.failure(`did not answer ${method} ${path} within ${ANSWER_WITHIN_MS} ms`)
    }
  }

  /** The power fails: nothing is tidied up. */
  async kill(): Promise<void> {
    this.#process.signal('SIGKILL')
    await this.#process.exit(STOP_DEADLINE_MS)
  }

  /** Sends SIGTERM and lets it drain; `ended` waits for the end. */
  drain(): void {
    this.#process.signal('SIGTERM')
  }

  /** Waits for the end of the process and gives its exit status. */
  ended(deadlineMs = STOP_DEADLINE_MS): Promise<number> {
    return this.#process.exit(deadlineMs)
  }

  /** Starts it again on the same data folder and ports, after `kill` or `ended`. */
  async restart(): Promise<void> {
    this.#process = this.#spawn()
    await this.#ready()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.signal('SIGTERM')
    try {
      await this.#process.exit(STOP_DEADLINE_MS)
    } finally {
      await this.#process.stop()
      this.#folder[Symbol.dispose]()
    }
  }

  #spawn(): PeerProcess {
    // As `npm start` does (scripts/bootstrap.mjs).
    const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32', '--v8-pool-size=1']
    const node = [process.execPath, ...flags, join(this.#options.root, 'apps/server/src/main.ts')]
    const [command = '', ...args] = [...(this.#options.under ?? []), ...node]
    this.#spawnedAtMs = Date.now()
    return new PeerProcess(command, args, { cwd: this.#options.root, env: this.#environment })
  }

  async #ready(): Promise<void> {
    const ready = async (): Promise<boolean> => {
      if (this.#process.exitCode !== undefined) throw this.#process.failure(`ended with status ${this.#process.exitCode} at start`)
      return this.#answers()
    }
    const shown = (): string => `${this.#refusal}\n${this.#process.output}`
    await eventually('the answer of the API', ready, { deadlineMs: START_DEADLINE_MS, shown })
  }

  async #answers(): Promise<boolean> {
    const path = join(this.dataDirectory, 'demo.json')
    // One from before its start tells of ports that another product has by now, whose keys are the same.
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (written === undefined || written < this.#spawnedAtMs) return false
    try {
      this.#demo = JSON.parse(readFileSync(path, 'utf8')) as DemoFile
      return (await this.request('GET', '/call-records')).status === 200
    } catch (error) {
      // Half written, or not listening yet.
      this.#refusal = String(error instanceof Error ? (error.cause ?? error) : error)
      return false
    }
  }
}
