/**
 * Every key of a profile is read by somebody: what is only validated would promise what nobody keeps. Whoever adds a key names the file that reads it; one that
 * nobody reads is refused instead (`gone-keys.ts`).
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { z } from 'zod'
import { GONE_KEYS } from './gone-keys.ts'
import { profileFile } from './profile-file.ts'

const BILLING = 'billing/src/'
const RULES = `${BILLING}contracts/changes/conditions.ts`
const CHARGES = `${BILLING}contracts/charges/`
const ENDS = `${BILLING}contracts/terms/`
const RATING = 'rating/src/'
const READING = `${RATING}tariff/read-tariff.ts`
const PROMISED = `${BILLING}orders/promised.ts`

/** Under a key, which file reads what. */
const READERS: readonly (readonly [under: string, file: string, keys: string])[] = [
  ['', `${BILLING}catalogue/views.ts`, 'title about'],
  ['', `${BILLING}catalogue/store.ts`, 'profile validFrom'],
  ['', `${BILLING}catalogue/contradictions.ts`, 'currency'],
  // Each of its fields has a row in packages/trunks/src/emergency/precedence-complete.test.ts.
  ['', `${BILLING}contracts/apply-settings.ts`, 'settings'],
  ['rounding', `${BILLING}invoices/terms.ts`, 'mode'],
  ['counting.*', `${CHARGES}whole-month.ts`, 'rule moreThanDays'],
  ['counting.*', `${CHARGES}recurring.ts`, 'due'],
  ['items', `${BILLING}catalogue/views.ts`, 'id title'],
  ['items', RULES, 'minimum maximum follows excludes'],
  ['items', `${BILLING}orders/order-contract.ts`, 'begins'],
  ['items', `${ENDS}earliest-end.ts`, 'kind'],
  ['items', `${CHARGES}unit-prices.ts`, 'price'],
  ['items', `${CHARGES}once.ts`, 'setUp'],
  ['items', `${CHARGES}recurring.ts`, 'counting quantityFrom counts'],
  ['items', `${CHARGES}charge-line.ts`, 'vat'],
  ['items.volume', `${CHARGES}unit-prices.ts`, 'applies'],
  ['items.volume.steps', `${CHARGES}unit-prices.ts`, 'from price'],
  ['items.quota', `${CHARGES}uses.ts`, 'item quantity'],
  ['items.sizes', RULES, 'single from step'],
  ['items.requires', RULES, 'item quantity'],
  ['items.flat', `${BILLING}catalogue/flat-faults.ts`, 'covers countries forwarding voiceOnly'],
  ['items.flat.fairUseMinutes', `${BILLING}catalogue/flat-faults.ts`, 'fixed mobile'],
  ['terms', `${BILLING}contracts/changes/begin.ts`, 'termMonths'],
  ['terms.layers', `${ENDS}earliest-end.ts`, 'name'],
  ['terms.layers', `${BILLING}orders/order-paper.ts`, 'title'],
  ['terms.layers.contract', `${ENDS}earliest-end.ts`, 'to renewalMonths'],
  ['terms.layers.contract.notice', `${ENDS}term-end.ts`, 'days weeks months'],
  ['terms.layers.items', `${ENDS}earliest-end.ts`, 'kinds items to renewalMonths'],
  ['terms.layers.items.notice', `${ENDS}term-end.ts`, 'days weeks months'],
  ['terms.increase', `${BILLING}contracts/changes/raise.ts`, 'firstAfterMonths restartMonths whenRemainingMonths'],
  ['priceChange', `${BILLING}catalogue/price-changes/routes.ts`, 'name'],
  ['priceChange', `${BILLING}catalogue/views.ts`, 'title'],
  ['priceChange', `${BILLING}catalogue/price-changes/rules.ts`, 'from'],
  ['priceChange.notice', `${ENDS}term-end.ts`, 'days weeks months'],
  ['tariff', READING, 'currency timeZone priceAt free holidays longestSeconds'],
  ['tariff.rounding', `${BILLING}rated-calls/call-charges.ts`, 'where mode'],
  ['tariff.increment', READING, 'firstSeconds thenSeconds'],
  ['tariff.periods', `${RATING}time/week.ts`, 'days from until'],
  ['tariff.periods', READING, 'name'],
  ['tariff.zones', READING, 'id name kind country statement'],
  ['tariff.zones.prices', READING, 'perMinute setUp minimum periods origins media callers'],
  ['tariff.zones.prices.increment', READING, 'firstSeconds thenSeconds'],
  ['tariff.prefixes', READING, 'prefix zone'],
  ['tariff.bundles', READING, 'id name origins media seconds of leastSeats allSeats exceptPrefixes'],
  ['tariff.bundles', `${RATING}tariff/covers-zone.ts`, 'zones kinds countries'],
  ['tariff.bundles', `${BILLING}rated-calls/contract-tariffs.ts`, 'item'],
  [
    'itemisedBill',
    `${BILLING}itemised-bills/rule.ts`,
    'choices fullNeedsDeclaration cutNeedsDeclaration chargeableOnly deletedAfterMonths',
  ],
  ['itemisedBill', `${BILLING}itemised-bills/bill-routes.ts`, 'counsellingLines'],
  ['vat.rates', `${BILLING}invoices/vat.ts`, 'tax from permille'],
  ['invoice', `${BILLING}orders/recipient.ts`, 'delivery'],
  ['invoice', `${BILLING}invoices/compose.ts`, 'paymentDays objectionWeeks paperFee splitBySite splitFee'],
  ['invoice.dunning', `${BILLING}invoices/dunning/next-level.ts`, 'afterDays fee payWithinDays'],
  ['payments', `${BILLING}payments/mandates/routes.ts`, 'refundNoteWeeks'],
  ['payments.prepaid', `${BILLING}prepaid/refund-months.ts`, 'refundWithinMonths'],
  ['fees', `${BILLING}contracts/event-fees.ts`, 'clipValidation minorChange'],
  ['porting', 'accounts/src/porting/form.ts', 'oldContract'],
  ['porting', 'accounts/src/porting/make-step.ts', 'outgoingRefusedUntilPaid outgoingItem incomingItem'],
  ['directoryEntry', 'accounts/src/directory-entries/routes.ts', 'offered'],
  ['directoryEntry', 'accounts/src/directory-entries/proposal.ts', 'standard'],
  ['orders', `${BILLING}orders/order-faults.ts`, 'minimumExtensions minimumChannels wishDays'],
  ['orders', `${BILLING}orders/order-terms.ts`, 'asks creditCheck'],
  ['orders', `${BILLING}orders/order-paper.ts`, 'releaseForms'],
  ['payments', `${BILLING}orders/payment-faults.ts`, 'methods'],
  [
    'orders.installation',
    `${BILLING}orders/installation.ts`,
    'name title item per groups forwardings faxToMail softClients briefingMinutes',
  ],
  ['orders.readyForBilling', `${BILLING}orders/readiness.ts`, 'latestWorkingDay'],
  ['orders.provisions', `${BILLING}orders/tasks.ts`, 'item makes userPackage size product'],
  ['orders.provisions', `${BILLING}orders/ordered.ts`, 'each'],
  ['orders.provisions', `${BILLING}orders/totals.ts`, 'gigabytes'],
  ['retention', 'accounts/src/retention/retention-profile.ts', 'callListDays trafficData billingDataMonthsAfterDispatch'],
  ['serviceLevel', PROMISED, 'faultReports sites failover'],
  ['serviceLevel.serviceHours', PROMISED, 'days from to'],
  ['serviceLevel.tickets', PROMISED, 'chargeable'],
  ['serviceLevel.backup', PROMISED, 'from to'],
  ['serviceLevel.redundancy', PROMISED, 'addressesEachSide'],
  ['network', PROMISED, 'lossPercent latencyMs endToEndMs jitterMs maxNats lanMbit ownVoiceLanAboveHardwarePhones'],
  ['network', PROMISED, 'kbitPerCall videoKbit g711Kbit g729Kbit'],
  ['network.lan', PROMISED, 'frameLossPercent latencyMs jitterMs'],
  ['network.lan.mos', PROMISED, 'from to'],
  ['network.wan', PROMISED, 'lossPercent latencyMs jitterMs burstSeconds kbitPerExtension'],
]

