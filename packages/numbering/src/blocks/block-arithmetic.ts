import { MAX_E164_DIGITS } from '../e164/e164.ts'
import type { NumberBlock } from './block.ts'

/**
 * True when a call could mean either block: they share a number, or a number of one is the beginning of a number of the other (0221 1234 and
 * 0221 123456: with digits one after the other nobody knows when to stop).
 */
export function overlap(one: NumberBlock, other: NumberBlock): boolean {
  const [a, b] = [span(one), span(other)]
  return a.low <= b.high && b.low <= a.high
}

/** True when all numbers of `part` are numbers of `whole`, or lie behind them. */
export function covers(whole: NumberBlock, part: NumberBlock): boolean {
  const [a, b] = [span(whole), span(part)]
  return a.low <= b.low && b.high <= a.high
}

/** A block as parts of `size` numbers, the last one smaller where they do not go up; not more than the block has numbers. */
export function splitBlock(block: NumberBlock, size: number): readonly NumberBlock[] {
  const step = Math.max(1, Math.floor(size))
  const parts: NumberBlock[] = []
  for (let first = Number(block.from); first <= Number(block.to); first += step) {
    parts.push(between(block, first, Math.min(first + step - 1, Number(block.to))))
  }
  return parts
}

/** What stays of a block when a part goes, as when numbers are ported away: nothing, one piece or two. */
export function withoutPart(block: NumberBlock, from: string, to: string): readonly NumberBlock[] {
  const [first, last] = [Number(block.from), Number(block.to)]
  const [goneFrom, goneTo] = [Math.max(first, Number(from)), Math.min(last, Number(to))]
  if (goneFrom > goneTo) return [block]
  const pieces = [
    [first, goneFrom - 1],
    [goneTo + 1, last],
  ] as const
  return pieces.filter(([from, to]) => from <= to).map(([from, to]) => between(block, from, to))
}

/** The fewest prefixes that begin the numbers of a block and no others, for tables by longest prefix: [100–209] is 1 and 20. */
export function prefixesOf({ stem, from, to }: NumberBlock): readonly string[] {
  const prefixes: string[] = []
  let at = Number(from)
  while (at <= Number(to)) {
    let step = 1
    while (step < 10 ** from.length && at % (step * 10) === 0 && at + step * 10 - 1 <= Number(to)) step *= 10
    prefixes.push(stem + padded(at, from).slice(0, from.length - String(step).length + 1))
    at += step
  }
  return prefixes
}

function between(block: NumberBlock, first: number, last: number): NumberBlock {
  return { stem: block.stem, from: padded(first, block.from), to: padded(last, block.to) }
}

function padded(extension: number, like: string): string {
  return like === '' ? '' : String(extension).padStart(like.length, '0')
}

/** First and last of all 15-digit strings that begin with a number of the block; below 2^53, so exact. */
function span({ stem, from, to }: NumberBlock): { readonly low: number; readonly high: number } {
  const digits = stem.slice(1)
  return { low: Number((digits + from).padEnd(MAX_E164_DIGITS, '0')), high: Number((digits + to).padEnd(MAX_E164_DIGITS, '9')) }
}
