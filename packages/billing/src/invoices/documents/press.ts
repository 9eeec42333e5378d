import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Resource } from '@klinke/foundation'
import type { IssuedContent } from '../invoice.ts'
import type { MadeDocument } from './render.ts'

type Answer = { readonly id: number; readonly documents?: readonly MadeDocument[]; readonly problem?: string }

/** Documents cannot be made of this invoice; the message says why. */
export class DocumentsFailed extends Error {}

/** The press in its thread, which begins with the first invoice. */
export class ThreadedPress implements Resource {
  #worker: Worker | undefined
  #count = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<readonly MadeDocument[]>>()

  /** Rejects with `DocumentsFailed`. */
  documentsOf(invoice: IssuedContent): Promise<readonly MadeDocument[]> {
    const waiting = Promise.withResolvers<readonly MadeDocument[]>()
    const id = ++this.#count
    this.#waiting.set(id, waiting)
    this.#begun().postMessage({ id, invoice })
    return waiting.promise
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#fail(new DocumentsFailed('The server stops.'))
  }

  #begun(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = new Worker(join(import.meta.dirname, 'press-thread.ts'))
    worker.on('message', ({ id, documents, problem }: Answer) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (documents === undefined) waiting?.reject(new DocumentsFailed(problem))
      else waiting?.resolve(documents)
    })
    // The next invoice gets a new thread.
    worker.on('error', (error) => this.#fail(new DocumentsFailed(String(error))))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
      this.#fail(new DocumentsFailed('The thread that makes documents has ended.'))
    })
    this.#worker = worker
    return worker
  }

  #fail(error: DocumentsFailed): void {
    const failed = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of failed) reject(error)
  }
}
