import type { Call, Outcome, Refusal } from '@klinke/calls'
import type { PromptId } from '../prompts/catalogue.ts'
import type { CallContext } from './context.ts'

/**
 * Tells the caller why, then refuses the call: before the answer, so that it costs nothing (LAW-08). A caller that hears nothing
 * before the answer is refused at once; one that was answered by a menu or queue is told as well.
 */
export async function refuseSaying(
  call: Call,
  ids: PromptId | readonly PromptId[],
  refusal: Refusal,
  { tenant, pbx }: Pick<CallContext, 'tenant' | 'pbx'>,
): Promise<Outcome> {
  if (call.state === 'answered' || (await call.earlyMedia())) {
    call.note('announced', [ids].flat().join(' '))
    await call.play(pbx.prompts.source(ids, { tenant }))
    return { ...refusal, isTold: true }
  }
  return refusal
}
