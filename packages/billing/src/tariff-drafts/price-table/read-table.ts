import { failed, ok, type Result } from '@klinke/foundation'
import { type CellProblem, type Cells, type ReadRow, type RowProblem, withoutGuard } from '@klinke/platform'
import { MEDIA, ORIGINS, ZONE_KINDS } from '@klinke/rating'
import type { TariffDocument } from '../../rated-calls/tariff-file.ts'
import { LIST_SEPARATOR, type PrefixField, type PriceField } from './fields.ts'

type Zone = TariffDocument['zones'][number]
type Price = Zone['prices'][number]

/** Characters of an amount, of a prefix, of a name: as versions have them. */
const LONGEST_AMOUNT = 24
const LONGEST_PREFIX = 16
const LONGEST_NAME = 100
const MOST_PRICES = 100

/** A row of a table of prices; what it does not say of its zone stays as it is. */
export interface PriceRow {
  readonly zone: string
  readonly name: { readonly de: string | undefined; readonly en: string | undefined }
  readonly kind: Zone['kind'] | undefined
  readonly country: string | undefined
  readonly statement: Zone['statement']
  /** Undefined: the zone has no price. */
  readonly price: Price | undefined
}

const TEXTS = {
  'zone-invalid': {
    de: 'Die Kennung einer Zone besteht aus kleinen Buchstaben, Ziffern und Bindestrichen.',
    en: 'The id of a zone is small letters, digits and hyphens.',
  },
  'not-one-of': { de: 'Diesen Wert gibt es hier nicht.', en: 'There is no such value here.' },
  'increment-invalid': { de: 'Ein Takt steht da wie 60/60, in Sekunden.', en: 'An increment is written like 60/60, in seconds.' },
  'too-long': { de: 'Das ist zu lang.', en: 'This is too long.' },
  'zone-unnamed': {
    de: 'Die Zone ist neu: Sie braucht Namen in beiden Sprachen und eine Art.',
    en: 'The zone is new: it needs names in both languages and a kind.',
  },
  'too-many-prices': { de: `Eine Zone hat höchstens ${MOST_PRICES} Preise.`, en: `A zone has at most ${MOST_PRICES} prices.` },
  'prefix-invalid': { de: 'Eine Vorwahl hat höchstens 15 Ziffern nach einem Plus.', en: 'A prefix has at most 15 digits after a plus.' },
} as const

function problem<Field extends string>(code: keyof typeof TEXTS, field: Field): CellProblem<Field> {
  return { code, field, text: TEXTS[code] }
}

/** Reads a row. Amounts with comma or point are taken as they are: whether they can hold, the check of the draft tells. */
export function readPriceRow(guarded: Cells<PriceField>): Result<PriceRow, readonly CellProblem<PriceField>[]> {
  const problems: CellProblem<PriceField>[] = []
  const cell = (field: PriceField): string | undefined => (guarded[field] === undefined ? undefined : withoutGuard(guarded[field]))
  const wrong = (code: keyof typeof TEXTS, field: PriceField): undefined => {
    problems.push(problem(code, field))
    return undefined
  }
  const amount = (field: PriceField): string | undefined => {
    const text = cell(field)?.replace(',', '.')
    return text !== undefined && text.length > LONGEST_AMOUNT ? wrong('too-long', field) : text
  }
  const name = (field: 'de' | 'en'): string | undefined => {
    const text = cell(field)
    return text !== undefined && text.length > LONGEST_NAME ? wrong('too-long', field) : text
  }
  const list = (field: PriceField): readonly string[] | undefined =>
    cell(field)
      ?.split(LIST_SEPARATOR)
      .map((part) => part.trim())
  const some = <Value extends string>(field: PriceField, all: readonly Value[]): Value[] | undefined => {
    const values = list(field)?.map((value) => all.find((each) => each === value))
    const known = values?.filter((value) => value !== undefined)
    return known?.length === values?.length ? known : wrong('not-one-of', field)
  }
  const zone = cell('zone') ?? ''
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(zone)) wrong('zone-invalid', 'zone')
  const country = cell('country')
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) wrong('not-one-of', 'country')
  const written = cell('increment')
  const increment = incrementOf(written)
  if (written !== undefined && increment === undefined) wrong('increment-invalid', 'increment')
  const [perMinute, setUp, minimum] = [amount('perMinute'), amount('setUp'), amount('minimum')]
  const [origins, media] = [some('origins', ORIGINS), some('media', MEDIA)]
  const [periods, callers] = [list('periods'), list('callers')]
  const row = {
    ...{ zone, country, name: { de: name('de'), en: name('en') } },
    ...{ kind: some('kind', ZONE_KINDS)?.[0], statement: some('statement', ['invoice', 'separate'] as const)?.[0] },
    price: perMinute === undefined ? undefined : withoutAbsent({ perMinute, setUp, minimum, increment, periods, origins, media, callers }),
  }
  return problems.length > 0 ? failed(problems) : ok(row)
}

