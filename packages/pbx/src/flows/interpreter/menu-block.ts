import { type BlockOf, MENU_KEYS } from '../blocks.ts'
import { ask, askAgain } from './asking.ts'
import { goTo, type Move, unexpected, type WaitingBlock } from './machine.ts'

const ONE_KEY = { maxDigits: 1 }

export const menuBlock: WaitingBlock<BlockOf<'menu'>> = {
  enter: (block) => ask(block, ONE_KEY, 1),
  resume: (block, input, { state }) => {
    if (input.kind !== 'keys') return unexpected(block, input)
    const { digits } = input
    if (digits === '') return askAgain(block, ONE_KEY, state.asked, block.timedOut, { kind: 'nothing-pressed' })
    const key = MENU_KEYS.find((each) => each === digits)
    const to = key && block.keys[key]
    if (to !== undefined) return goTo(to, { kind: 'pressed', key: digits, valid: true })
    return notInMenu(block, digits, state.asked)
  },
}

function notInMenu(block: BlockOf<'menu'>, key: string, asked: number): Move {
  const { invalidPrompt: prompt } = block
  const question = prompt === undefined ? block : { ...block, prompt }
  return askAgain(question, ONE_KEY, asked, block.invalid, { kind: 'pressed', key, valid: false })
}
