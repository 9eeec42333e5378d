import { blockOf, numbersOfBlock } from '@klinke/accounts'
import type { CallDestination } from '../destinations/destination.ts'

/** A block of 1,000 or 10,000 that leads somewhere as a whole. */
export interface LedBlock {
  readonly size: 1000 | 10_000
  readonly destination: CallDestination
}

/**
 * Where a tenant's numbers lead that has large blocks leading somewhere as a whole, by E.164 number: those numbers cost nothing. What a number has of its own comes
 * first.
 */
export class LedNumbers implements ReadonlyMap<string, CallDestination> {
  readonly rows: ReadonlyMap<string, CallDestination>
  /** By first number. */
  readonly blocks: ReadonlyMap<string, LedBlock>

  constructor(rows: ReadonlyMap<string, CallDestination>, blocks: ReadonlyMap<string, LedBlock>) {
    this.rows = rows
    this.blocks = blocks
  }

  get size(): number {
    let size = 0
    for (const block of this.blocks.values()) size += block.size
    for (const e164 of this.rows.keys()) if (blockOf(e164, this.blocks) === undefined) size++
    return size
  }

  has(e164: string): boolean {
    return this.get(e164) !== undefined
  }

  get(e164: string): CallDestination | undefined {
    return this.rows.get(e164) ?? blockOf(e164, this.blocks)?.destination
  }

  *entries(): Generator<[string, CallDestination], undefined> {
    yield* this.rows
    for (const [first, { size, destination }] of this.blocks)
      for (const e164 of numbersOfBlock(first, size)) if (!this.rows.has(e164)) yield [e164, destination]
  }

  *keys(): Generator<string, undefined> {
    for (const [e164] of this.entries()) yield e164
  }

  *values(): Generator<CallDestination, undefined> {
    for (const [, destination] of this.entries()) yield destination
  }

  [Symbol.iterator](): Generator<[string, CallDestination], undefined> {
    return this.entries()
  }

  forEach(act: (value: CallDestination, key: string, map: ReadonlyMap<string, CallDestination>) => void): void {
    for (const [e164, destination] of this) act(destination, e164, this)
  }
}
