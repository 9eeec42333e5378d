import { type Call, type Outcome, type Refusal, refused } from '@klinke/calls'
import { announcementNamed } from '../announcements/announcement.ts'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { numberParty } from '../calls/parties.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { Turns } from '../teams/turns.ts'
import { Visits } from '../teams/visits.ts'
import { ringMembers } from './ring-members.ts'
import type { RingGroup } from './rules.ts'

/** The flow of calls to ring groups, with what it remembers between them. */
export function ringGroupFlow(turns = new Turns()): TargetFlow {
  const visits = new Visits<Call>()
  const ringing = new Map<string, number>()

  /** Greets the caller and rings the members by the strategy; on no answer hands over to the group's overflow (ACD-01). */
  return async (call, groupId, context) => {
    const group = context.tenant.ringGroups.get(groupId)
    if (group === undefined) return targetGone(call, 'group', groupId)
    if (!visits.admits(call)) return goesRound(call, group)
    const { maxCallers, whenFull, overflow } = group.settings
    if (maxCallers !== null && (ringing.get(groupId) ?? 0) >= maxCallers) {
      call.note('group-full', `${group.name}: ${maxCallers} callers`)
      return leadOn(call, whenFull, refused('busy', 486), context)
    }
    const answered = await counted(ringing, groupId, async () => {
      await greet(call, group, context)
      await context.pbx.recorder?.askBefore(call, { kind: 'group', id: groupId }, context)
      return ringMembers(call, group, turns, context)
    })
    if (answered.kind === 'refused') return leadOn(call, overflow, answered, context)
    const member = answered.leg.party.extensionId ?? answered.leg.party.number
    try {
      return await converse(call, answered.leg, context)
    } finally {
      turns.idleFrom(member, context.exchange.clock.nowMs())
    }
  }
}

/** The caller is led to `destination`, or told `refusal` where there is none. */
function leadOn(call: Call, destination: CallDestination | null, refusal: Refusal, context: CallContext): Promise<Outcome> {
  if (destination === null) return Promise.resolve(refusal)
  call.note('overflow', `${refusal.cause} → ${destination.kind}`)
  return context.pbx.routeTo(call, destination, context)
}

async function greet(call: Call, group: RingGroup, { tenant, pbx }: CallContext): Promise<void> {
  const { greeting, greetingAnnouncement } = group.settings
  if (greeting === 'none') return
  const free = greeting === 'before-answer' && (await call.earlyMedia())
  if (!free) await call.answer({ ...numberParty(group.number ?? group.name, tenant.id), displayName: group.name })
  const own = announcementNamed(greetingAnnouncement, pbx.prompts, tenant)
  await call.play(own ?? pbx.prompts.source('queue-welcome', { tenant }))
}

async function counted<T>(counts: Map<string, number>, key: string, work: () => Promise<T>): Promise<T> {
  counts.set(key, (counts.get(key) ?? 0) + 1)
  try {
    return await work()
  } finally {
    const left = (counts.get(key) ?? 1) - 1
    if (left > 0) counts.set(key, left)
    else counts.delete(key)
  }
}

function goesRound(call: Call, group: RingGroup): Promise<Outcome> {
  call.note('goes-round', group.name)
  return Promise.resolve(refused('unreachable', 480))
}
