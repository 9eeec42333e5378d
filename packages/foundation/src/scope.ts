import type { Clock } from './clock.ts'
import { KlinkeError } from './errors.ts'

/** Why a scope ended before its work was done. It is the `reason` of the scope's AbortSignal. */
export class ScopeClosed extends KlinkeError {
  constructor(scope: string, cause?: unknown) {
    super('scope-closed', `The scope "${scope}" has ended.`, cause === undefined ? undefined : { cause })
  }
}

export class DeadlineExceeded extends KlinkeError {
  constructor(scope: string, afterMs: number) {
    super('deadline-exceeded', `"${scope}" was not done within ${afterMs} ms.`)
  }
}

/** What a scope can own: it is released when the scope ends. */
export interface Resource {
  /** Releases the resource. Called once, by the scope that owns it last. */
  close(reason: unknown): void | Promise<void>
}

/**
 * Structured concurrency: everything started or owned in a scope ends with it.
 *
 * - `spawn` starts child work; `close` aborts it and waits for it.
 * - `own` ties a resource to the scope; `adopt` moves one here from the scope that had it, so that a
 *   resource has exactly one owner at any time.
 * - An error nobody awaited closes the scope with that error, so that a fault is never lost.
 */
export class Scope implements AsyncDisposable {
  readonly name: string
  readonly #abort = new AbortController()
  readonly #resources = new Set<Resource>()
  readonly #tasks = new Set<Promise<unknown>>()
  #parent: Scope | undefined
  #closing: Promise<void> | undefined

  constructor(name: string, parent?: Scope) {
    this.name = name
    this.#parent = parent
    if (parent) parent.own(this)
  }

  /** Aborted when the scope closes; its reason says why. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  get closed(): boolean {
    return this.#closing !== undefined
  }

  /** Number of owned resources and running tasks; 0 after `close`. For leak checks. */
  get held(): number {
    return this.#resources.size + this.#tasks.size
  }

  /** Ties `resource` to this scope. A resource handed to a closed scope is released at once. */
  own<R extends Resource>(resource: R): R {
    if (this.closed) void this.#release(resource, this.signal.reason)
    else this.#resources.add(resource)
    return resource
  }

  /** True when this scope is the owner of `resource`. */
  owns(resource: Resource): boolean {
    return this.#resources.has(resource)
  }

  /** Moves `resource` from `owner` to this scope. Throws if `owner` does not own it. */
  adopt<R extends Resource>(resource: R, owner: Scope): R {
    if (!owner.disown(resource)) {
      throw new KlinkeError('not-owner', `The scope "${owner.name}" does not own the resource that "${this.name}" asked for.`)
    }
    return this.own(resource)
  }

  /** Takes `resource` out without releasing it. False if it was not owned here. */
  disown(resource: Resource): boolean {
    return this.#resources.delete(resource)
  }

  /**
   * Starts `work` as a child. The returned promise settles as the work does. If the work fails and the
   * scope is still open, the scope is closed with that error, so a fault without an awaiting reader shows.
   */
  spawn<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(this.signal.reason)
    const task = work(this.signal)
    const tracked = task
      .catch((error: unknown) => {
        if (!this.closed) void this.close(error)
      })
      .finally(() => this.#tasks.delete(tracked))
    this.#tasks.add(tracked)
    return task
  }

  /** Runs `work` in a child scope that is closed when the work is done, however it ends. */
  async run<T>(name: string, work: (scope: Scope) => Promise<T>): Promise<T> {
    const child = new Scope(name, this)
    try {
      return await work(child)
    } finally {
      await child.close()
    }
  }

  /** Closes the scope with `DeadlineExceeded` unless it ends within `afterMs`. */
  deadline(clock: Clock, afterMs: number): void {
    const timer = clock.after(afterMs, () => void this.close(new DeadlineExceeded(this.name, afterMs)))
    this.own({ close: () => timer.cancel() })
  }

  /** Rejects with the scope's reason as soon as it closes; otherwise settles as `promise` does. */
  race<T>(promise: Promise<T>): Promise<T> {
    if (this.closed) {
      // Nobody waits for it any more, and its failure is nobody's: unhandled it would end the process.
      promise.catch(() => undefined)
      return Promise.reject(this.signal.reason)
    }
    return new Promise<T>((resolve, reject) => {
      const onAbort = (): void => reject(this.signal.reason)
      this.signal.addEventListener('abort', onAbort, { once: true })
      promise.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', onAbort))
    })
  }

  /**
   * Ends the scope: aborts the signal, releases resources in reverse order of ownership, waits for the
   * tasks. Later calls return the first call's promise.
   */
  close(reason?: unknown): Promise<void> {
    this.#closing ??= this.#shutDown(reason)
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #shutDown(reason: unknown): Promise<void> {
    const why = reason ?? new ScopeClosed(this.name)
    this.#parent?.disown(this)
    this.#parent = undefined
    this.#abort.abort(why)
    const errors: unknown[] = []
    while (this.#resources.size > 0) {
      const newest = [...this.#resources].at(-1) as Resource
      this.#resources.delete(newest)
      await this.#release(newest, why).catch((error: unknown) => errors.push(error))
    }
    while (this.#tasks.size > 0) await Promise.allSettled(this.#tasks)
    if (errors.length > 0) throw new AggregateError(errors, `Closing the scope "${this.name}" failed.`)
  }

  async #release(resource: Resource, reason: unknown): Promise<void> {
    await resource.close(reason)
  }
}
