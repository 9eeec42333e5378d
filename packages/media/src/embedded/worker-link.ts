import { closeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Answer, Command, Report, WorkerSettings } from './protocol.ts'

/** Starts the thread of a media worker. Tests pass their own to reach the thread. */
export type StartThread = (settings: WorkerSettings) => Worker

export function startThread(settings: WorkerSettings): Worker {
  return new Worker(new URL('./worker/main.ts', import.meta.url), {
    workerData: settings,
    // node:ffi announces itself as experimental in each thread; docs/adr/0001-packet-loop.md says why it is used.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
}

type AnswerOf<K extends Answer['kind']> = Extract<Answer, { readonly kind: K }>

/** A command that will be answered. */
export interface Asked<K extends Answer['kind']> {
  /** Names it in later commands. */
  readonly request: number
  /** Rejects when the worker dies first. */
  readonly answer: Promise<AnswerOf<K>>
}

interface OpenRequest {
  readonly take: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

export interface LinkOwner {
  report(report: Exclude<Report, Answer>): void
  /** The thread has ended without being told to. */
  died(error: Error | undefined): void
}

/** The main thread's end of one media worker. Commands of one turn of the event loop travel as one message. */
export class WorkerLink {
  readonly #thread: Worker
  readonly #owner: LinkOwner
  readonly #requests = new Map<number, OpenRequest>()
  /** Sockets the thread has opened with the kernel: they outlive it when it dies. */
  readonly #descriptors: number[] = []
  #outbox: Command[] = []
  #lastRequest = 0
  #ended = false
  #error: Error | undefined

  constructor(thread: Worker, owner: LinkOwner) {
    this.#thread = thread
    this.#owner = owner
    thread.on('message', (reports: readonly Report[]) => {
      for (const report of reports) this.#take(report)
    })
    thread.on('error', (error: Error) => {
      this.#error = error
    })
    thread.on('exit', () => this.#exited())
  }

  send(command: Command): void {
    if (this.#ended) return
    if (this.#outbox.length === 0) setImmediate(() => this.#flush())
    this.#outbox.push(command)
  }

  /** Sends the command that `make` makes with a request number. */
  ask<K extends Answer['kind']>(kind: K, make: (request: number) => Command): Asked<K> {
    const request = ++this.#lastRequest
    if (this.#ended) return { request, answer: Promise.reject(new Error('the media worker has ended')) }
    const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<K>>()
    const take = (answer: Answer): void => (isOfKind(answer, kind) ? resolve(answer) : undefined)
    this.#requests.set(request, { take, reject })
    this.send(make(request))
    return { request, answer: promise }
  }

  /** Ends the thread and its sockets. */
  async close(): Promise<void> {
    this.#ended = true
    await this.#thread.terminate()
    this.#releaseSockets()
  }

  #flush(): void {
    if (!this.#ended) this.#thread.postMessage(this.#outbox)
    this.#outbox = []
  }

  #take(report: Report): void {
    if (report.kind === 'bound' || report.kind === 'started') this.#descriptors.push(...report.descriptors)
    if (!('request' in report)) {
      this.#owner.report(report)
      return
    }
    this.#requests.get(report.request)?.take(report)
    this.#requests.delete(report.request)
  }

  #exited(): void {
    for (const request of this.#requests.values()) request.reject(this.#error ?? new Error('the media worker has ended'))
    this.#requests.clear()
    if (this.#ended) return
    this.#ended = true
    this.#releaseSockets()
    this.#owner.died(this.#error)
  }

  #releaseSockets(): void {
    for (const descriptor of this.#descriptors.splice(0)) closeSync(descriptor)
  }
}

function isOfKind<K extends Answer['kind']>(answer: Answer, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind
}
