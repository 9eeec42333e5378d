import { Problem } from '../../../api/problem.ts'
import type { Draft, Flow } from '../graph/flow.ts'

/** How it stands with what was drawn. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The server did not take it; further changes are tried again. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Somebody else has changed the flow meanwhile. */
  | { readonly kind: 'conflict' }

interface AutosaveParts {
  /** Sends a draft; `revision`: what it goes out from. Throws `Problem`. */
  readonly store: (draft: Draft, revision: number) => Promise<Flow>
  /** Runs something later, and gives the way to prevent that. */
  readonly later: (work: () => void, afterMs: number) => () => void
  readonly stored: (flow: Flow) => void
  readonly told: (saving: Saving) => void
}

/** Between the last change and its being sent. */
const REST_MS = 600
/** After the server could not be reached. */
const AGAIN_MS = 5_000

/** Stores a draft a moment after its last change, one request at a time, and never over what somebody else has stored meanwhile. */
export class Autosave {
  readonly #parts: AutosaveParts
  #revision: number
  #pending: Draft | undefined
  #running: Promise<boolean> = Promise.resolve(true)
  #cancel: () => void = () => undefined

  constructor(parts: AutosaveParts, revision: number) {
    this.#parts = parts
    this.#revision = revision
  }

  /** Whether something is not stored yet. */
  get isBehind(): boolean {
    return this.#pending !== undefined
  }

  /** What the next change goes out from. */
  get revision(): number {
    return this.#revision
  }

  change(draft: Draft): void {
    this.#pending = draft
    this.#parts.told({ kind: 'saving' })
    this.#sendIn(REST_MS)
  }

  /** Stores at once what is not stored yet; true when all of it is. */
  flush(): Promise<boolean> {
    this.#cancel()
    this.#running = this.#running.then(() => this.#send())
    return this.#running
  }

  /** Goes on from what is on the server now: `undefined` drops what is not stored, else it is stored over it. */
  goOnFrom(revision: number, draft: Draft | undefined): Promise<boolean> {
    this.#revision = revision
    this.#pending = draft
    return this.flush()
  }

  #sendIn(ms: number): void {
    this.#cancel()
    this.#cancel = this.#parts.later(() => void this.flush(), ms)
  }

  async #send(): Promise<boolean> {
    while (this.#pending !== undefined) {
      const draft = this.#pending
      this.#pending = undefined
      this.#parts.told({ kind: 'saving' })
      try {
        const flow = await this.#parts.store(draft, this.#revision)
        this.#revision = flow.revision
        this.#parts.stored(flow)
      } catch (error) {
        this.#pending ??= draft
        this.#fail(error)
        return false
      }
    }
    this.#parts.told({ kind: 'saved' })
    return true
  }

  #fail(error: unknown): void {
    const isConflict = error instanceof Problem && error.code === 'flow-changed'
    this.#parts.told(isConflict ? { kind: 'conflict' } : { kind: 'refused', error })
    if (error instanceof Problem && (error.status === 0 || error.status >= 500)) this.#sendIn(AGAIN_MS)
  }
}
