import { type Call, type Outcome, refused, talked } from '@klinke/calls'
import type { FeatureContext } from '../feature-codes/feature.ts'
import type { PromptId } from '../prompts/catalogue.ts'
import { refuseSaying } from './announce.ts'
import { extensionParty } from './parties.ts'

/** Tells the extension that what it asked for is done, and hangs up. */
export async function confirm(
  call: Call,
  what: string,
  { tenant, extension, pbx }: FeatureContext,
  said: PromptId = 'done',
): Promise<Outcome> {
  call.note('confirmed', what)
  await call.answer(extensionParty(tenant, extension))
  await call.play(pbx.prompts.source(said, { tenant }))
  return talked('hung-up-by-called')
}

/** Tells the extension that what it asked for cannot be; with words when the context of the call is given. */
export function deny(call: Call, why: string, context?: FeatureContext): Promise<Outcome> {
  call.note('denied', why)
  const refusal = refused('forbidden', 403)
  return context === undefined ? Promise.resolve(refusal) : refuseSaying(call, 'not-possible', refusal, context)
}
