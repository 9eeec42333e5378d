import type { Call, CallFlow, EndCause, Outcome, Refusal } from '@klinke/calls'
import { sleep } from '@klinke/foundation'
import type { PromptId } from '../prompts/catalogue.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** Three tones of 330 ms (ITU-T E.180 §3.7): what follows is said by a machine. */
const SPECIAL_INFORMATION_MS = 1000
/** What one hears who was answered already and is led to nobody: long enough to know it for what it is. */
const BUSY_TONE_MS = 4000

interface Words {
  readonly said: PromptId
  /** The network's own announcements begin with the special information tone, those about a subscriber do not. */
  readonly tone?: true
}

/** What can be said. Who is busy or declines is told by the phone's own tone. */
const WORDS: Partial<Record<EndCause, Words>> = {
  'not-found': { said: 'number-unassigned', tone: true },
  congestion: { said: 'channels-in-use', tone: true },
  unreachable: { said: 'not-available' },
  'no-answer': { said: 'nobody-answers' },
  forbidden: { said: 'not-possible' },
}

/** What is said instead where more is known than the cause. */
const WORDS_WHY: Readonly<Record<Exclude<Refusal['why'], 'call-rate' | undefined>, Words>> = {
  barred: { said: 'number-barred', tone: true },
  'phone-lock': { said: 'phone-locked' },
  'channels-in-use': { said: 'channels-in-use', tone: true },
  'guard-limit': { said: 'limit-reached', tone: true },
  'guard-country': { said: 'country-held', tone: true },
  'guard-lock': { said: 'line-locked', tone: true },
  'guard-agent': { said: 'not-possible' },
  'no-credit': { said: 'credit-used-up', tone: true },
  spam: { said: 'caller-rejected' },
}

/** Ends of calls that are nobody's failure to be reached, or that leave no time. */
const UNTOLD: ReadonlySet<EndCause> = new Set([
  'cancelled',
  'preempted',
  'cost-limit',
  'credit-used-up',
  'drained',
  'restart',
  'error',
  'media-inactivity',
  'media-unprotected',
  'session-expired',
  'incompatible',
])

/** Whose call it is: the caller has a phone of the tenant, or calls from outside. */
export type CallerIs = 'inside' | 'outside'

interface Teller {
  readonly tenant: PbxSnapshot
  readonly callerIs: CallerIs
  readonly prompts: Prompts
}

/** A flow whose caller hears why the call came to nothing, before the call ends. */
export function tellingWhy(flow: CallFlow, teller: Teller): CallFlow {
  return async (call, exchange) => {
    const outcome = await flow(call, exchange)
    await tellWhy(call, outcome, teller)
    return outcome
  }
}

async function tellWhy(call: Call, outcome: Outcome, { tenant, callerIs, prompts }: Teller): Promise<void> {
  if (outcome.kind !== 'refused' || outcome.isTold === true || UNTOLD.has(outcome.cause) || outcome.why === 'call-rate') return
  // Who is transferred, or called back by us, is told by those who do it.
  if (call.undertaking !== undefined || call.caller !== call.principal) return
  const words = outcome.why === undefined ? WORDS[outcome.cause] : WORDS_WHY[outcome.why]
  const isAnswered = call.state === 'answered'
  if (!isAnswered && (words === undefined || !hearsBefore(tenant, callerIs, outcome) || !(await call.earlyMedia()))) return
  call.note('announced', words?.said ?? 'busy')
  if (words?.tone === true) await signal(call, 'special-information', SPECIAL_INFORMATION_MS)
  if (words !== undefined) await call.play(prompts.source(words.said, { tenant }))
  if (isAnswered) await signal(call, 'busy', BUSY_TONE_MS)
}

async function signal(call: Call, signal: 'busy' | 'special-information', durationMs: number): Promise<void> {
  await call.startPlaying({ kind: 'signal', signal })
  await sleep(call.clock, durationMs, call.scope.signal)
}

/** That all channels are in use, or that nobody takes his calls, is said to callers outside as well (TRK-06). */
function hearsBefore({ profile: { announceFailures = 'phones' } }: PbxSnapshot, callerIs: CallerIs, { why }: Refusal): boolean {
  if (why === 'channels-in-use' || why === 'spam') return announceFailures !== 'nobody'
  return announceFailures === 'everyone' || (announceFailures === 'phones' && callerIs === 'inside')
}
