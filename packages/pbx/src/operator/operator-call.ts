import { type Call, type ComeBack, type Outcome, type Refusal, refused, type Unreached } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { toldForwardings } from '../calls/forwarding-headers.ts'
import { numberParty } from '../calls/parties.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { languageOf } from '../prompts/prompts.ts'
import { Visits } from '../teams/visits.ts'
import { type OperatorPosition, periodOf } from './rules.ts'

/** Leads a call to the tenant's operator position, and stays until it is over (CALL-09). */
export type OperatorFlow = (call: Call, context: CallContext) => Promise<Outcome>

/** The flow of calls to operator positions. */
export function operatorFlow(): OperatorFlow {
  const visits = new Visits<Call>()
  return async (call, context) => {
    const position = context.tenant.operator
    if (position === null) {
      call.note('no-operator', 'the tenant has no operator position')
      return refused('not-found', 404)
    }
    if (!visits.admits(call)) {
      call.note('goes-round', position.name)
      return refused('unreachable', 480)
    }
    await greet(call, position, context)
    return callPosition(call, position, context)
  }
}

/** Rings the target of the time of day; a caller that nobody answers goes on to the overflow. */
async function callPosition(call: Call, position: OperatorPosition, context: CallContext): Promise<Outcome> {
  const { tenant, exchange } = context
  const { day, night, overflow } = position.settings
  const period = periodOf(position, tenant.schedules, exchange.clock.epochMs())
  const to = (period === 'night' ? night : null) ?? day
  call.note('operator', `${position.name}: ${period} → ${to.kind}`)
  let returned = false
  const comeBack = comeBackTo(position, context, () => {
    returned = true
  })
  const outcome = await callTarget(call, to, position, { ringsAs: { kind: 'operator' }, ...context, comeBack })
  // What a call comes to that has come back is settled there.
  if (outcome.kind === 'talked' || returned) return outcome
  return leadOn(call, overflow, outcome, context)
}

/** A phone of the operators is rung whatever its own settings say; other targets by their own flows. */
function callTarget(call: Call, to: CallDestination, position: OperatorPosition, context: CallContext): Promise<Outcome> {
  return to.kind === 'extension' ? callPhone(call, to.targetId, position, context) : context.pbx.routeTo(call, to, context)
}

async function callPhone(call: Call, extensionId: string, position: OperatorPosition, context: CallContext): Promise<Outcome> {
  const extension = extensionById(context.tenant, extensionId)
  const targets = extension === undefined ? [] : extensionTargets(extension, context)
  if (extension === undefined || targets.length === 0) {
    call.note('operator-absent', extension?.number ?? extensionId)
    return refused('unreachable', 480)
  }
  call.note('ring-operator', `${extension.number} on ${targets.length} ${targets.length === 1 ? 'device' : 'devices'}`)
  const headers = toldForwardings(call, extension.number, context)
  const answered = await context.exchange.ring(call, targets, { headers, withinSeconds: position.settings.ringSeconds })
  return answered.kind === 'answered' ? converse(call, answered.leg, context) : answered
}

/** A caller that an operator has transferred, and nobody has answered, comes back to the position as it is by then. */
function comeBackTo(position: OperatorPosition, context: CallContext, returned: () => void): ComeBack {
  return {
    afterSeconds: position.settings.returnSeconds,
    lead: (call, unreached) => {
      returned()
      call.note('operator-return', `${unreached.target.number}: ${unreached.refusal.cause}`)
      const tenant = context.pbx.directory.tenant(context.tenant.id) ?? context.tenant
      const label = returnLabel(unreached, { ...context, tenant })
      return callPosition(call, tenant.operator ?? position, { ...context, tenant, label, ringsAs: { kind: 'return' } })
    },
  }
}

/** Names who did not answer. */
function returnLabel({ target }: Unreached, { tenant }: CallContext): string {
  return `${languageOf({ tenant }) === 'en' ? 'back from' : 'zurück von'} ${target.number}`
}

/** What is not the position's any more has nothing to do with its transfers. */
async function leadOn(call: Call, overflow: CallDestination | null, refusal: Refusal, context: CallContext): Promise<Outcome> {
  if (overflow !== null) {
    call.note('overflow', `${refusal.cause} → ${overflow.kind}`)
    return context.pbx.routeTo(call, overflow, { ...context, label: undefined })
  }
  return refuseSaying(call, 'operator-nobody', refusal, context)
}

async function greet(call: Call, position: OperatorPosition, { tenant, pbx }: CallContext): Promise<void> {
  const { greeting } = position.settings
  if (greeting === 'none') return
  const free = greeting === 'before-answer' && (await call.earlyMedia())
  if (!free) await call.answer({ ...numberParty(position.number ?? position.name, tenant.id), displayName: position.name })
  await call.play(pbx.prompts.source('operator-welcome', { tenant }))
}
