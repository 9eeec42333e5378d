import { type E164, MAX_E164_DIGITS } from '../e164/e164.ts'

/**
 * A run of numbers of one length behind a stem: `0221-123456 [100–200]` has the stem +49221123456, from 100 to 200 (NUM-04). A single number
 * is a block without extensions (`from` and `to` empty).
 */
export interface NumberBlock {
  readonly stem: E164
  /** First and last extension, of the same length. */
  readonly from: string
  readonly to: string
}

export type BlockFault = 'not-digits' | 'lengths-differ' | 'backwards' | 'too-long' | 'too-large'

/** Numbers of the largest block that there is (TRK-03). */
export const MAX_BLOCK_NUMBERS = 10_000

/** Sizes in which blocks are ordered and have a login each (TRK-01, NUM-01). */
export const BLOCK_SIZES = [10, 100, 1_000, 10_000] as const
export type BlockSize = (typeof BLOCK_SIZES)[number]

/** Why a block cannot be; `undefined` for one that can. */
export function blockFault({ stem, from, to }: NumberBlock): BlockFault | undefined {
  if (!/^\+[1-9]\d+$/.test(stem) || !/^\d*$/.test(from + to)) return 'not-digits'
  if (from.length !== to.length) return 'lengths-differ'
  if (from > to) return 'backwards'
  if (stem.length - 1 + to.length > MAX_E164_DIGITS) return 'too-long'
  return sizeOf({ stem, from, to }) > MAX_BLOCK_NUMBERS ? 'too-large' : undefined
}

/** The block of a size behind a stem: of 100, 00 to 99. */
export function blockOfSize(stem: E164, size: BlockSize): NumberBlock {
  const digits = String(size).length - 1
  return { stem, from: '0'.repeat(digits), to: '9'.repeat(digits) }
}

export function singleNumber(number: E164): NumberBlock {
  return { stem: number, from: '', to: '' }
}

/** How many numbers a block has. */
export function sizeOf({ from, to }: NumberBlock): number {
  return Number(to) - Number(from) + 1
}

/** The number that stands for the whole block and reaches its switchboard: the stem with 0, as in `0221 123456-0`; of a single number, itself. */
export function headNumber({ stem, from }: NumberBlock): E164 {
  return from === '' ? stem : `${stem}0`
}

export function firstNumber({ stem, from }: NumberBlock): E164 {
  return `${stem}${from}`
}

export function lastNumber({ stem, to }: NumberBlock): E164 {
  return `${stem}${to}`
}
