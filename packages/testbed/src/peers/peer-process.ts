import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { KlinkeError } from '@klinke/foundation'

/** Output kept: all that a test asks what a peer has received. */
const OUTPUT_LIMIT_CHARACTERS = 512_000
/** Of it, what a failure shows. */
const SHOWN_CHARACTERS = 16_000
/** How long a peer may take to go after SIGTERM. */
const STOP_GRACE_MS = 1_000
/** After SIGKILL only the kernel has work left, and whoever holds its output. */
const KILL_DEADLINE_MS = 10_000
/** USER_HZ of Linux. */
const TICKS_PER_SECOND = 100

export class PeerFailure extends KlinkeError {
  constructor(peer: string, what: string, output: string) {
    super('peer-failure', `${peer}: ${what}\n--- its last output ---\n${output.slice(-SHOWN_CHARACTERS)}`)
  }
}

export interface ProcessOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A program that is not ours, run for one test: its output is kept, and it never outlives its `await using` block or this process. */
export class PeerProcess implements AsyncDisposable {
  readonly name: string
  readonly #child: ChildProcess
  readonly #exited: Promise<number>
  readonly #watchers = new Set<() => void>()
  #output = ''
  #exitCode: number | undefined

  constructor(command: string, args: readonly string[], options: ProcessOptions = {}) {
    this.name = command
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    child.stdout.on('data', (data: Buffer) => this.#keep(data))
    child.stderr.on('data', (data: Buffer) => this.#keep(data))
    const orphan = (): void => void child.kill('SIGKILL')
    process.once('exit', orphan)
    this.#exited = new Promise((resolve) => {
      const end = (code: number): void => {
        process.removeListener('exit', orphan)
        this.#exitCode = code
        resolve(code)
        this.#notify()
      }
      child.once('error', (error) => {
        this.#output += `\n${error.message}`
        end(-1)
      })
      // 'close', not 'exit': all output has been read by then.
      child.once('close', (code) => end(code ?? -1))
    })
  }

  get pid(): number {
    return this.#child.pid ?? -1
  }

  /** Stands still, as a machine that has lost its power or network; or goes on. */
  freeze(frozen: boolean): void {
    this.#child.kill(frozen ? 'SIGSTOP' : 'SIGCONT')
  }

  /** The end of what it printed on both streams. */
  get output(): string {
    return this.#output
  }

  /** The exit status once it has ended; −1 when a signal ended it. */
  get exitCode(): number | undefined {
    return this.#exitCode
  }

  /** Waits until it ends by itself and gives the exit status. Throws `PeerFailure` after `deadlineMs`. */
  async exit(deadlineMs: number): Promise<number> {
    await this.until(() => this.#exitCode !== undefined, deadlineMs, 'did not end')
    return this.#exited
  }

  /** Waits until it has printed something that matches. Throws `PeerFailure` after `deadlineMs` or when it ends before. */
  async printed(pattern: RegExp, deadlineMs: number): Promise<void> {
    await this.until(() => pattern.test(this.#output) || this.#exitCode !== undefined, deadlineMs, `did not print ${pattern}`)
    if (!pattern.test(this.#output)) throw this.failure(`ended with status ${this.#exitCode} before it printed ${pattern}`)
  }

  failure(what: string): PeerFailure {
    return new PeerFailure(this.name, `${what}${this.#exitCode === undefined ? ` (${stateOf(this.pid)})` : ''}`, this.#output)
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** SIGTERM, and SIGKILL when that does not help. Throws `PeerFailure` when that does not help either. */
  async stop(): Promise<void> {
    if (this.#exitCode !== undefined) return
    this.#child.kill('SIGTERM')
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_GRACE_MS)
    try {
      await this.until(() => this.#exitCode !== undefined, STOP_GRACE_MS + KILL_DEADLINE_MS, 'did not go after SIGKILL')
    } finally {
      clearTimeout(timer)
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  /** Waits until `done` holds; it is asked again whenever output comes or the process ends. */
  until(done: () => boolean, deadlineMs: number, complaint: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (done()) finish(resolve)
      }
      const finish = (settle: () => void): void => {
        clearTimeout(timer)
        this.#watchers.delete(look)
        settle()
      }
      const timer = setTimeout(() => finish(() => reject(this.failure(`${complaint} within ${deadlineMs} ms`))), deadlineMs)
      this.#watchers.add(look)
      look()
    })
  }

  #keep(data: Buffer): void {
    this.#output = (this.#output + data.toString()).slice(-OUTPUT_LIMIT_CHARACTERS)
    this.#notify()
  }

  #notify(): void {
    for (const watcher of [...this.#watchers]) watcher()
  }
}

/** What a process that makes others wait is doing: busy, asleep, or waiting for a disk (proc_pid_stat(5): R, S, D), and how long it has computed. */
function stateOf(pid: number): string {
  try {
    // The name in parentheses may hold spaces.
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = Number(fields[10]) + Number(fields[11])
    return `state ${state}, ${ticks / TICKS_PER_SECOND} s of processor time`
  } catch {
    // Gone in this moment, or no Linux.
    return 'no state to be seen'
  }
}
