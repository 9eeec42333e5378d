import type { BlockOf } from '../blocks.ts'
import { goTo, unexpected, type WaitingBlock } from './machine.ts'

export const announcementBlock: WaitingBlock<BlockOf<'announcement'>> = {
  enter: ({ prompt, beforeAnswer }) => ({ kind: 'wait', effect: { kind: 'play', prompt, beforeAnswer }, what: [] }),
  resume: (block, input) => {
    if (input.kind !== 'played') return unexpected(block, input)
    return goTo(block.next, { kind: 'announced', prompt: block.prompt, heard: input.heard })
  },
}
