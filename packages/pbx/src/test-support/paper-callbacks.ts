import type { CallbackStore, PromisedCallback } from '../queues/promised-callback.ts'

/** Callbacks of queues that would be in the database. */
export class PaperCallbacks implements CallbackStore {
  readonly kept = new Map<string, PromisedCallback>()

  load(): Promise<readonly PromisedCallback[]> {
    return Promise.resolve([...this.kept.values()])
  }

  save(callback: PromisedCallback): Promise<void> {
    this.kept.set(callback.id, callback)
    return Promise.resolve()
  }

  remove({ id }: PromisedCallback): Promise<void> {
    this.kept.delete(id)
    return Promise.resolve()
  }
}
