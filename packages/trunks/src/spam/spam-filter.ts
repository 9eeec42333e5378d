import type { TenantSnapshot } from '@klinke/accounts'
import { type Call, type CallParty, type Refusal, refused } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import { asksFor, type Judged, judge } from './judge.ts'
import type { CallerScores, SpamRules } from './spam-rules.ts'
import { spamWords } from './spam-words.ts'

/** A caller waits no longer for an outside provider: without a score by then the call goes on as any other. */
export const SCORE_DEADLINE_MS = 500
/** Before the name of a caller, or in its place. */
export const SPAM_MARK = 'Spam?'

export interface SpamFilterParts {
  readonly scores: CallerScores
  /** What is set for a tenant; undefined: nothing is done. */
  readonly rulesOf: (tenantId: string) => SpamRules | undefined
  /** Told of each caller about whom something is done. Absent: nobody wants to know. */
  readonly told?: (tenantId: string, judged: Judged, called: string) => void
  readonly clock: Pick<Clock, 'epochMs' | 'after'>
}

/** Judges callers from outside by their score (issue 5, part 7). Never asked about a control centre that calls back. */
export class SpamFilter {
  readonly #parts: SpamFilterParts

  constructor(parts: SpamFilterParts) {
    this.#parts = parts
  }

  /** What is done about the caller, noted in the call's record. Undefined: nothing. Never rejects. */
  async judged(call: Pick<Call, 'note'>, tenant: Pick<TenantSnapshot, 'id'>, number: string, called: string): Promise<Judged | undefined> {
    const { rulesOf, told } = this.#parts
    const rules = rulesOf(tenant.id)
    if (rules === undefined || !asksFor(number, rules)) return undefined
    const score = await this.#score(number)
    const judged = score && judge(number, score, rules)
    if (judged === undefined) return undefined
    call.note(judged.action === 'reject' ? 'spam-rejected' : 'spam', `${number}: ${judged.score}`, spamWords(judged))
    told?.(tenant.id, judged, called)
    return judged
  }

  async #score(number: string): Promise<Awaited<ReturnType<CallerScores['scoreOf']>>> {
    const { scores, clock } = this.#parts
    const late = Promise.withResolvers<undefined>()
    const timer = clock.after(SCORE_DEADLINE_MS, () => late.resolve(undefined))
    try {
      return await Promise.race([scores.scoreOf(number, clock.epochMs()), late.promise])
    } catch {
      // A provider that fails must not keep calls away.
      return undefined
    } finally {
      timer.cancel()
    }
  }
}

/** The caller as phones show him. */
export function marked(caller: CallParty): CallParty {
  return { ...caller, displayName: [SPAM_MARK, caller.displayName].filter((part) => part !== undefined).join(' ') }
}

/** The caller hears that his call is not accepted. */
export const SPAM_REFUSAL: Refusal = { ...refused('declined', 603), why: 'spam' }
