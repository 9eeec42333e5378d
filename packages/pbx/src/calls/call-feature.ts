import { type Call, type Outcome, refused } from '@klinke/calls'
import type { DialledFeature, FeatureContext } from '../feature-codes/feature.ts'
import { refuseSaying } from './announce.ts'
import type { CallContext } from './context.ts'

/** Does what a code stands for. */
export function callFeature(call: Call, feature: DialledFeature, argument: string, context: FeatureContext): Promise<Outcome> {
  call.note('feature', `${feature.name}${argument === '' ? '' : ` ${argument}`}`)
  const fits = feature.argument === 'optional' || (feature.argument === 'none') === (argument === '')
  return fits
    ? feature.run(call, argument, context)
    : refuse(call, 'feature-argument', `${feature.name} takes ${feature.argument}`, context)
}

/** A code that nobody has. */
export function unknownCode(call: Call, dialled: string, context: CallContext): Promise<Outcome> {
  return refuse(call, 'unknown-feature-code', dialled, context)
}

function refuse(call: Call, step: string, why: string, context: CallContext): Promise<Outcome> {
  call.note(step, why)
  return refuseSaying(call, 'unknown-code', refused('not-found', 404, 'Unknown Feature Code'), context)
}
