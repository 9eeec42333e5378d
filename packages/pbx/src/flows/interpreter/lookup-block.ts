import type { BlockOf } from '../blocks.ts'
import { type CallFacts, goTo, unexpected, type WaitingBlock } from './machine.ts'

export const lookupBlock: WaitingBlock<BlockOf<'lookup'>> = {
  enter: ({ url, timeLimitMs }, { facts }) => ({
    kind: 'wait',
    effect: { kind: 'look-up', url: filledIn(url, facts), timeLimitMs },
    what: [],
  }),
  resume: (block, input) => {
    if (input.kind === 'lookup-failed') return goTo(block.failed, { kind: 'lookup-failed', why: input.why })
    if (input.kind !== 'looked-up') return unexpected(block, input)
    const { result, displayText } = input
    const known = Object.hasOwn(block.answers, result)
    return {
      kind: 'go',
      to: known ? block.answers[result] : block.otherwise,
      what: [{ kind: 'looked-up', result, known }],
      ...(displayText !== undefined && { set: { displayText } }),
    }
  },
}

function filledIn(url: string, { callerNumber, called }: CallFacts): string {
  return url.replaceAll('{caller}', encodeURIComponent(callerNumber)).replaceAll('{called}', encodeURIComponent(called))
}
