import type { BlockOf } from '../blocks.ts'
import { NAME_LETTERS, type Person, peopleDialled } from '../t9.ts'
import { ask, askAgain } from './asking.ts'
import { lead } from './leading.ts'
import { type Look, type Move, unexpected, type WaitingBlock } from './machine.ts'

type NameBlock = BlockOf<'dial-by-name'>

const LETTERS = { maxDigits: NAME_LETTERS, terminator: '#' } as const
const ONE_KEY = { maxDigits: 1 } as const
/** People between whom one key chooses; who has more of one beginning is asked for the number. */
const MAX_CHOICES = 9

export const dialByNameBlock: WaitingBlock<NameBlock> = {
  enter: (block) => ask(block, LETTERS, 1),
  resume: (block, input, look) => {
    if (input.kind !== 'keys') return unexpected(block, input)
    const { asked, choice } = look.state
    if (input.digits === '') return askAgain(block, LETTERS, asked, block.otherwise, { kind: 'nothing-pressed' })
    return choice.length > 0 ? chosen(block, input.digits, look) : named(block, input.digits, look)
  },
}

function named(block: NameBlock, digits: string, look: Look): Move {
  const { asked } = look.state
  const people = peopleDialled(digits, look.world.people).slice(0, MAX_CHOICES)
  const what = { kind: 'named', digits, people: people.map(({ name }) => name) } as const
  const [first, ...others] = people
  if (first === undefined) return askAgain(block, LETTERS, asked, block.otherwise, what)
  const move = others.length === 0 ? leadTo(first, look) : ask(block, ONE_KEY, asked, { kind: 'choice', people })
  return { ...move, what: [what, ...move.what] }
}

function chosen(block: NameBlock, key: string, look: Look): Move {
  const { asked, choice } = look.state
  const person = choice[Number(key) - 1]
  if (person === undefined) return askAgain(block, LETTERS, asked, block.otherwise, { kind: 'pressed', key, valid: false })
  const move = leadTo(person, look)
  return { ...move, what: [{ kind: 'pressed', key, valid: true }, ...move.what] }
}

function leadTo({ id, name }: Person, look: Look): Move {
  return lead({ kind: 'extension', targetId: id }, look, false, name)
}
