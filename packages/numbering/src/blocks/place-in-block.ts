import type { E164 } from '../e164/e164.ts'
import type { NumberBlock } from './block.ts'

/** Where a number lies by a block that has its stem. */
export type PlaceInBlock =
  /** A number of the block; `extension` is empty for a single number. */
  | { readonly place: 'inside'; readonly extension: string }
  /** The stem alone or with a shorter 0: the switchboard (`0221 123456-0` of a block 00–99). */
  | { readonly place: 'head' }
  /** A number of the block with more digits behind it than were assigned, which can be counted and charged (NUM-05). */
  | { readonly place: 'beyond'; readonly extension: string; readonly extraDigits: string }
  /** Behind the stem, outside the assigned range: [100–200] and 300. */
  | { readonly place: 'outside'; readonly extension: string }
  /** Behind the stem, with too few digits to be one of the block. */
  | { readonly place: 'incomplete'; readonly extension: string }

/** Where a number lies by a block; `undefined` for one with another stem. */
export function placeInBlock(number: E164, { stem, from, to }: NumberBlock): PlaceInBlock | undefined {
  if (!number.startsWith(stem)) return undefined
  const behind = number.slice(stem.length)
  const extension = behind.slice(0, from.length)
  if (extension.length < from.length) return extension === '' || extension === '0' ? { place: 'head' } : { place: 'incomplete', extension }
  if (extension < from || extension > to) return { place: 'outside', extension: behind }
  return behind.length === extension.length
    ? { place: 'inside', extension }
    : { place: 'beyond', extension, extraDigits: behind.slice(extension.length) }
}

/** True for the numbers of a block themselves, without its head number and without digits beyond. */
export function isInBlock(number: E164, block: NumberBlock): boolean {
  return placeInBlock(number, block)?.place === 'inside'
}