/** Nobody reads these, and why that is right. */
const UNREAD: Readonly<Record<string, string>> = {
  'items.flat.geographicOnly': 'says what the price list says; the kinds of zones stand in tariff.bundles',
  'orders.readyForBilling.from': 'has one value, which says in the file what latestWorkingDay counts from',
}

const readers = READERS.flatMap(([under, file, keys]) =>
  keys.split(' ').map((key) => ({ path: under === '' ? key : `${under}.${key}`, key, file })),
)

test('every key of a profile is read by the file that is named for it', () => {
  const wanted = leavesOf(profileFile).filter((path) => !(path in UNREAD))
  assert.deepEqual(readers.map(({ path }) => path).toSorted(), [...new Set(wanted)].toSorted())
})

for (const file of new Set(readers.map((reader) => reader.file)))
  test(`packages/${file} names the keys that it is said to read`, () => {
    const source = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
    const absent = readers.filter((reader) => reader.file === file && !new RegExp(`\\b${reader.key}\\b`).test(source))
    assert.deepEqual(
      absent.map(({ path }) => path),
      [],
    )
  })

test('what is gone is no key any more, and keys that nobody reads are few', () => {
  const all = new Set(leavesOf(profileFile))
  assert.deepEqual(
    [...GONE_KEYS.keys()].filter((path) => all.has(path)),
    [],
  )
  for (const path of Object.keys(UNREAD)) assert.ok(all.has(path), path)
})

/** Paths to the keys that hold values, without indices; texts in two languages and settings are one value each. */
function leavesOf(schema: z.core.$ZodType, path = ''): readonly string[] {
  const { def } = schema._zod as { readonly def: z.core.$ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return leavesOf(def.innerType, path)
    case 'pipe':
      return leavesOf(def.in, path)
    case 'array':
      return leavesOf(def.element, path)
    case 'record':
      return leavesOf(def.valueType, `${path}.*`)
    case 'union': {
      const found = def.options.flatMap((option) => leavesOf(option, path))
      return found.every((each) => each === path) ? [path] : found
    }
    case 'object': {
      const keys = Object.keys(def.shape)
      if (path === 'settings' || keys.toSorted().join(' ') === 'de en') return [path]
      return keys.flatMap((key) => leavesOf(def.shape[key] ?? schema, path === '' ? key : `${path}.${key}`))
    }
    default:
      return [path]
  }
}
