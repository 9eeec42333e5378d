import { type ProfileFile, profileFile } from '../../catalogue/profile-file.ts'
import type { Day } from '../contract.ts'
import type { ContractDeed, ContractHistory } from '../events.ts'

export const day = (text: string): Day => Temporal.PlainDate.from(text)

export const BERLIN = 'Europe/Berlin'

/** Noon there. */
export function noonMs(date: string): number {
  return day(date).toZonedDateTime({ timeZone: BERLIN, plainTime: '12:00' }).epochMilliseconds
}

/** A history of deeds, each with the day on whose noon it was recorded. */
export function written(deeds: readonly (readonly [recordedOn: string, deed: ContractDeed])[]): ContractHistory {
  const events = deeds.map(([on, deed], index) => ({ ...deed, id: `e${index + 1}`, recordedAtMs: noonMs(on), recordedBy: 'test' }))
  return { id: 'contract', tenantId: 'tenant', profile: 'test', events }
}

export const begun = (begins: string, versionId = 'v1', termMonths?: number): ContractDeed => ({
  ...{ kind: 'begun', begins: day(begins), currency: 'EUR', versionId },
  ...(termMonths === undefined ? {} : { termMonths }),
})

export const added = (
  item: string,
  from: string,
  quantity: number,
  more: { readonly itemId?: string; readonly siteId?: string; readonly subject?: string; readonly versionId?: string } = {},
): ContractDeed => ({ kind: 'item-added', itemId: item, item, from: day(from), quantity, versionId: 'v1', ...more })

export const set = (itemId: string, from: string, quantity: number): ContractDeed => ({
  kind: 'quantity-set',
  itemId,
  from: day(from),
  quantity,
})

const text = (name: string) => ({ de: name, en: name })

/** A small profile of these items, with the counting rules of all five services. */
export function profileWith(items: readonly object[], more: object = {}): ProfileFile {
  return profileFile.parse({
    ...{ profile: 'test', title: text('Test'), validFrom: '2026-01-01', rounding: { mode: 'half-up' } },
    counting: {
      default: { rule: 'by-days', due: 'arrears' },
      advance: { rule: 'by-days', due: 'advance' },
      active: { rule: 'active-days', moreThanDays: 2, due: 'arrears' },
      maximum: { rule: 'month-maximum', due: 'arrears' },
      always: { rule: 'always', due: 'arrears' },
    },
    items: items.map((item) => ({ kind: 'product', title: text('id' in item ? String(item.id) : ''), ...item })),
    terms: { layers: [{ name: 'terms', title: text('Terms'), contract: { notice: { weeks: 4 }, to: 'any-day' } }] },
    priceChange: [{ name: 'terms', title: text('Terms'), notice: { weeks: 8 }, from: 'month-begin' }],
    ...more,
  })
}

export type Recorded = readonly [recordedOn: string, deed: ContractDeed]

/** So many of the item `x` since the first day of 2026. */
export const whole = (quantity: number): readonly Recorded[] => [
  ['2026-01-01', begun('2026-01-01')],
  ['2026-01-01', added('x', '2026-01-01', quantity)],
]

/** The same, and what was recorded on the day after. */
export const thereafter = (quantity: number, ...deeds: readonly ContractDeed[]): readonly Recorded[] => [
  ...whole(quantity),
  ...deeds.map((deed) => ['2026-01-02', deed] as const),
]
