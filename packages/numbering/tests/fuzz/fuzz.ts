import { below, type Random, seededRandom } from '@klinke/foundation'
import {
  areaCodeIn,
  type E164,
  emergencyNumber,
  formatNumber,
  isE164,
  mayBeCaller,
  numberFault,
  numberFromCarrier,
  numberKind,
  parseDialled,
  parsePublic,
  placeInBlock,
  readableNumber,
  readWritten,
  singleNumber,
} from '@klinke/numbering'

/** What numbers are made of, and what breaks readers of numbers. */
const PIECES = [
  ...'0123456789',
  ...[
    '+',
    '00',
    '+49',
    '0049',
    '(0)',
    '0221',
    '112',
    '110',
    '116117',
    '01033',
    '*31#',
    '#',
    '*',
    '-',
    '–',
    '/',
    ' ',
    '\u00a0',
    '\u202a',
    '.',
    '(',
    ')',
  ],
  ...['tel:', ';phone-context=+49221', ';ext=12', ';isub=', '[', ']', ' bis ', '…', 'Durchwahl', 'ext.', 'x', 'urn:service:sos', '.police'],
  ...['[100–200]', '%00', '\0', '\u{1f4de}', '١', '９', 'NaN', '1e9', '-1', '', '\n', 'ä', '@', '<', '>', ';', ','],
]
const MAX_PIECES = 30
const LONG = 5_000
const CONTEXT = { areaCode: '221', outsideLinePrefix: '9', isExtension: (number: string) => number === '10' }
const FORMATS = ['e164', 'international', 'national', 'local'] as const

/** Feeds the readers of numbers with rubbish; a property that does not hold throws. */
export class Fuzzer {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  step(): void {
    const text = this.#text()
    try {
      checkText(text)
    } catch (error) {
      throw new Error(`broken by ${JSON.stringify(text.slice(0, 200))}`, { cause: error })
    }
  }

  #text(): string {
    const pieces = Array.from({ length: below(this.#random, MAX_PIECES) }, () => PIECES[below(this.#random, PIECES.length)] ?? '')
    const text = pieces.join('')
    return below(this.#random, 200) === 0 ? text.repeat(1 + Math.floor(LONG / (text.length + 1))) : text
  }
}

function checkText(text: string): void {
  const dialled = parseDialled(text, CONTEXT)
  const written = readWritten(text, CONTEXT.areaCode)
  const fromCarrier = numberFromCarrier(text)
  const emergency = emergencyNumber(text, CONTEXT)
  must((emergency !== undefined) === (dialled.kind === 'emergency'), 'an emergency call is one for all who ask')
  for (const number of [
    dialled.kind === 'public' ? dialled.number : undefined,
    written.kind === 'number' ? written.number : undefined,
    fromCarrier,
  ]) {
    if (number !== undefined) checkNumber(number)
  }
  if (written.kind === 'block') must(written.block.from <= written.block.to, 'a block goes upwards')
  checkKind(`+${text}`)
}

function checkNumber(number: E164): void {
  must(isE164(number), `${number} is in international form`)
  for (const format of FORMATS) {
    const again = parsePublic(formatNumber(number, format, '221'), '221')
    // What begins as a short code or 110 when it is dialled inside the Ortsnetz is that; nobody has such a number.
    if (numberFault(number) === undefined && format !== 'local')
      must(again.kind !== 'public' || again.number === number, `${number} comes back from ${format}`)
  }
  must(readableNumber(number, 'international', 2).replace(/[ -]/g, '') === number, `${number} is read as written`)
  must(placeInBlock(number, singleNumber(number))?.place === 'inside', `${number} is in the block of itself`)
  checkKind(number)
}

function checkKind(number: E164): void {
  const { kind } = numberKind(number)
  if (kind === 'invalid') must(!/^\+\d+$/.test(number) || number === '+49', `${number} has a kind`)
  numberFault(number)
  mayBeCaller(number)
  must((areaCodeIn(number) === undefined) === (kind !== 'geographic'), 'an area code is a geographic number’s')
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}
