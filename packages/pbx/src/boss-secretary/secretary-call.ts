import type { Extension } from '@klinke/accounts'
import { type Call, type Outcome, type Refusal, type RingOutcome, refused } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { toldForwardings } from '../calls/forwarding-headers.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { languageOf } from '../prompts/prompts.ts'
import { availabilityOf, extensionsOf } from '../teams/availability.ts'
import type { FilteredCalls } from './filtered-calls.ts'
import type { Secretariat } from './rules.ts'

/** A call to a boss whose filter is on: the secretaries are rung, who see for whom; if none answers it goes where the boss has said (CALL-05). */
export function secretaryFlow(filtered: FilteredCalls): TargetFlow {
  return async (call, bossId, context) => {
    const boss = extensionById(context.tenant, bossId)
    const secretariat = context.tenant.secretariats.get(bossId)
    if (boss === undefined || secretariat === undefined) return targetGone(call, 'secretariat', bossId)
    call.note('filtered', `${boss.number}: its secretaries are rung`)
    const reached = await filtered.during(bossId, call, async () => {
      const answered = await ringSecretaries(call, boss, secretariat, context)
      return answered.kind === 'answered' ? { outcome: await converse(call, answered.leg, context) } : { refusal: answered }
    })
    return 'outcome' in reached ? reached.outcome : instead(call, boss, secretariat, reached.refusal, context)
  }
}

/** Like calls of a team: a secretary's own forwardings do not count, do not disturb does. */
async function ringSecretaries(call: Call, boss: Extension, secretariat: Secretariat, context: CallContext): Promise<RingOutcome> {
  const free = extensionsOf(secretariat.secretaries, context).filter((secretary) => availabilityOf(secretary, context, false) === 'free')
  if (free.length === 0) {
    call.note('no-secretary', `none of ${boss.number} can be rung`)
    return refused('unreachable', 480)
  }
  const shown = forBoss(boss, { ...context, label: labelFor(boss, context) })
  call.note('ring-secretaries', free.map(({ number }) => number).join(', '))
  const targets = free.flatMap((secretary) => {
    const told = toldForwardings(call, secretary.number, shown)
    return extensionTargets(secretary, shown).map((target) => ({ ...target, headers: [...(target.headers ?? []), ...told] }))
  })
  return context.exchange.ring(call, targets, { withinSeconds: secretariat.settings.ringSeconds, eachForItself: true })
}

function instead(call: Call, boss: Extension, { settings }: Secretariat, refusal: Refusal, context: CallContext): Promise<Outcome> {
  const { whenAbsent } = settings
  if (whenAbsent === null) return Promise.resolve(refusal)
  call.note('secretary-absent', `${refusal.cause} → ${whenAbsent.kind}`)
  if (whenAbsent.kind !== 'boss') return context.pbx.routeTo(call, whenAbsent, forBoss(boss, context))
  return context.pbx.routeTo(call, { kind: 'extension', targetId: boss.id }, { ...context, unansweredFor: boss.id })
}

/** The boss has sent the call on, which the phones are told (Diversion, RFC 5806). */
function forBoss(boss: Extension, context: CallContext): CallContext {
  return { ...context, forwards: [...context.forwards, { extensionId: boss.id, number: boss.number, reason: 'always' }] }
}

function labelFor(boss: Extension, { tenant, label }: CallContext): string {
  const words = `${languageOf({ tenant }) === 'en' ? 'for' : 'für'} ${boss.name}`
  return label === undefined ? words : `${label}, ${words}`
}
