import type { PhoneNumber } from '../snapshot.ts'
import { numbersOfBlock } from './rules.ts'

/** A block of which only some numbers have a row. */
export interface SparseBlock {
  /** E.164. */
  readonly first: string
  readonly size: 1000 | 10_000
  readonly siteId?: string
  /** Calls with more digits than it has reach nobody (NUM-05). */
  readonly noneBeyond?: true
}

/** Digits that a sparse block has of its own. */
const OWN_DIGITS = { 1000: 3, 10000: 4 } as const

/**
 * The numbers of a tenant with large blocks. Those with which nothing is cost nothing: they are found by their block, not by an entry of their own.
 * In order of the digits.
 */
export class OwnedNumbers implements ReadonlyMap<string, PhoneNumber> {
  /** Single numbers, those of small blocks, and those of large ones that have a row; in order. */
  readonly rows: ReadonlyMap<string, PhoneNumber>
  /** By first number. */
  readonly blocks: ReadonlyMap<string, SparseBlock>

  constructor(rows: ReadonlyMap<string, PhoneNumber>, blocks: ReadonlyMap<string, SparseBlock>) {
    this.rows = rows
    this.blocks = blocks
  }

  /** How many numbers it would be, were they all written down. */
  get size(): number {
    let size = 0
    for (const block of this.blocks.values()) size += block.size
    for (const e164 of this.rows.keys()) if (blockOf(e164, this.blocks) === undefined) size++
    return size
  }

  has(e164: string): boolean {
    return this.rows.has(e164) || blockOf(e164, this.blocks) !== undefined
  }

  get(e164: string): PhoneNumber | undefined {
    const row = this.rows.get(e164)
    if (row !== undefined) return row
    const block = blockOf(e164, this.blocks)
    return block && numberIn(block, e164)
  }

  *entries(): Generator<[string, PhoneNumber], undefined> {
    const blocks = [...this.blocks.values()].toSorted((one, other) => (one.first < other.first ? -1 : 1))
    let next = 0
    for (const [e164, row] of this.rows) {
      if (blockOf(e164, this.blocks) !== undefined) continue
      for (let block = blocks[next]; block !== undefined && block.first < e164; block = blocks[++next]) yield* this.#entriesOf(block)
      yield [e164, row]
    }
    for (const block of blocks.slice(next)) yield* this.#entriesOf(block)
  }

  *#entriesOf(block: SparseBlock): Generator<[string, PhoneNumber], undefined> {
    for (const e164 of numbersOfBlock(block.first, block.size)) yield [e164, this.rows.get(e164) ?? numberIn(block, e164)]
  }

  *keys(): Generator<string, undefined> {
    for (const [e164] of this.entries()) yield e164
  }

  *values(): Generator<PhoneNumber, undefined> {
    for (const [, number] of this.entries()) yield number
  }

  [Symbol.iterator](): Generator<[string, PhoneNumber], undefined> {
    return this.entries()
  }

  forEach(act: (value: PhoneNumber, key: string, map: ReadonlyMap<string, PhoneNumber>) => void): void {
    for (const [e164, number] of this) act(number, e164, this)
  }
}

/** The sparse block with that number. */
export function blockOf<Block extends { readonly size: number }>(e164: string, blocks: ReadonlyMap<string, Block>): Block | undefined {
  for (const first of sparseFirsts(e164)) {
    const block = blocks.get(first.e164)
    if (block?.size === first.size) return block
  }
  return undefined
}

/** The sparse blocks that the number could be in, by their first numbers. */
export function sparseFirsts(e164: string): readonly { readonly e164: string; readonly size: SparseBlock['size'] }[] {
  return ([1000, 10_000] as const).map((size) => ({ e164: e164.slice(0, -OWN_DIGITS[size]) + '0'.repeat(OWN_DIGITS[size]), size }))
}

function numberIn({ first, siteId, noneBeyond }: SparseBlock, e164: string): PhoneNumber {
  return { e164, block: first, ...(siteId !== undefined && { siteId }), ...(noneBeyond && { noneBeyond }) }
}
