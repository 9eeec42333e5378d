import { nationalHolidays } from '@klinke/numbering'
import type { Text } from '@klinke/platform'
import { z } from 'zod'
import { civilDate } from '../catalogue/schema-parts.ts'
import {
  MAX_BUNDLES,
  MAX_LIST,
  MAX_PERIODS,
  type TariffDocument,
  tariffBundle,
  tariffId,
  tariffPeriod,
} from '../rated-calls/tariff-file.ts'
import { assertZone, wrong } from './wrong-edit.ts'

const periodName = tariffPeriod.shape.name
const FIRST_YEAR = 2020
const LAST_YEAR = 2099

/** Changes of what holds for all zones: times of the week, holidays, bundles. */
export const ruleEdits = [
  z.strictObject({
    kind: z.literal('set-period'),
    period: tariffPeriod.describe('New, or in place of the one of the same name'),
    was: periodName.optional().describe('Name of the one in whose place it comes; prices that name that one name this one afterwards'),
  }),
  z.strictObject({ kind: z.literal('remove-period'), period: periodName }),
  z.strictObject({
    kind: z.literal('set-holidays'),
    holidays: z.array(civilDate).max(MAX_LIST).describe('In place of those that are there'),
  }),
  z.strictObject({
    kind: z.literal('add-public-holidays'),
    year: z.int().min(FIRST_YEAR).max(LAST_YEAR).describe('Holidays of all sixteen Länder are added'),
  }),
  z.strictObject({
    kind: z.literal('set-bundle'),
    bundle: tariffBundle.describe('New, or in place of the one of the same id'),
    place: z
      .int()
      .min(0)
      .max(MAX_BUNDLES - 1)
      .optional()
      .describe('From 0, in the order in which bundles are used up; absent: where it is, a new one last'),
  }),
  z.strictObject({ kind: z.literal('remove-bundle'), bundle: tariffId }),
] as const

export type RuleEdit = z.output<(typeof ruleEdits)[number]>

/** The document after the change. Throws `InvalidRequest` for what names something that is not there, and for too many. */
export function withRule(document: TariffDocument, edit: RuleEdit, pointer: string): TariffDocument {
  switch (edit.kind) {
    case 'set-period':
      return withPeriod(document, edit, pointer)
    case 'remove-period': {
      assertPeriod(document, edit.period, `${pointer}/period`)
      return { ...document, periods: (document.periods ?? []).filter(({ name }) => name !== edit.period) }
    }
    case 'set-holidays':
      return withHolidays(document, edit.holidays, `${pointer}/holidays`)
    case 'add-public-holidays': {
      const added = nationalHolidays(edit.year).map(({ date }) => date)
      return withHolidays(document, [...(document.holidays ?? []), ...added], `${pointer}/year`)
    }
    case 'set-bundle':
      return withBundle(document, edit, pointer)
    case 'remove-bundle': {
      const left = (document.bundles ?? []).filter(({ id }) => id !== edit.bundle)
      if (left.length === (document.bundles ?? []).length) throw wrong(`${pointer}/bundle`, NO_BUNDLE(edit.bundle))
      return { ...document, bundles: left }
    }
  }
}

type Of<Kind extends RuleEdit['kind']> = Extract<RuleEdit, { readonly kind: Kind }>

/** What is there twice is there once afterwards. */
function withPeriod(document: TariffDocument, { period, was = period.name }: Of<'set-period'>, pointer: string): TariffDocument {
  const { periods = [], zones } = document
  if (was !== period.name) {
    assertPeriod(document, was, `${pointer}/was`)
    if (periods.some(({ name }) => name === period.name)) throw wrong(`${pointer}/period/name`, TAKEN(period.name))
  }
  const next = inPlace(periods, period, ({ name }) => name === was)
  if (next.length > MAX_PERIODS) throw wrong(`${pointer}/period`, TOO_MANY)
  if (was === period.name) return { ...document, periods: next }
  const renamed = (name: string): string => (name === was ? period.name : name)
  const changed = zones.map((zone) => ({
    ...zone,
    prices: zone.prices.map((price) => (price.periods === undefined ? price : { ...price, periods: price.periods.map(renamed) })),
  }))
  return { ...document, periods: next, zones: changed }
}

function withHolidays(document: TariffDocument, holidays: readonly string[], pointer: string): TariffDocument {
  const next = [...new Set(holidays)].toSorted()
  if (next.length > MAX_LIST) throw wrong(pointer, TOO_MANY)
  return { ...document, holidays: next }
}

function withBundle(document: TariffDocument, { bundle, place }: Of<'set-bundle'>, pointer: string): TariffDocument {
  for (const zone of bundle.zones ?? []) assertZone(document, zone, pointer, 'bundle/zones')
  const { bundles = [] } = document
  const isIt = ({ id }: { readonly id: string }): boolean => id === bundle.id
  const next = place === undefined ? inPlace(bundles, bundle, isIt) : bundles.filter((each) => !isIt(each)).toSpliced(place, 0, bundle)
  if (next.length > MAX_BUNDLES) throw wrong(`${pointer}/bundle`, TOO_MANY)
  return { ...document, bundles: next }
}

function inPlace<Item>(all: readonly Item[], item: Item, isIt: (each: Item) => boolean): Item[] {
  const at = all.findIndex(isIt)
  return at < 0 ? [...all, item] : all.flatMap((each, index) => (index === at ? [item] : isIt(each) ? [] : [each]))
}

function assertPeriod({ periods = [] }: TariffDocument, name: string, pointer: string): void {
  if (periods.some((each) => each.name === name)) return
  throw wrong(pointer, { en: `There is no period ${name}.`, de: `Den Zeitraum ${name} gibt es nicht.` })
}

const TOO_MANY: Text = {
  en: `A tariff has at most ${MAX_PERIODS} periods, ${MAX_LIST} holidays and ${MAX_BUNDLES} bundles.`,
  de: `Ein Tarif hat höchstens ${MAX_PERIODS} Zeiträume, ${MAX_LIST} Feiertage und ${MAX_BUNDLES} Pakete.`,
}
const NO_BUNDLE = (id: string): Text => ({ en: `There is no bundle ${id}.`, de: `Das Paket ${id} gibt es nicht.` })
const TAKEN = (name: string): Text => ({ en: `There is a period ${name} already.`, de: `Den Zeitraum ${name} gibt es schon.` })
