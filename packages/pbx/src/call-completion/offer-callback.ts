import type { Call, Exchange, Outcome, Refusal } from '@klinke/calls'
import type { PromptId } from '../prompts/catalogue.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { Attempt } from '../slices/slice.ts'
import type { LastAttempts } from './attempts.ts'
import { CONFIRMED } from './codes.ts'
import type { Completions, Wish } from './completions.ts'
import { wishFor } from './wish.ts'

const KEY = '5'
/** How long the caller hears the busy tone and may press it. */
const OFFER_SECONDS = 8

const OFFERS: Partial<Record<Refusal['cause'], PromptId>> = { busy: 'busy-callback-key', 'no-answer': 'no-answer-callback-key' }

export interface OfferParts {
  readonly call: Call
  readonly exchange: Exchange
  readonly prompts: Prompts
  readonly attempt: Attempt
  readonly attempts: LastAttempts
  readonly completions: Completions
}

/**
 * A caller whose phone can be heard before the answer may ask for its callback at once (profile: `offerCallback`): it hears the offer and the busy
 * tone, and presses 5. Then, or when it has not, the call is refused as it would have been.
 */
export async function offerCallback(outcome: Outcome, parts: OfferParts): Promise<Outcome> {
  const { call, prompts, attempt } = parts
  const { tenant } = attempt
  if (outcome.kind !== 'refused' || outcome.isTold === true || tenant.profile.offerCallback !== true) return outcome
  const said = OFFERS[outcome.cause]
  const wish = wishOf(parts)
  if (said === undefined || wish === undefined || !isOwnCall(call) || !(await call.earlyMedia())) return outcome
  call.note('callback-offered', attempt.dialled)
  if (!(await isWanted(call, prompts.files(said, { tenant })))) return { ...outcome, isTold: true }
  const requested = await parts.completions.request(wish, tenant)
  call.note('callback-requested', requested.kind)
  await call.play(prompts.source(requested.kind === 'noted' ? CONFIRMED[requested.completion.kind] : 'callback-too-many', { tenant }))
  return { ...outcome, isTold: true }
}

/** Not a transfer, nor a call of ours. */
function isOwnCall(call: Call): boolean {
  return call.state !== 'answered' && call.undertaking === undefined && call.caller === call.principal
}

/** Only for extensions: they can be watched. */
function wishOf({ exchange, attempt, attempts }: OfferParts): Wish | undefined {
  const { tenant, extension } = attempt
  const last = attempts.of(extension.id)
  const wish = last === undefined ? undefined : wishFor(last, 'callback', { tenant, extension, exchange })
  return wish?.kind === 'wish' && wish.wish.calleeId !== null ? wish.wish : undefined
}

async function isWanted(call: Call, files: readonly string[]): Promise<boolean> {
  const asked = { maxDigits: 1, firstDigitSeconds: 0, interDigitSeconds: 0 }
  const during = await call.collect({ ...asked, prompt: { kind: 'files', files, repeat: 1 } })
  if (during.digits !== '') return during.digits === KEY
  const { digits } = await call.collect({ ...asked, firstDigitSeconds: OFFER_SECONDS, prompt: { kind: 'signal', signal: 'busy' } })
  return digits === KEY
}
