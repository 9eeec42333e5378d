import type { BlockOf } from '../blocks.ts'
import { goTo, unexpected, type WaitingBlock } from './machine.ts'

/** IVR-02: the target "agent login". The PIN itself is never noted. */
export const agentLoginBlock: WaitingBlock<BlockOf<'agent-login'>> = {
  enter: ({ queue, sign, recognise }) => ({
    kind: 'wait',
    effect: { kind: 'sign-in', queueId: queue?.targetId, on: sign === 'in', recognise },
    what: [],
  }),
  resume: (block, input) => {
    switch (input.kind) {
      case 'signed-in':
        return goTo(block.next, { ...input, on: block.sign === 'in' })
      case 'sign-in-failed':
        return goTo(block.otherwise, input)
      default:
        return unexpected(block, input)
    }
  },
}
