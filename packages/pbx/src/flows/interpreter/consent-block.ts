import type { BlockOf } from '../blocks.ts'
import { goTo, unexpected, type WaitingBlock } from './machine.ts'

/** LAW-06: whether the call may be recorded. */
export const consentBlock: WaitingBlock<BlockOf<'consent'>> = {
  enter: ({ prompt }) => ({ kind: 'wait', effect: { kind: 'ask-consent', prompt }, what: [] }),
  resume: (block, input) => {
    if (input.kind !== 'consent') return unexpected(block, input)
    return goTo(input.agreed ? block.agreed : block.declined, input)
  },
}
