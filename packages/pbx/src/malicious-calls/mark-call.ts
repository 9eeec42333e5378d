import type { Call, Outcome } from '@klinke/calls'
import { confirm, deny } from '../calls/confirm.ts'
import type { Feature, FeatureContext } from '../feature-codes/feature.ts'

/** Marks the last call that came as malicious (CLI-06), where an order to trace such calls allows it. */
export const markCall: Feature = {
  ...{ name: 'mark-malicious-call', title: { de: 'Letzten Anruf als Belästigung merken', en: 'Mark the last call as malicious' } },
  ...{ codes: ['*39'], when: 'dialled', argument: 'none', run: (call, _none, context) => mark(call, context) },
}

async function mark(call: Call, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension, pbx } = context
  const isMarked = (await pbx.outside.markMalicious?.(tenant.id, extension.id)) === true
  return isMarked ? confirm(call, 'malicious call marked', context) : deny(call, 'no traced call to mark', context)
}
