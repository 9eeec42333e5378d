import { numbersOfBlock } from '@klinke/accounts'
import type { WantedExtension } from './provisioning.ts'

export interface ExtensionFacts {
  /** Those whose number and name are known, and that are not there yet. */
  readonly named: readonly { readonly number: string; readonly name: string }[]
  readonly count: number
  /** From which number on the others are counted. */
  readonly first: string
  readonly used: ReadonlySet<string>
  /** New numbers, of which each extension gets one while there are any. */
  readonly blocks: readonly { readonly first: string; readonly size: number }[]
  /** How many of the new numbers are given away already. */
  readonly given: number
  readonly userPackage: string | undefined
}

/** The extensions of an order: those that were named, and others counted on; each with one of the new numbers, in the order of both. */
export function extensionsWanted({ named, count, first, used, blocks, given, userPackage }: ExtensionFacts): readonly WantedExtension[] {
  const taken = new Set([...used, ...named.map(({ number }) => number)])
  const all = [...named.slice(0, count)]
  for (let at = Number(first); all.length < count; ) {
    const number = freeNumber(at, taken)
    taken.add(number)
    all.push({ number, name: `Nebenstelle ${number}` })
    at = Number(number) + 1
  }
  const direct = blocks.flatMap(({ first: begin, size }) => numbersOfBlock(begin, sizeOf(size)))
  return all.map(({ number, name }, index) => ({ number, name, directNumber: direct[given + index], userPackage }))
}

/** The first number from there on that nobody has. */
export function freeNumber(from: number, used: ReadonlySet<string>): string {
  let at = from
  while (used.has(String(at))) at += 1
  return String(at)
}

function sizeOf(size: number): 1 | 10 | 100 {
  return size === 1 ? 1 : size === 10 ? 10 : 100
}
