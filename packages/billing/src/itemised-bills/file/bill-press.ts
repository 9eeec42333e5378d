import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Resource } from '@klinke/foundation'
import type { SheetHead, SheetItem } from './bill-sheet.ts'

/** To the thread. It answers each `add` and `finish`, so that no more than one piece waits there. */
export type PressMessage =
  | { readonly kind: 'begin'; readonly id: number; readonly head: SheetHead }
  | { readonly kind: 'add'; readonly id: number; readonly items: readonly SheetItem[] }
  | { readonly kind: 'finish'; readonly id: number }
  | { readonly kind: 'abandon'; readonly id: number }

type Answer = { readonly id: number; readonly octets?: Uint8Array; readonly problem?: string }

/** The PDF cannot be made; the message says why. */
export class BillNotPrinted extends Error {}

/** Makes PDFs of itemised bills in a thread, which begins with the first one. */
export class BillPress implements Resource {
  #worker: Worker | undefined
  #count = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array | undefined>>()

  /** The PDF of what `pieces` give, taken as fast as pages are written. Rejects with `BillNotPrinted`, or as `pieces` do. */
  async print(head: SheetHead, pieces: AsyncIterable<readonly SheetItem[]>): Promise<Uint8Array> {
    const id = ++this.#count
    this.#post({ kind: 'begin', id, head })
    try {
      // While pages are drawn the next piece is read: one waits here, one there.
      let drawn: Promise<unknown> = Promise.resolve()
      for await (const items of pieces) {
        await drawn
        drawn = this.#ask({ kind: 'add', id, items })
        // Told when it is awaited, after the piece that is read meanwhile.
        drawn.catch(() => {})
      }
      await drawn
    } catch (error) {
      if (!(error instanceof BillNotPrinted)) this.#worker?.postMessage({ kind: 'abandon', id } satisfies PressMessage)
      throw error
    }
    return (await this.#ask({ kind: 'finish', id })) ?? new Uint8Array()
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#fail(new BillNotPrinted('The server stops.'))
  }

  #ask(message: PressMessage): Promise<Uint8Array | undefined> {
    const waiting = Promise.withResolvers<Uint8Array | undefined>()
    this.#waiting.set(message.id, waiting)
    this.#post(message)
    return waiting.promise
  }

  #post(message: PressMessage): void {
    this.#worker ??= this.#begun()
    this.#worker.postMessage(message)
  }

  #begun(): Worker {
    const worker = new Worker(join(import.meta.dirname, 'bill-press-thread.ts'))
    worker.on('message', ({ id, octets, problem }: Answer) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (problem === undefined) waiting?.resolve(octets)
      else waiting?.reject(new BillNotPrinted(problem))
    })
    // The next bill gets a new thread.
    worker.on('error', (error) => this.#fail(new BillNotPrinted(String(error))))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
      this.#fail(new BillNotPrinted('The thread that prints itemised bills has ended.'))
    })
    return worker
  }

  #fail(error: BillNotPrinted): void {
    const failed = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of failed) reject(error)
  }
}
