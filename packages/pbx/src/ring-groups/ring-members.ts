import { type Call, type DialTarget, type RingOutcome, refused } from '@klinke/calls'
import { pressOne } from '../call-settings/rung-parties.ts'
import { besideOutside } from '../calls/call-external.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { toldForwardings } from '../calls/forwarding-headers.ts'
import { availabilityOf, extensionsOf } from '../teams/availability.ts'
import { roundsOf } from '../teams/strategy.ts'
import { onDuty } from '../teams/team.ts'
import type { Turns } from '../teams/turns.ts'
import { type RingGroup, strategyOf } from './rules.ts'

/** Rings the members by the strategy, all over again while there is time and somebody may still come to the phone. */
export async function ringMembers(call: Call, group: RingGroup, turns: Turns, context: CallContext): Promise<RingOutcome> {
  const { clock } = context.exchange
  const untilMs = clock.nowMs() + group.settings.ringSeconds * 1000
  for (;;) {
    let again = false
    let outcome: RingOutcome = refused('unreachable', 480)
    for (const round of roundsFor(group, turns, context)) {
      const leftSeconds = (untilMs - clock.nowMs()) / 1000
      if (leftSeconds <= 0) return refused('no-answer', 480)
      outcome = await ringRound(call, group, round, leftSeconds, turns, context)
      if (outcome.kind === 'answered') return outcome
      again ||= outcome.cause === 'no-answer'
    }
    if (!again) return outcome
  }
}

/** The rounds of those who are on duty, and those outside. */
function roundsFor(group: RingGroup, turns: Turns, { exchange }: CallContext): readonly (readonly string[])[] {
  const standing = {
    last: turns.lastOf(group.id),
    idleSinceMs: (id: string) => turns.idleSinceMs(id),
    random: exchange.random,
  }
  return roundsOf(strategyOf(group.settings), [...onDuty(group), ...group.settings.outsideMembers], standing)
}

async function ringRound(
  call: Call,
  group: RingGroup,
  round: readonly string[],
  leftSeconds: number,
  turns: Turns,
  context: CallContext,
): Promise<RingOutcome> {
  const ringsAs = { kind: 'group', tone: group.settings.ringTone } as const
  const targets = [...insideTargets(round, { ...context, ringsAs }), ...outsideTargets(call, group, round, context)]
  const [first] = round
  if (round.length === 1 && first !== undefined) turns.taken(group.id, first)
  if (targets.length === 0) return nobodyRings(round, context)
  const alone = group.settings.strategy === 'simultaneous' ? leftSeconds : Math.min(group.settings.memberSeconds, leftSeconds)
  call.note('ring-members', `${targets.map(({ party }) => party.number).join(', ')} for ${Math.ceil(alone)} s`)
  const headers = toldForwardings(call, group.number ?? group.name, context)
  return context.exchange.ring(call, targets, { withinSeconds: alone, headers, eachForItself: true })
}

function nobodyRings(round: readonly string[], context: CallContext): RingOutcome {
  const busy = extensionsOf(round, context).some((extension) => availabilityOf(extension, context, false) === 'busy')
  return busy ? refused('busy', 486) : refused('unreachable', 480)
}

function insideTargets(round: readonly string[], context: CallContext): readonly DialTarget[] {
  return extensionsOf(round, context).flatMap((extension) =>
    availabilityOf(extension, context, false) === 'free' ? extensionTargets(extension, context) : [],
  )
}

function outsideTargets(call: Call, { name, settings }: RingGroup, round: readonly string[], context: CallContext): readonly DialTarget[] {
  const called = settings.outsideMembers.filter((number) => round.includes(number))
  return called.flatMap((number) => {
    const target = besideOutside(call, number, context, { ledBy: `ring group ${name}`, wantsPerson: true })
    return target === undefined ? [] : [{ ...target, confirm: pressOne(context) }]
  })
}
