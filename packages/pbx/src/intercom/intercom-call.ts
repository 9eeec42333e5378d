import type { Extension } from '@klinke/accounts'
import { type Call, type Leg, type Outcome, refused, talked } from '@klinke/calls'
import type { MediaSource } from '@klinke/rtp'
import { isFiltered } from '../boss-secretary/rules.ts'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty } from '../calls/parties.ts'
import type { FeatureContext } from '../feature-codes/feature.ts'
import { type Availability, availabilityOf } from '../teams/availability.ts'
import { autoAnswering } from './auto-answer.ts'
import { DEFAULT_INTERCOM, maySpeakTo } from './rules.ts'

/** A phone that does not answer by itself rings for so long. */
const RING_SECONDS = 20
const BEEP: MediaSource = { kind: 'signal', signal: 'beep' }

/** The caller speaks to an extension over the loudspeaker of its phone, which answers by itself (CALL-05). */
export function speakTo(call: Call, number: string, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension } = context
  const called = tenant.extensions.get(number)
  if (called === undefined) {
    call.note('intercom-unknown', number)
    return refuseSaying(call, 'number-unassigned', refused('not-found', 404), context)
  }
  if (called.id === extension.id) return Promise.resolve(refused('busy', 486))
  const why = obstacleOf(called, context)
  return why === undefined ? speak(call, called, context) : otherwise(call, called, why, context)
}

type Obstacle = Exclude<Availability, 'free'> | 'not-allowed'

function obstacleOf(called: Extension, context: FeatureContext): Obstacle | undefined {
  const { intercom, secretariats } = context.tenant
  if (!maySpeakTo(intercom, called.id, context.extension.id) || isFiltered(secretariats, called.id, context)) return 'not-allowed'
  const availability = availabilityOf(called, context, true)
  return availability === 'free' ? undefined : availability
}

/** Nobody is listened to against his wish, and no conversation is disturbed. */
function otherwise(call: Call, { id, number }: Extension, why: Obstacle, context: CallContext): Promise<Outcome> {
  const { intercom } = context.tenant
  call.note('intercom-refused', `${number}: ${why}`)
  if ((intercom.get(id) ?? DEFAULT_INTERCOM).otherwise === 'ring') return context.pbx.callTarget(call, { kind: 'extension', id }, context)
  if (why === 'not-allowed') return refuseSaying(call, 'intercom-refused', refused('forbidden', 403), context)
  const refusal = why === 'not-registered' ? refused('unreachable', 480) : refused('busy', 486)
  return refuseSaying(call, 'not-available', refusal, context)
}

async function speak(call: Call, called: Extension, context: CallContext): Promise<Outcome> {
  const { tenant, exchange } = context
  // Both hear a beep before they hear each other, so their media ends here.
  if (!(await call.earlyMedia())) await call.answer(extensionParty(tenant, called))
  const targets = autoAnswering(extensionTargets(called, context), tenant)
  call.note('intercom', `${called.number} on ${targets.length} ${targets.length === 1 ? 'device' : 'devices'}`)
  const answered = await exchange.ring(call, targets, { withinSeconds: RING_SECONDS })
  if (answered.kind === 'refused') return answered
  await beep(call, answered.leg)
  return answered.leg.state === 'ended' ? talked('hung-up-by-called') : converse(call, answered.leg, context)
}

/** The one is told that somebody listens, the other that he may speak. */
async function beep(call: Call, leg: Leg): Promise<void> {
  await Promise.race([Promise.all([call.play(BEEP, leg), call.play(BEEP)]), leg.dialog?.ended])
}
