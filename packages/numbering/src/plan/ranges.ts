import { PrefixTable } from './prefix-table.ts'

/** What a range of the German numbering plan is for. The ranges of area codes are in `area-codes.data.ts`. */
export type RangeUse =
  | 'call-by-call'
  | 'directory'
  | 'emergency'
  | 'freephone'
  | 'innovative'
  | 'mass-traffic'
  | 'mobile'
  | 'national-subscriber'
  | 'online-service'
  | 'paging'
  | 'personal'
  | 'premium'
  | 'public-administration'
  | 'routing'
  | 'shared-cost'
  | 'social-value'
  | 'test'
  | 'unassigned'
  | 'user-group'

export interface NumberRange {
  /** First digits of the national number, or of a short code; without leading 0. */
  readonly prefix: string
  readonly use: RangeUse
  /** How many digits a national number has in this range, prefix included, without leading 0; empty when there are no numbers in it. */
  readonly lengths: readonly number[]
  /** How many of the first digits are the network's or the service's code, with which the number is written: `1511 1234567`. */
  readonly codeDigits: number
}

/** Most digits of a German number without country code: 15 by ITU-T E.164. Extensions of a PBX count among them. */
const MOST = 13

/** No numbers are in the range (any more); calls there still are what the range is for, so that a bar of it holds. */
const NONE: readonly number[] = []

/** A number of 10 or 11 digits may have a mailbox, with two more in its middle (0171 **13** 1234567). */
const MAILBOX_DIGITS = 2

function range(prefix: string, use: RangeUse, lengths: readonly number[] = NONE, codeDigits = prefix.length): NumberRange {
  return { prefix, use, lengths, codeDigits }
}

function mobile(prefix: string, lengths: readonly number[], codeDigits = prefix.length): NumberRange {
  return range(prefix, 'mobile', [...lengths, ...lengths.map((length) => length + MAILBOX_DIGITS)], codeDigits)
}

function upTo(shortest: number, longest: number): readonly number[] {
  return Array.from({ length: longest - shortest + 1 }, (_, index) => shortest + index)
}

/**
 * Bundesnetzagentur, "Nummernraum für die öffentliche Telekommunikation" and the Nummernplan of each kind. The longest prefix decides.
 * Freephone and service numbers may be dialled with more digits than were assigned, which their holder may use (Nachwahl).
 */
export const NUMBER_RANGES: readonly NumberRange[] = [
  range('1', 'unassigned'),
  range('10', 'call-by-call', upTo(6, MOST), 4),
  range('100', 'call-by-call', upTo(7, MOST), 5),
  range('110', 'emergency', [3]),
  range('112', 'emergency', [3]),
  range('115', 'public-administration', [3]),
  range('116', 'social-value', [6]),
  range('118', 'directory', [5]),
  range('1180', 'directory', [6], 3),
  range('12', 'innovative'),
  range('137', 'mass-traffic', [10], 4),
  range('1370', 'mass-traffic'),
  range('138', 'mass-traffic'),
  mobile('15', [11], 4),
  ...['150', '153', '154', '155', '156', '158'].map((prefix) => mobile(prefix, [11], 5)),
  ...['160', '162', '163'].map((prefix) => mobile(prefix, [10, 11])),
  range('164', 'paging', upTo(4, MOST)),
  range('168', 'paging', upTo(4, MOST)),
  range('169', 'paging', upTo(4, MOST)),
  ...['170', '171', '172', '173', '174', '175', '176', '177', '178', '179'].map((prefix) => mobile(prefix, [10, 11])),
  range('18', 'user-group', upTo(8, MOST), 3),
  range('180', 'shared-cost', upTo(10, MOST), 4),
  range('191', 'online-service', upTo(5, MOST)),
  range('192', 'online-service', upTo(5, MOST)),
  range('193', 'online-service', upTo(5, MOST)),
  range('194', 'online-service', upTo(5, MOST)),
  range('198', 'routing'),
  range('199', 'routing'),
  range('310', 'test', [3]),
  range('311', 'test', [3]),
  range('32', 'national-subscriber', upTo(11, MOST)),
  range('700', 'personal', [11]),
  range('800', 'freephone', upTo(10, MOST)),
  range('900', 'premium', NONE, 4),
  range('9001', 'premium', [10]),
  range('9003', 'premium', [10]),
  range('9005', 'premium', [10]),
  range('9009', 'premium', [11]),
]

const BY_PREFIX = new PrefixTable(NUMBER_RANGES.map((each) => [each.prefix, each] as const))

/** The range, other than one of an area code, in which a national number or short code is. */
export function rangeOf(national: string): NumberRange | undefined {
  return BY_PREFIX.longest(national)
}
