import type { RefusedRequest } from '@klinke/calls'
import { BoundedMap } from '@klinke/foundation'
import type { CallTracesOptions } from './call-traces.ts'
import { ladderOf } from './trace.ts'
import type { TraceWriter } from './trace-writer.ts'

/** The same mistake of the same account from the same place is written down once in this time. */
const SAME_MS = 60_000
/** So many different ones in `SAME_MS`, of all customers together: who guesses must not fill the database. */
const MAX_IN_TIME = 120
const MAX_REMEMBERED = 2_000
/** A name that a stranger chose. */
const MAX_NAME_CHARACTERS = 64
/** The answer that is being given now belongs to it, too. */
const SETTLED_AFTER_MS = 500

/** Requests that were refused before there was a call: for the customer whose domain they named. */
export class RefusedRequests {
  readonly #options: Pick<CallTracesOptions, 'directory' | 'clock' | 'messages'>
  readonly #writer: TraceWriter
  readonly #seen = new BoundedMap<string, number>(MAX_REMEMBERED)
  #windowMs = Number.NEGATIVE_INFINITY
  #count = 0

  constructor(options: Pick<CallTracesOptions, 'directory' | 'clock' | 'messages'>, writer: TraceWriter) {
    this.#options = options
    this.#writer = writer
  }

  add(request: RefusedRequest): void {
    const { directory, clock, messages } = this.#options
    const tenant = directory.tenantByDomain(request.domain)
    if (tenant === undefined || tenant.profile.callTraces === 'never' || !this.#isNew(request)) return
    const account = request.account.slice(0, MAX_NAME_CHARACTERS)
    const extension = tenant.extensions.get(account) ?? [...tenant.extensions.values()].find(({ sipUsername }) => sipUsername === account)
    const refusedAtMs = clock.epochMs()
    clock.after(SETTLED_AFTER_MS, () => {
      const ladder = ladderOf(messages, [{ sipCallId: request.sipCallId, number: account }])
      this.#writer.add({
        kind: 'refused',
        tenantId: tenant.id,
        extensionId: extension?.id,
        refusedAtMs,
        request: { ...request, account },
        ladder,
      })
    })
  }

  #isNew({ source, method, account, domain, reason }: RefusedRequest): boolean {
    const nowMs = this.#options.clock.nowMs()
    const key = `${source} ${method} ${account}@${domain} ${reason}`
    const before = this.#seen.get(key)
    if (before !== undefined && nowMs - before < SAME_MS) return false
    if (nowMs - this.#windowMs >= SAME_MS) {
      this.#windowMs = nowMs
      this.#count = 0
    }
    if (++this.#count > MAX_IN_TIME) return false
    this.#seen.delete(key)
    this.#seen.set(key, nowMs)
    return true
  }
}
