import type { Resource, Timer } from '@klinke/foundation'
import { extensionById } from '../calls/extension-targets.ts'
import type { Work } from '../slices/slice.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { Completion } from './completion.ts'
import type { Completions } from './completions.ts'
import { afterRecall, isReady } from './readiness.ts'
import { recall } from './recall-call.ts'
import { completionProfile } from './rules.ts'
import { PhoneWatch } from './watch.ts'

/** How often those who wait are looked at. Nothing is looked at while nobody waits. */
const LOOK_EVERY_MS = 1000

/** Makes the calls that can be completed, in the order in which they were asked for. */
export class CompletionService implements Resource {
  readonly #completions: Completions
  readonly #work: Work
  readonly #watch: PhoneWatch
  #timer: Timer | undefined
  #isClosed = false

  constructor(completions: Completions, work: Work) {
    this.#completions = completions
    this.#work = work
    this.#watch = new PhoneWatch(work.exchange)
    completions.watchedBy(() => this.#arm())
  }

  close(): void {
    this.#isClosed = true
    this.#timer?.cancel()
    this.#completions.watchedBy(undefined)
  }

  #arm(): void {
    if (this.#isClosed || this.#timer !== undefined || this.#completions.all.length === 0) return
    this.#timer = this.#work.exchange.clock.after(LOOK_EVERY_MS, () => {
      this.#timer = undefined
      this.#look()
      this.#arm()
    })
  }

  #look(): void {
    const waiting = this.#completions.all
    this.#watch.begin(new Set(waiting.flatMap(({ extensionId, calleeId }) => [extensionId, calleeId ?? ''])))
    // One call at a time for each of them, so that the first who asked is served first.
    const engaged = new Set<string>()
    for (const completion of waiting) if (this.#completions.callFor(completion.id) !== undefined) engage(completion, engaged)
    for (const completion of waiting) {
      const call = this.#completions.callFor(completion.id)
      if (call?.isTalking() === true) void this.#completions.replace(completion, undefined)
      if (call !== undefined) continue
      const tenant = this.#work.pbx.directory.tenant(completion.tenantId)
      if (tenant === undefined) this.#completions.forget(completion)
      else if (this.#isDue(completion, tenant, engaged)) {
        engage(completion, engaged)
        this.#call(completion, tenant)
      }
    }
  }

  #isDue(completion: Completion, tenant: PbxSnapshot, engaged: ReadonlySet<string>): boolean {
    const { extensionId, calleeId, expiresAtMs } = completion
    const nowMs = this.#work.exchange.clock.epochMs()
    const caller = this.#watch.phone(tenant, extensionId)
    const callee = calleeId === null ? undefined : this.#watch.phone(tenant, calleeId)
    if (caller === undefined || (calleeId !== null && callee === undefined)) {
      this.#completions.forget(completion)
      return false
    }
    if (nowMs >= expiresAtMs) {
      void this.#completions.replace(completion, undefined)
      return false
    }
    if (calleeId !== null && completion.kind === 'no-answer' && !completion.seenActive && this.#watch.isActive(tenant, calleeId)) {
      void this.#completions.replace(completion, { ...completion, seenActive: true })
      return false
    }
    const isTaken = engaged.has(extensionId) || (calleeId !== null && engaged.has(calleeId))
    return !isTaken && isReady(completion, nowMs, caller, callee)
  }

  #call(completion: Completion, tenant: PbxSnapshot): void {
    const caller = extensionById(tenant, completion.extensionId)
    if (caller === undefined) return
    const call = recall(completion, { tenant, caller, ...this.#work })
    this.#completions.calling(completion.id, call)
    void call.end.then((end) => {
      this.#completions.called(completion.id)
      const after = afterRecall(completion, end, this.#work.exchange.clock.epochMs(), completionProfile(tenant.profile))
      return this.#completions.replace(completion, after)
    })
  }
}

function engage({ extensionId, calleeId }: Completion, engaged: Set<string>): void {
  engaged.add(extensionId)
  if (calleeId !== null) engaged.add(calleeId)
}
