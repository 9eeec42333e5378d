import { type Call, type Outcome, type RoutingStepName, refused } from '@klinke/calls'
import { isAway } from '@klinke/platform'
import type { DialledFeature, FeatureContext } from '../feature-codes/feature.ts'
import { refuseSaying } from './announce.ts'
import type { CallContext } from './context.ts'

/** Does what a code stands for. */
export function callFeature(call: Call, feature: DialledFeature, argument: string, context: FeatureContext): Promise<Outcome> {
  call.note('feature', `${feature.name}${argument === '' ? '' : ` ${argument}`}`)
  const fits = feature.argument === 'optional' || (feature.argument === 'none') === (argument === '')
  return fits
    ? unlessAway(call, feature, () => feature.run(call, argument, context), context)
    : refuse(call, 'feature-argument', `${feature.name} takes ${feature.argument}`, context)
}

/** Calls need no database, but what a code changes is stored there: while it is away whoever dialled the code hears so, and nothing has changed. */
async function unlessAway(call: Call, { name }: DialledFeature, run: () => Promise<Outcome>, context: FeatureContext): Promise<Outcome> {
  try {
    return await run()
  } catch (error) {
    if (!isAway(error)) throw error
    const { exchange, tenant, extension } = context
    exchange.logger.warn('a feature code needs the database, which does not answer', {
      ...{ call: call.id, tenant: tenant.id, extension: extension.number, feature: name },
      detail: reasonOf(error),
    })
    call.note('database-away', name)
    return refuseSaying(call, 'not-possible-now', refused('unreachable', 480), context)
  }
}

/** Why, in the words of what lies below: a line is enough, the fault is not here. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

/** A code that nobody has. */
export function unknownCode(call: Call, dialled: string, context: CallContext): Promise<Outcome> {
  return refuse(call, 'unknown-feature-code', dialled, context)
}

function refuse(call: Call, step: RoutingStepName, why: string, context: CallContext): Promise<Outcome> {
  call.note(step, why)
  return refuseSaying(call, 'unknown-code', refused('not-found', 404, 'Unknown Feature Code'), context)
}
