import { openingAt } from '../../schedules/opening.ts'
import type { BlockOf } from '../blocks.ts'
import { type CallFacts, type DecidingBlock, goTo, type Happening, type Look } from './machine.ts'

/** A schedule that was deleted a moment ago holds for nothing: the next one is asked. */
export const hoursBlock: DecidingBlock<BlockOf<'hours'>> = {
  enter: ({ when, otherwise }, { world, nowMs }: Look) => {
    const what: Happening[] = []
    for (const { schedule: ref, is, next } of when) {
      const schedule = world.schedules.get(ref.targetId)
      if (schedule === undefined) continue
      const { open, why } = openingAt(schedule, nowMs)
      const holds = open === (is === 'open')
      what.push({ kind: 'hours', schedule: schedule.name, open, why, holds })
      if (holds) return goTo(next, ...what)
    }
    return goTo(otherwise, ...what)
  },
}

export const callerBlock: DecidingBlock<BlockOf<'caller'>> = {
  enter: ({ when, otherwise }, { facts }: Look) => {
    const fitting = when.find((condition) => fits(condition, facts))
    return goTo(fitting === undefined ? otherwise : fitting.next, {
      kind: 'caller',
      number: facts.callerNumber,
      fits: fitting !== undefined,
    })
  },
}

function fits({ is, numbers = [] }: BlockOf<'caller'>['when'][number], facts: CallFacts): boolean {
  const { callerNumber } = facts
  return (is === undefined || is === kindOf(facts)) && (numbers.length === 0 || numbers.some((number) => callerNumber.startsWith(number)))
}

function kindOf({ internal, callerNumber }: CallFacts): 'internal' | 'external' | 'anonymous' {
  if (internal) return 'internal'
  return /\d/.test(callerNumber) ? 'external' : 'anonymous'
}

export const setBlock: DecidingBlock<BlockOf<'set'>> = {
  enter: ({ displayText, priority, next }) => ({
    kind: 'go',
    to: next,
    what: [{ kind: 'set', displayText, priority }],
    set: { ...(displayText !== undefined && { displayText }), ...(priority !== undefined && { priority }) },
  }),
}
