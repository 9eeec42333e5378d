import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { NUMBER_STATES } from './states.ts'

/** ITU-T E.164 §6.2: at most 15 digits after the `+`; and behind +49 never the 0 of "+49 (0)221", which no call would ever be for. */
export const e164 = z
  .string()
  .regex(
    /^\+(?!490)[1-9]\d{6,14}$/,
    inBoth({ en: 'must be a number such as +4922112345670', de: 'muss eine Rufnummer wie +4922112345670 sein' }),
  )

/** NUM-01, TRK-01: singles, and blocks of 10, 100, 1,000 and 10,000. */
export const blockSize = z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1000), z.literal(10_000)])

export type BlockSize = z.infer<typeof blockSize>

export const extensionNumber = z
  .string()
  .regex(/^[1-9]\d{1,5}$/, inBoth({ en: 'must be an extension of 2 to 6 digits', de: 'muss eine Nebenstelle mit 2 bis 6 Ziffern sein' }))

/** Whether only those numbers of the block have a row with which something is. */
export function isSparse(size: number): boolean {
  return size >= 1000
}

/** What is kept of a number or block beside who has it. */
export const rangeFacts = {
  state: z.enum(NUMBER_STATES).describe('Calls reach it while it is temporary, active or porting out'),
  due: z.iso.date().nullish().describe('Day on which the state is to end: of the porting, the temporary use, the quarantine'),
  siteId: z.uuid().nullish().describe('The site where it is, in whose Ortsnetz a geographic number must be; null: the main one'),
  upstreamCarrier: z.string().trim().min(1).max(100).nullish().describe('The carrier that it lies with (NUM-08)'),
  temporaryFor: e164
    .nullish()
    .describe('Of a temporary number: the one that it stands in for; both may stay (TRK-17)')
    .meta({ examples: [null] }),
  digitsBeyond: z
    .enum(['allowed', 'forbidden'])
    .optional()
    .describe('Whether calls with more digits than the block has reach its numbers; they are counted all the same (NUM-05)'),
  notes: z.string().trim().max(2000),
}

/** Throws `BlockMisaligned` when the block does not begin with `first`. */
export function assertAligned(first: string, size: BlockSize): void {
  if (!first.endsWith('0'.repeat(Math.log10(size)))) throw new BlockMisaligned(first, size)
}

/**
 * The numbers of a block, in order. Throws `BlockMisaligned` when `first` does not end in as many zeros as the
 * block has digits of its own: a block is a number with all its last digits.
 */
export function numbersOfBlock(first: string, size: BlockSize): readonly string[] {
  assertAligned(first, size)
  const ownDigits = Math.log10(size)
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
    super('number-taken', `Assigned already: ${numbers.join(', ')}. Give these numbers back first, or assign others.`, {
      german: `Schon vergeben: ${numbers.join(', ')}. Geben Sie diese zuerst zurück, oder nehmen Sie andere.`,
    })
  }
}

export class NumberInBlock extends KlinkeError {
  constructor(number: string, first: string) {
    super(
      'number-in-block',
      `${number} is part of a block and cannot be given back alone. Delete ${first}, the first number, to give back the whole block.`,
      {
        german: `${number} gehört zu einem Block und kann nicht allein zurückgegeben werden. Löschen Sie ${first}, die erste Nummer, um den ganzen Block zurückzugeben.`,
      },
    )
  }
}

/** NUM-02. */
export class ProofMissing extends KlinkeError {
  constructor(number: string, site: string | undefined) {
    super(
      'proof-missing',
      `${number} is a geographic number, and nothing proves that the customer ${site === undefined ? 'has a site there' : `is at the site "${site}"`}. Have it add a document first, such as an extract of the Handelsregister: POST /sites/{siteId}/proofs.`,
    )
  }
}

/** NUM-02. */
export class NoGeographicNumber extends KlinkeError {
  constructor(number: string) {
    super('no-geographic-number', `${number} is no geographic number. Orders get numbers of the Ortsnetz where their site is.`)
  }
}

/** NUM-03. */
export class NewSingle extends KlinkeError {
  constructor(number: string, rule: 'blocks-only' | 'singles-beside-blocks') {
    const mending = rule === 'blocks-only' ? 'Assign a block of ten or more' : 'Assign a block of ten or more first'
    super(
      'new-single-number',
      `${number} would be a new single number, and new numbers come in blocks. ${mending}, or say that it is \`ported\`.`,
    )
  }
}

