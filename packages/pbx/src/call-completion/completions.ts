import { randomUUIDv7 } from 'node:crypto'
import { profileFor } from '@klinke/accounts'
import type { Clock, Logger } from '@klinke/foundation'
import { extensionById } from '../calls/extension-targets.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { Completion, CompletionKind, CompletionStore } from './completion.ts'
import { completionProfile, durationMs, MAX_COMPLETIONS, MAX_FOR_ONE_CALLEE } from './rules.ts'

export interface CompletionsParts {
  readonly store: CompletionStore
  readonly clock: Pick<Clock, 'epochMs'>
  readonly logger: Logger
}

/** What somebody asks for. */
export type Wish = Pick<Completion, 'tenantId' | 'extensionId' | 'kind' | 'dialled' | 'number' | 'calleeId' | 'isHidden'>

/** A call that completes another one. */
export interface CallMade {
  /** The two talk: what was wanted has come about. */
  isTalking(): boolean
  giveUp(): void
}

export type Requested = { readonly kind: 'noted'; readonly completion: Completion } | { readonly kind: 'too-many' }

/** All calls that are to be completed, of all tenants, the oldest first: in memory, and written through. */
export class Completions {
  readonly #parts: CompletionsParts
  readonly #waiting = new Map<string, Completion>()
  /** Those that are being deleted: what comes of their calls meanwhile is not kept. */
  readonly #cancelled = new Set<string>()
  /** The calls that are made at the moment. */
  readonly #calling = new Map<string, CallMade>()
  #wake: (() => void) | undefined
  /** The last write to the store: one at a time, so that none overtakes another. */
  #written: Promise<void> = Promise.resolve()

  constructor(parts: CompletionsParts) {
    this.#parts = parts
  }

  get all(): readonly Completion[] {
    return [...this.#waiting.values()]
  }

  of(extensionId: string): readonly Completion[] {
    return this.all.filter((completion) => completion.extensionId === extensionId)
  }

  /** The call that is made for it now. */
  callFor(id: string): CallMade | undefined {
    return this.#calling.get(id)
  }

  /** What a restart has left. Rejects when the store cannot be read. */
  async restore(): Promise<void> {
    const younger = this.all
    this.#waiting.clear()
    for (const completion of [...(await this.#parts.store.load()), ...younger]) this.#waiting.set(completion.id, completion)
    this.#wake?.()
  }

  /** Notes a wish; the same one again keeps its place. Rejects when it cannot be stored. */
  async request(wish: Wish, tenant: PbxSnapshot): Promise<Requested> {
    const own = this.of(wish.extensionId)
    const same = own.find(({ dialled }) => dialled === wish.dialled)
    if (same !== undefined) return { kind: 'noted', completion: same }
    const { perExtension } = completionProfile(profileFor(tenant.profile, extensionById(tenant, wish.extensionId) ?? {}))
    const forCallee = this.all.filter(({ calleeId }) => calleeId !== null && calleeId === wish.calleeId)
    const isFull = own.length >= perExtension || forCallee.length >= MAX_FOR_ONE_CALLEE || this.#waiting.size >= MAX_COMPLETIONS
    if (isFull) return { kind: 'too-many' }
    const completion = this.#completionOf(wish, tenant)
    this.#waiting.set(completion.id, completion)
    try {
      await this.#write((store) => store.save(completion))
    } catch (error) {
      this.#waiting.delete(completion.id)
      throw error
    }
    this.#wake?.()
    return { kind: 'noted', completion }
  }

  /** Deletes it, and gives up the call that is made for it. Rejects when the store cannot be reached. */
  async cancel(completion: Completion): Promise<void> {
    const { id } = completion
    this.#cancelled.add(id)
    try {
      await this.#write((store) => store.remove(completion))
      this.#waiting.delete(id)
      this.#calling.get(id)?.giveUp()
    } finally {
      this.#cancelled.delete(id)
    }
  }

  /** The same wish with what has come of it so far; undefined: nothing is waited for any more. A store that is away does not stop calls. */
  async replace(before: Completion, after: Completion | undefined): Promise<void> {
    if (!this.#waiting.has(before.id) || this.#cancelled.has(before.id)) return
    if (after === undefined) this.#waiting.delete(before.id)
    else this.#waiting.set(before.id, after)
    try {
      await this.#write((store) => (after === undefined ? store.remove(before) : store.save(after)))
    } catch (error) {
      this.#parts.logger.warn('a callback could not be stored', { completion: before.id, error: asError(error) })
    }
  }

  /** Its extension or tenant is gone: the store has forgotten it already. */
  forget({ id }: Completion): void {
    this.#waiting.delete(id)
  }

  calling(id: string, call: CallMade): void {
    this.#calling.set(id, call)
  }

  called(id: string): void {
    this.#calling.delete(id)
  }

  /** `wake` is called when there is something new to wait for. */
  watchedBy(wake: (() => void) | undefined): void {
    this.#wake = wake
    wake?.()
  }

  #write(change: (store: CompletionStore) => Promise<void>): Promise<void> {
    const written = this.#written.catch(() => undefined).then(() => change(this.#parts.store))
    this.#written = written
    return written
  }

  #completionOf(wish: Wish, { profile }: PbxSnapshot): Completion {
    const requestedAtMs = this.#parts.clock.epochMs()
    return {
      ...wish,
      id: randomUUIDv7(),
      requestedAtMs,
      expiresAtMs: requestedAtMs + durationMs(wish.kind, profile),
      notBeforeMs: requestedAtMs + firstWaitMs(wish.kind, profile),
      ...{ seenActive: false, attempts: 0, unanswered: 0 },
    }
  }
}

/** The call that was refused was the first attempt of a redial. */
function firstWaitMs(kind: CompletionKind, profile: PbxSnapshot['profile']): number {
  return kind === 'redial' ? completionProfile(profile).redialEveryMs : 0
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
