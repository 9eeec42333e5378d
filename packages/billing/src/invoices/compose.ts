import type { Text } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { InvoiceContent } from './invoice.ts'
import type { ChargeLine } from './line.ts'
import type { IssuerDetails, RecipientDetails } from './party.ts'
import type { Period } from './period.ts'
import type { InvoicingTerms } from './terms.ts'
import { summed } from './totals.ts'
import { vatOn } from './vat.ts'

/** A customer as a run meets it. */
export interface BilledCustomer {
  readonly issuer: IssuerDetails
  readonly recipient: RecipientDetails
  readonly terms: InvoicingTerms
  /** Names of sites by their ids. */
  readonly sites: ReadonlyMap<string, string>
}

const PAPER: Text = { de: 'Rechnung auf Papier', en: 'Invoice on paper' }
const SPLIT: Text = { de: 'Rechnung je Standort', en: 'Invoice by site' }

/** What every invoice is in. */
const BILLED_IN = 'EUR'

/**
 * The invoices of a customer's month: one, or one for each site. None where nothing is owed; a credit note where the customer gets money. Throws `RangeError`
 * for a charge in another currency than euros.
 */
export function composed(customer: BilledCustomer, period: Period, charges: readonly ChargeLine[]): readonly InvoiceContent[] {
  const { recipient, terms } = customer
  const foreign = charges.find(({ currency }) => currency !== BILLED_IN)
  if (foreign !== undefined) throw new RangeError(`"${foreign.text.en}" is in ${foreign.currency}, and invoices are in ${BILLED_IN}.`)
  if (!recipient.splitBySite || !terms.splitBySite) return charges.length === 0 ? [] : [content(customer, period, null, charges)]
  const bySite = Map.groupBy(charges, ({ siteId }) => siteId)
  return [...bySite]
    .toSorted(
      ([one], [other]) => nameOf(customer, one).localeCompare(nameOf(customer, other), 'de') || (one ?? '').localeCompare(other ?? ''),
    )
    .map(([siteId, lines]) => content(customer, period, siteId, lines))
}

function content(customer: BilledCustomer, period: Period, siteId: string | null, charges: readonly ChargeLine[]): InvoiceContent {
  const { issuer, recipient, terms } = customer
  const lines = [...charges, ...feesOf(customer, period, siteId)].map((line) => ({
    ...line,
    vat: vatOn(line.tax, line.service.until, recipient.treatment, terms.vatRates),
  }))
  const owed = summed(lines, terms.rounding)
  const isCredit = owed.totals.gross < 0n
  return {
    kind: isCredit ? 'credit-note' : 'invoice',
    ...{ language: recipient.language, currency: BILLED_IN, issuer, recipient, period },
    siteNames: namesOf(customer, charges),
    site: siteId === null ? null : { id: siteId, name: nameOf(customer, siteId) },
    ...(isCredit ? summed(lines.map(turned), terms.rounding) : owed),
    ...{ paymentDays: terms.paymentDays, objectionWeeks: terms.objectionWeeks, rounding: terms.rounding, corrects: null },
  }
}

/** The other way round: what was owed is given back. */
export function turned<Line extends ChargeLine>(line: Line): Line {
  return { ...line, quantity: -line.quantity, netMicros: -line.netMicros }
}

function namesOf(customer: BilledCustomer, lines: readonly ChargeLine[]): Readonly<Record<string, string>> {
  const ids = new Set(lines.flatMap(({ siteId }) => (siteId === null ? [] : [siteId])))
  return Object.fromEntries([...ids].toSorted().map((id) => [id, nameOf(customer, id)]))
}

function nameOf({ sites }: BilledCustomer, siteId: string | null): string {
  return siteId === null ? '' : (sites.get(siteId) ?? siteId)
}

function feesOf({ recipient, terms }: BilledCustomer, service: Period, siteId: string | null): readonly ChargeLine[] {
  const paper = recipient.delivery.includes('paper') ? [fee(PAPER, 'paper', terms.paperFee, service, siteId)] : []
  const split = siteId === null ? [] : [fee(SPLIT, 'split', terms.splitFee, service, siteId)]
  return [...paper, ...split].filter(({ netMicros }) => netMicros > 0n)
}

function fee(text: Text, reference: string, unitMicros: Micros, service: Period, siteId: string | null): ChargeLine {
  return {
    ...{ text, quantity: 1, unit: 'piece', unitMicros, netMicros: unitMicros, currency: BILLED_IN, tax: 'standard' },
    ...{ siteId, service, basis: { source: 'fee', reference } },
  }
}
