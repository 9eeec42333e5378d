import type { FlowBlock } from './flow.ts'

/** A way out of a block, whether it leads somewhere or not. */
export interface Exit {
  /** As the API names it, such as `keys.2` or `when.0.next`. */
  readonly name: string
  readonly to: string | undefined
}

/** Twelve keys of a telephone. */
export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const
export type Key = (typeof KEYS)[number]

/** All ways out of a block, in the order in which people think of them. */
export function exitsOf(block: FlowBlock): readonly Exit[] {
  switch (block.kind) {
    case 'announcement':
    case 'set':
      return [exit('next', block.next)]
    case 'menu':
      return [
        ...KEYS.filter((key) => Object.hasOwn(block.keys, key)).map((key) => exit(`keys.${key}`, block.keys[key])),
        exit('timedOut', block.timedOut),
        exit('invalid', block.invalid),
      ]
    case 'hours':
    case 'caller':
      return [...block.when.map(({ next }, index) => exit(`when.${index}.next`, next)), exit('otherwise', block.otherwise)]
    case 'consent':
      return [exit('agreed', block.agreed), exit('declined', block.declined)]
    case 'agent-login':
      return [exit('next', block.next), exit('otherwise', block.otherwise)]
    case 'destination':
      // Whoever hangs up comes back never; what was drawn before is still shown, to be cut.
      return block.to.kind === 'hang-up' && block.otherwise === undefined ? [] : [exit('otherwise', block.otherwise)]
    case 'number-pin':
    case 'dated-pin':
    case 'dial-by-name':
      return [exit('otherwise', block.otherwise)]
    case 'lookup':
      return [
        ...Object.entries(block.answers).map(([answer, to]) => exit(`answers.${answer}`, to)),
        exit('otherwise', block.otherwise),
        exit('failed', block.failed),
      ]
    case 'hang-up':
      return []
  }
}

function exit(name: string, to: string | undefined): Exit {
  return { name, to }
}

/** The block with that exit leading to `to`, or ending the call there. A key or an answer that leads nowhere is none any more. */
export function withExit(block: FlowBlock, name: string, to: string | undefined): FlowBlock {
  const [part = '', ...rest] = name.split('.')
  const which = rest.join('.')
  switch (part) {
    case 'keys':
      return block.kind === 'menu' ? { ...block, keys: without(block.keys, which, to) } : block
    case 'answers':
      return block.kind === 'lookup' ? { ...block, answers: without(block.answers, which, to) } : block
    case 'when':
      return withCondition(block, Number(rest[0]), to)
    default: {
      const { [part as never]: _before, ...others } = block
      return { ...(others as FlowBlock), ...(to === undefined ? {} : { [part]: to }) }
    }
  }
}

function without(exits: Readonly<Record<string, string>>, name: string, to: string | undefined): Readonly<Record<string, string>> {
  const { [name]: _before, ...others } = exits
  return to === undefined ? others : { ...others, [name]: to }
}

function withCondition(block: FlowBlock, index: number, to: string | undefined): FlowBlock {
  const lead = <Condition extends { readonly next?: string }>(conditions: readonly Condition[]): readonly Condition[] =>
    conditions.map((condition, at) => {
      if (at !== index) return condition
      const { next: _before, ...others } = condition
      return { ...(others as Condition), ...(to === undefined ? {} : { next: to }) }
    })
  if (block.kind === 'hours') return { ...block, when: lead(block.when) }
  return block.kind === 'caller' ? { ...block, when: lead(block.when) } : block
}
