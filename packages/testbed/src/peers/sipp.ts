import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { SocketAddress } from '@klinke/sip'
import { eventually } from '../waiting.ts'
import { freePort } from './free-port.ts'
import { PeerProcess } from './peer-process.ts'
import { TemporaryFolder } from './temporary-folder.ts'

export interface SippOptions {
  /** The scenario's XML. */
  readonly scenario: string
  /** Whom to call; absent waits for calls. */
  readonly remote?: SocketAddress
  /** Calls before it ends. Default 1. */
  readonly calls?: number
  readonly callsPerSecond?: number
  /** Calls at the same time. */
  readonly concurrentCalls?: number
  /** `[name]` in the scenario. */
  readonly variables?: Readonly<Record<string, string>>
  /** Lines of an injection file without its first; read one after the other, `[field0]` … in the scenario. */
  readonly injection?: readonly string[]
  readonly transport?: 'UDP' | 'TCP'
  readonly localPort?: number
  /** Media ports from here on, for scenarios with SDP. */
  readonly mediaPort?: number
  /** All messages are kept for the failure message. Default: for up to 10 calls. */
  readonly keepMessages?: boolean
  /** Unexpected messages are kept. Default true; a run under load may produce very many. */
  readonly keepErrors?: boolean
  /** Runs it under this command, such as `taskset -c 1`. */
  readonly under?: readonly string[]
  /** What is left to do when it has gone, such as taking back its registration. */
  readonly afterwards?: () => Promise<void>
  /** Further command line arguments. */
  readonly arguments?: readonly string[]
}

export interface SippResult {
  /** 0 when every call went by the scenario. */
  readonly exitCode: number
  readonly successfulCalls: number
  readonly failedCalls: number
  readonly retransmissions: number
  /** The last line of its statistics file by column name. */
  readonly statistics: ReadonlyMap<string, string>
  /** Unexpected messages and time-outs as it logged them, and the messages when kept. */
  readonly errors: string
}

const READY_MS = 20_000
/** sipp ends with -1 and -2, as the shell shows them, when it cannot begin: 255, and 254 for a socket it cannot bind. */
const FATAL_EXIT_CODE = 200

/** A running sipp. It is not written here: what it says about our SIP counts. */
export class Sipp implements AsyncDisposable {
  readonly port: number
  readonly #process: PeerProcess
  readonly #folder: TemporaryFolder
  readonly #afterwards: (() => Promise<void>) | undefined

  private constructor(port: number, process: PeerProcess, folder: TemporaryFolder, afterwards: SippOptions['afterwards']) {
    this.port = port
    this.#process = process
    this.#folder = folder
    this.#afterwards = afterwards
  }

  /** Starts it; settles when its socket is bound. */
  static async start(options: SippOptions): Promise<Sipp> {
    const folder = new TemporaryFolder('sipp')
    const port = options.localPort ?? (await freePort())
    writeFileSync(folder.file('scenario.xml'), options.scenario)
    if (options.injection) writeFileSync(folder.file('injection.csv'), `SEQUENTIAL\n${options.injection.join('\n')}\n`)
    const [command = '', ...args] = [...(options.under ?? []), 'sipp', ...commandLine(options, folder, port)]
    const sipp = new Sipp(port, new PeerProcess(command, args, { cwd: folder.path }), folder, options.afterwards)
    try {
      await sipp.#bound(options.transport === 'TCP' ? 'tcp' : 'udp')
    } catch (error) {
      await sipp[Symbol.asyncDispose]()
      throw error
    }
    return sipp
  }

  get pid(): number {
    return this.#process.pid
  }

  get address(): SocketAddress {
    return { address: '127.0.0.1', port: this.port }
  }

  /** Waits until all calls are done. Throws `PeerFailure` after `deadlineMs`. */
  async finished(deadlineMs: number): Promise<SippResult> {
    await this.#process.exit(deadlineMs)
    return this.result()
  }

  /** Waits for the end and throws `PeerFailure`, with what it complained about, unless every call went by the scenario. */
  async succeeded(deadlineMs: number): Promise<SippResult> {
    const result = await this.finished(deadlineMs)
    if (result.exitCode !== 0)
      throw this.#process.failure(`status ${result.exitCode}, ${result.failedCalls} calls failed\n${result.errors}`)
    return result
  }

  /** The figures so far; final once it has ended. */
  result(): SippResult {
    const statistics = lastLine(readIfThere(this.#folder.file('statistics.csv')))
    const count = (column: string): number => Number(statistics.get(column) ?? 0)
    return {
      exitCode: this.#process.exitCode ?? -1,
      successfulCalls: count('SuccessfulCall(C)'),
      failedCalls: count('FailedCall(C)'),
      retransmissions: count('Retransmissions(C)'),
      statistics,
      errors: readIfThere(this.#folder.file('errors.log')) + readIfThere(this.#folder.file('messages.log')),
    }
  }

  async stop(): Promise<void> {
    await this.#process.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    this.#folder[Symbol.dispose]()
    await this.#afterwards?.()
  }

  async #bound(protocol: 'udp' | 'tcp'): Promise<void> {
    const bound = (): boolean => {
      const { exitCode } = this.#process
      // A run that is over already has results; one that could not even bind its socket has none.
      if (exitCode !== undefined && exitCode >= FATAL_EXIT_CODE)
        throw this.#process.failure(`ended with status ${exitCode} before the first call`)
      return exitCode !== undefined || isBound(protocol, this.port)
    }
    await eventually('the socket of sipp', bound, { deadlineMs: READY_MS, shown: () => this.#process.output })
  }
}

function commandLine(options: SippOptions, folder: TemporaryFolder, port: number): readonly string[] {
  const { remote, calls = 1, transport = 'UDP' } = options
  const line = [remote ? `${remote.address}:${remote.port}` : '127.0.0.1', '-sf', folder.file('scenario.xml')]
  line.push('-i', '127.0.0.1', '-p', String(port), '-m', String(calls), '-t', transport === 'TCP' ? 't1' : 'u1', '-nostdin')
  if (options.keepErrors ?? true) line.push('-trace_err', '-error_file', folder.file('errors.log'))
  line.push('-trace_stat', '-stf', folder.file('statistics.csv'), '-fd', '1')
  if (options.keepMessages ?? calls <= 10) line.push('-trace_msg', '-message_file', folder.file('messages.log'))
  if (options.callsPerSecond !== undefined) line.push('-r', String(options.callsPerSecond))
  if (options.concurrentCalls !== undefined) line.push('-l', String(options.concurrentCalls))
  if (options.mediaPort !== undefined) line.push('-mp', String(options.mediaPort))
  if (options.injection) line.push('-inf', folder.file('injection.csv'))
  for (const [name, value] of Object.entries(options.variables ?? {})) line.push('-key', name, value)
  return line.concat(options.arguments ?? [])
}

/** Reads the kernel's socket table: sipp does not say when it is ready. */
function isBound(protocol: 'udp' | 'tcp', port: number): boolean {
  const hexPort = `:${port.toString(16).toUpperCase().padStart(4, '0')} `
  return readIfThere(`/proc/net/${protocol}`)
    .split('\n')
    .some((line) => line.slice(0, 24).includes(hexPort))
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'latin1') : ''
}

function lastLine(csv: string): ReadonlyMap<string, string> {
  const lines = csv.split('\n').filter((line) => line !== '')
  const values = (lines.length > 1 ? lines.at(-1) : undefined)?.split(';') ?? []
  return new Map((lines[0] ?? '').split(';').map((name, index) => [name, values[index] ?? '']))
}
