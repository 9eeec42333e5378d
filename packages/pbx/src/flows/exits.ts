import type { FlowBlock } from './blocks.ts'

/** A way out of a block to another one. */
export interface Exit {
  /** As the block names it, such as `keys.2`. */
  readonly name: string
  readonly to: string
}

/** All ways out of a block that lead to another block of the flow. */
export function exitsOf(block: FlowBlock): readonly Exit[] {
  return named(block).flatMap(([name, to]) => (to === undefined ? [] : [{ name, to }]))
}

type NamedExit = readonly [name: string, to: string | undefined]

function named(block: FlowBlock): readonly NamedExit[] {
  switch (block.kind) {
    case 'announcement':
    case 'set':
      return [['next', block.next]]
    case 'menu':
      return [...entries('keys', block.keys), ['timedOut', block.timedOut], ['invalid', block.invalid]]
    case 'hours':
    case 'caller':
      return [...block.when.map(({ next }, index): NamedExit => [`when.${index}.next`, next]), ['otherwise', block.otherwise]]
    case 'consent':
      return [
        ['agreed', block.agreed],
        ['declined', block.declined],
      ]
    case 'agent-login':
      return [
        ['next', block.next],
        ['otherwise', block.otherwise],
      ]
    case 'destination':
    case 'number-pin':
    case 'dated-pin':
    case 'dial-by-name':
      return [['otherwise', block.otherwise]]
    case 'lookup':
      return [...entries('answers', block.answers), ['otherwise', block.otherwise], ['failed', block.failed]]
    case 'hang-up':
      return []
  }
}

function entries(name: string, exits: Readonly<Record<string, string | undefined>>): readonly NamedExit[] {
  return Object.entries(exits).map(([key, to]) => [`${name}.${key}`, to])
}