function incrementOf(text: string | undefined): Price['increment'] {
  const [, first, then] = /^(\d{1,5})\s*\/\s*(\d{1,5})$/.exec(text ?? '') ?? []
  return first === undefined ? undefined : { firstSeconds: Number(first), thenSeconds: Number(then) }
}

/** As documents have it: what is not said is not there. */
function withoutAbsent({ perMinute, ...rest }: { readonly perMinute: string } & Readonly<Record<string, unknown>>): Price {
  return { perMinute, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) }
}

/** The prices of the zones that the table names, in its order, in place of those that they had; zones that are new come last. Other zones stay. */
export function withPriceRows(
  document: TariffDocument,
  rows: readonly ReadRow<PriceRow>[],
): { readonly document: TariffDocument; readonly problems: readonly RowProblem[] } {
  const known = new Map(document.zones.map((zone) => [zone.id, zone]))
  const problems: RowProblem[] = []
  const changed = new Map<string, Zone>()
  for (const [id, own] of Map.groupBy(rows, ({ value }) => value.zone)) {
    const zone = zoneOf(known.get(id), own)
    const [first] = own
    if (zone !== undefined && zone.prices.length <= MOST_PRICES) changed.set(id, zone)
    else if (first !== undefined)
      problems.push({ ...problem(zone === undefined ? 'zone-unnamed' : 'too-many-prices', 'zone'), row: first.row, value: id })
  }
  const zones = [...document.zones.map((zone) => changed.get(zone.id) ?? zone), ...[...changed.values()].filter(({ id }) => !known.has(id))]
  return { document: { ...document, zones }, problems }
}

/** What the first of its rows says of the zone holds; undefined: it is new, and they do not say enough. */
function zoneOf(before: Zone | undefined, rows: readonly ReadRow<PriceRow>[]): Zone | undefined {
  const values = rows.map(({ value }) => value)
  const de = values.find(({ name }) => name.de !== undefined)?.name.de ?? before?.name.de
  const en = values.find(({ name }) => name.en !== undefined)?.name.en ?? before?.name.en
  const kind = values.find((row) => row.kind !== undefined)?.kind ?? before?.kind
  const country = values.find((row) => row.country !== undefined)?.country ?? before?.country
  const statement = values.find((row) => row.statement !== undefined)?.statement ?? before?.statement
  const id = values[0]?.zone
  if (id === undefined || de === undefined || en === undefined || kind === undefined) return undefined
  const prices = values.flatMap(({ price }) => (price === undefined ? [] : [price]))
  return { id, name: { de, en }, kind, ...(country !== undefined && { country }), ...(statement !== undefined && { statement }), prices }
}

/** Reads a row of a table of prefixes. Spaces are nobody's; whether the zone is there, and the prefix once, the check of the draft tells. */
export function readPrefixRow(
  guarded: Cells<PrefixField>,
): Result<TariffDocument['prefixes'][number], readonly CellProblem<PrefixField>[]> {
  const prefix = withoutGuard(guarded.prefix ?? '').replaceAll(' ', '')
  const zone = withoutGuard(guarded.zone ?? '')
  const international = prefix.startsWith('00') ? `+${prefix.slice(2)}` : prefix
  const isPrefix = international.length > 1 && international.length <= LONGEST_PREFIX
  const isZone = /^[a-z0-9][a-z0-9-]{0,59}$/.test(zone)
  if (isPrefix && isZone) return ok({ prefix: international, zone })
  return failed([
    ...(isPrefix ? [] : [problem('prefix-invalid', 'prefix' as const)]),
    ...(isZone ? [] : [problem('zone-invalid', 'zone' as const)]),
  ])
}
