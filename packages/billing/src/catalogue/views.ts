import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../amounts.ts'
import { CHOICES, itemisedBillTermsOf } from '../itemised-bills/terms.ts'
import { asksFor, type Installation, NO_TERMS, ORDER_QUESTIONS, WAYS_TO_PAY } from '../orders/order-terms.ts'
import { waysToPay } from '../orders/payment-faults.ts'
import { placesOfItem } from '../orders/trunk-tasks.ts'
import type { ProfileVersion } from './catalogue.ts'
import { ITEM_KINDS, type ProductItem } from './item.ts'
import type { ProfileFile } from './profile-file.ts'
import { bilingual } from './schema-parts.ts'
import type { StoredVersion } from './store.ts'

export const profileId = z
  .string()
  .max(40)
  .describe('Name of the profile')
  .meta({ examples: ['example'] })

export const versionView = z.object({
  id: z.uuid(),
  number: z.int().describe('Of the profile, from 1'),
  validFrom: z.iso.date(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  isWithdrawn: z.boolean().describe('It was taken back before it held'),
})

const itemView = z.object({
  id: z.string(),
  kind: z.enum(ITEM_KINDS),
  title: bilingual,
  price: amountSchema,
  setUp: amountSchema.nullable(),
  volume: z
    .object({ applies: z.enum(['to-all', 'to-further']), steps: z.array(z.object({ from: z.int(), price: amountSchema })) })
    .nullable(),
  quota: z.array(z.object({ item: z.string(), quantity: z.int() })).describe('Units of other items that are included'),
  minimum: z.int().nullable(),
  maximum: z.int().nullable(),
  follows: z.string().nullable().describe('Booked for all of another item'),
  requires: z.object({ item: z.string(), quantity: z.int() }).nullable(),
  excludes: z.array(z.string()),
  begins: z.enum(['any-day', 'month']),
  places: z
    .enum(['may', 'must'])
    .nullable()
    .describe('Whether an order names the addresses by which the PBX is let in; null: it does not (TRK-01)'),
})

const limit = z.int().nullable().describe('Included at most; null: any')
const installationView = z.object({
  ...{ name: z.string(), title: bilingual },
  item: z.string().nullable().describe('Charged by its choice'),
  price: amountSchema.nullable().describe('null: nothing'),
  per: z.enum(['order', 'hour']),
  ...{ groups: limit, forwardings: limit, faxToMail: limit, softClients: limit, briefingMinutes: limit },
})

/** A profile as it is in lists. */
export const profileSummary = z.object({
  id: profileId,
  title: bilingual,
  about: bilingual.nullable(),
  current: versionView.nullable().describe('The version that is valid today; null: it begins later'),
  versions: z.int(),
  contracts: z.int().describe('Contracts that have it and have not ended'),
})

export const profileView = profileSummary.extend({
  items: z.array(itemView).describe('Of the current version, or of the first that will be'),
  terms: z.array(z.int()).describe('Terms that are sold, in months'),
  installation: z.array(installationView).describe('Variants that an order chooses from (ORD-05)'),
  readyForBilling: z
    .object({ latestWorkingDay: z.int() })
    .nullable()
    .describe(
      'The contract begins with the first use, at the latest that many working days after the hand-over; null: with the order (ORD-05)',
    ),
  payments: z.array(z.enum(WAYS_TO_PAY)).describe('Ways to pay that an order can have, the usual one first (BIL-08, BIL-09)'),
  itemisedBills: z.array(z.enum(CHOICES)).describe('Itemised bills that customers may choose (BIL-06)'),
  asks: z.array(z.enum(ORDER_QUESTIONS)).describe('What an order is asked for; anything else is refused (ORD-01)'),
  priceChangeRules: z.array(z.object({ name: z.string(), title: bilingual })),
  history: z.array(versionView).describe('All versions, the newest first'),
})

export function viewOfVersion({ id, number, validFrom, createdBy, createdAt, isWithdrawn }: StoredVersion): z.infer<typeof versionView> {
  return { id, number, validFrom: validFrom.toString(), createdBy, createdAt: createdAt.toISOString(), isWithdrawn }
}

export function viewOfItem(
  item: ProductItem,
  { currency, orders = NO_TERMS }: Pick<ProfileFile, 'currency' | 'orders'>,
): z.infer<typeof itemView> {
  const { id, kind, title, price, setUp, volume, quota = [], minimum, maximum, follows, requires, excludes = [], begins } = item
  const amount = (micros: bigint) => viewOfMicros(micros, currency)
  const places = placesOfItem(orders, id) ?? 'none'
  const steps = volume?.steps.map((step) => ({ from: step.from, price: amount(step.price) })) ?? []
  return {
    ...{ id, kind, title, begins, quota, excludes, price: amount(price) },
    setUp: setUp === undefined ? null : amount(setUp),
    volume: volume === undefined ? null : { applies: volume.applies, steps },
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    follows: follows ?? null,
    requires: requires ?? null,
    places: places === 'none' ? null : places,
  }
}

function viewOfInstallation(variant: Installation, { items, currency }: ProfileFile): z.infer<typeof installationView> {
  const { name, title, item = null, per, groups, forwardings, faxToMail, softClients, briefingMinutes } = variant
  const price = items.find(({ id }) => id === item)?.price
  return {
    ...{ name, title, item, per, price: price === undefined ? null : viewOfMicros(price, currency) },
    ...{ groups: groups ?? null, forwardings: forwardings ?? null, faxToMail: faxToMail ?? null, softClients: softClients ?? null },
    briefingMinutes: briefingMinutes ?? null,
  }
}

/** What a profile is today. */
export interface ProfileToday {
  readonly current: StoredVersion | undefined
  /** The current version, or the first that will be. */
  readonly shown: ProfileVersion
  readonly versions: readonly StoredVersion[]
  readonly contracts: number
}

export function viewOfSummary({ current, shown, versions, contracts }: ProfileToday): z.infer<typeof profileSummary> {
  const { file } = shown
  return {
    ...{ id: shown.profile, title: file.title, about: file.about ?? null, versions: versions.length, contracts },
    current: current === undefined ? null : viewOfVersion(current),
  }
}

export function viewOfProfile(today: ProfileToday): z.infer<typeof profileView> {
  const { file } = today.shown
  const latestWorkingDay = file.orders?.readyForBilling?.latestWorkingDay
  return {
    ...viewOfSummary(today),
    items: file.items.map((item) => viewOfItem(item, file)),
    terms: file.terms.termMonths ?? [],
    installation: (file.orders?.installation ?? []).map((variant) => viewOfInstallation(variant, file)),
    readyForBilling: latestWorkingDay === undefined ? null : { latestWorkingDay },
    payments: [...waysToPay(file)],
    itemisedBills: [...itemisedBillTermsOf(file).choices],
    asks: ORDER_QUESTIONS.filter((question) => asksFor(file.orders ?? NO_TERMS, question)),
    priceChangeRules: file.priceChange.map(({ name, title }) => ({ name, title })),
    history: today.versions.map(viewOfVersion),
  }
}
