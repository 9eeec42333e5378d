import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** ITU-T E.164 §6.2: at most 15 digits after the `+`. */
export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a number such as +4922112345670')

/** NUM-01: singles, blocks of ten, blocks of a hundred. */
export const blockSize = z.union([z.literal(1), z.literal(10), z.literal(100)])

export type BlockSize = z.infer<typeof blockSize>

export const extensionNumber = z.string().regex(/^[1-9]\d{1,5}$/, 'must be an extension of 2 to 6 digits')

/**
 * The numbers of a block, in order. Throws `BlockMisaligned` when `first` does not end in as many zeros as the
 * block has digits of its own: a block is a number with all its last digits.
 */
export function numbersOfBlock(first: string, size: BlockSize): readonly string[] {
  const ownDigits = Math.log10(size)
  if (!first.endsWith('0'.repeat(ownDigits))) throw new BlockMisaligned(first, size)
  const stem = first.slice(0, first.length - ownDigits)
  return Array.from({ length: size }, (_, index) => stem + (ownDigits === 0 ? '' : String(index).padStart(ownDigits, '0')))
}

export class BlockMisaligned extends KlinkeError {
  constructor(first: string, size: number) {
    super('block-misaligned', `A block of ${size} begins with a number that ends in ${String(size).slice(1)}; ${first} does not.`)
  }
}

export class NumberTaken extends KlinkeError {
  constructor(numbers: readonly string[]) {
    super('number-taken', `Assigned already: ${numbers.join(', ')}. Give these numbers back first, or assign others.`)
  }
}

export class NumberInBlock extends KlinkeError {
  constructor(number: string, first: string) {
    super(
      'number-in-block',
      `${number} is part of a block and cannot be given back alone. Delete ${first}, the first number, to give back the whole block.`,
    )
  }
}

export class NoSuchTenant extends KlinkeError {
  constructor(tenantId: string) {
    super('no-such-tenant', `There is no tenant ${tenantId}. Create it first.`)
  }
}

export const numberProblems: ProblemTable = {
  'block-misaligned': { status: 422, title: { en: 'Not the beginning of a block', de: 'Kein Anfang eines Rufnummernblocks' } },
  'number-taken': { status: 409, title: { en: 'Number assigned already', de: 'Rufnummer bereits vergeben' } },
  'number-in-block': { status: 409, title: { en: 'Number is part of a block', de: 'Rufnummer gehört zu einem Block' } },
  'no-such-tenant': { status: 422, title: { en: 'No such tenant', de: 'Mandant gibt es nicht' } },
}
