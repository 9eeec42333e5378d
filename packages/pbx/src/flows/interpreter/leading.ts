import type { CallDestination } from '../../destinations/destination.ts'
import type { BlockOf } from '../blocks.ts'
import { type DecidingBlock, goTo, type Look, type Move, unexpected, type WaitingBlock } from './machine.ts'

export const destinationBlock: WaitingBlock<BlockOf<'destination'>> = {
  enter: ({ to, otherwise }, look) => lead(to, look, otherwise !== undefined),
  resume: (block, input) => {
    if (input.kind !== 'refused') return unexpected(block, input)
    return goTo(block.otherwise, { kind: 'returned', why: input.why })
  },
}

export const hangUpBlock: DecidingBlock<BlockOf<'hang-up'>> = {
  enter: ({ as }) => ({ kind: 'wait', effect: { kind: 'hang-up', as }, what: [{ kind: 'ended', as }] }),
}

/** Leads the call to a destination; to another flow without leaving the interpreter. */
export function lead(to: CallDestination, { world, state }: Look, mayReturn = false, name = ''): Move {
  if (to.kind === 'flow') return { kind: 'chain', flowId: to.targetId, what: [] }
  const named = name !== '' ? name : (world.people.find(({ id }) => 'targetId' in to && id === to.targetId)?.name ?? '')
  const { displayText, priority } = state
  return { kind: 'wait', effect: { kind: 'lead', to, displayText, priority, mayReturn }, what: [{ kind: 'led', to, name: named }] }
}
