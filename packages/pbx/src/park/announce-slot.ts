import type { Call, Leg } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'

/** Says twice in which slot the call is parked. Settles when it has been said, or nobody listens any more. */
export async function announceSlot(call: Call, to: Leg, number: string, { tenant, pbx: { prompts } }: CallContext): Promise<void> {
  const files = [...prompts.files('parked-at', { tenant }), ...prompts.digitsFiles(number, { tenant })]
  const said = await call.media.play(to.endpoint, { kind: 'files', files, repeat: 2, pauseMs: 500 })
  await call.scope.race(Promise.race([said.ended, to.dialog?.ended]))
}