/** TRK-17. */
export class TemporaryForNothing extends KlinkeError {
  constructor(number: string) {
    super(
      'temporary-for-nothing',
      `${number} is no number of this customer that another one could stand in for. Assign it first, as \`ordered\`.`,
    )
  }
}

export class NumberQuarantined extends KlinkeError {
  constructor(number: string, until: string) {
    super(
      'number-quarantined',
      `${number} is in quarantine until ${until} and goes to nobody else before. Change \`due\` if that is wrong: PATCH /number-ranges/{e164}.`,
    )
  }
}

export class NoSuchTenant extends KlinkeError {
  constructor(tenantId: string) {
    super('no-such-tenant', `There is no tenant ${tenantId}. Create it first.`)
  }
}

export const numberProblems: ProblemTable = {
  'block-misaligned': {
    status: 422,
    title: { en: 'Not the beginning of a block', de: 'Kein Anfang eines Rufnummernblocks' },
    germanDetail:
      'Ein Block beginnt mit einer Nummer, die auf so viele Nullen endet, wie er Stellen zählt: einer von 10 auf 0, einer von 100 auf 00.',
  },
  'number-taken': {
    status: 409,
    title: { en: 'Number assigned already', de: 'Rufnummer bereits vergeben' },
    germanDetail: 'Diese Rufnummern sind schon vergeben. Nehmen Sie andere, oder geben Sie diese zuerst zurück.',
  },
  'number-in-block': {
    status: 409,
    title: { en: 'Number is part of a block', de: 'Rufnummer gehört zu einem Block' },
    germanDetail: 'Diese Nummer gehört zu einem Block und kann nicht allein zurückgegeben werden. Löschen Sie die erste Nummer des Blocks.',
  },
  'no-such-tenant': {
    status: 422,
    title: { en: 'No such tenant', de: 'Mandant gibt es nicht' },
    germanDetail: 'Diesen Kunden gibt es nicht. Legen Sie ihn zuerst an.',
  },
  'number-state-impossible': {
    status: 409,
    title: { en: 'A number does not become that', de: 'Dieser Zustand ist nicht möglich' },
    germanDetail: 'Diesen Zustand kann die Rufnummer jetzt nicht annehmen.',
  },
  'number-quarantined': {
    status: 409,
    title: { en: 'Number in quarantine', de: 'Rufnummer in Quarantäne' },
    germanDetail: 'Diese Rufnummer ist noch in Quarantäne und kann nicht vergeben werden. Nehmen Sie eine andere.',
  },
  'proof-missing': {
    status: 422,
    title: { en: 'Proof of the location is missing', de: 'Standortnachweis fehlt' },
    germanDetail: 'Für Ortsrufnummern braucht der Standort einen Nachweis. Laden Sie ihn zuerst hoch.',
  },
  'no-geographic-number': {
    status: 422,
    title: { en: 'No geographic number', de: 'Keine Ortsrufnummer' },
    germanDetail: 'Das ist keine Ortsrufnummer. Bestellungen bekommen Rufnummern aus dem Ortsnetz ihres Standorts.',
  },
  'number-stock-taken': {
    status: 409,
    title: { en: 'The range is in the stock', de: 'Schon im Vorrat' },
    germanDetail: 'Im Vorrat gibt es diesen Bereich schon.',
  },
  'number-stock-empty': {
    status: 409,
    title: { en: 'The stock is empty', de: 'Vorrat erschöpft' },
    germanDetail: 'Im Vorrat ist nichts mehr frei. Nehmen Sie einen Bereich in den Vorrat auf.',
  },
  'new-single-number': {
    status: 422,
    title: { en: 'New numbers come in blocks', de: 'Neue Rufnummern nur als Block' },
    germanDetail: 'Neue Rufnummern gibt es nur in Blöcken. Nehmen Sie einen Block, oder sagen Sie, dass die Nummer portiert ist.',
  },
  'temporary-for-nothing': {
    status: 422,
    title: { en: 'Stands in for no number', de: 'Ersetzt keine Rufnummer' },
    germanDetail: 'Eine vorläufige Rufnummer ersetzt eine andere des Kunden. Nennen Sie diese.',
  },
}
