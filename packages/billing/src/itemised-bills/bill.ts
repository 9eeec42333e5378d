import type { Clock } from '@klinke/foundation'
import { type Database, NotFound, type Tx } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { operatorsToday } from '../catalogue/route-parts.ts'
import type { StoredInvoice } from '../invoices/invoice-store.ts'
import { objectionsOf } from '../invoices/objections/objection-store.ts'
import { findRecipient } from '../invoices/settings-store.ts'
import { monthsOfCalls } from '../rated-calls/line-reference.ts'
import type { TariffBooks } from '../rated-calls/tariff-books.ts'
import type { CallScope, Statement } from './call-scope.ts'
import { choicesOf, declarationsOf } from './choice-store.ts'
import { ItemisedBillGone, NoItemisedBill } from './problems.ts'
import { type BillRule, goneFrom, ruleOf } from './rule.ts'
import { type ItemisedBillTerms, itemisedBillTermsOf } from './terms.ts'

/** What itemised bills are made of. */
export interface BillGround {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly books: TariffBooks
  readonly clock: Pick<Clock, 'epochMs'>
}

/** What may be seen of the calls of an invoice. */
export interface ItemisedBill {
  readonly invoice: StoredInvoice
  /** First day of the month, ISO 8601. */
  readonly month: string
  readonly terms: ItemisedBillTerms
  readonly rule: BillRule
  /** First day on which it is gone; later while an objection is undecided (PRI-01). */
  readonly goneFrom: string
  readonly state: 'available' | 'none' | 'gone'
}

/** The rule for an invoice today. Throws `NotFound` for a draft and for what corrects an invoice: no calls stand there. */
export async function billOf({ database, catalogue, clock }: BillGround, invoice: StoredInvoice): Promise<ItemisedBill> {
  if (invoice.number === null || invoice.content.corrects !== null) throw new NotFound('itemised bill of invoice', invoice.id)
  const { tenantId, content } = invoice
  const terms = await termsOfProfile({ catalogue, clock }, content.recipient.profile)
  return database.withTenant(tenantId, async (tx) => {
    const objections = await objectionsOf(tx, invoice.id)
    const ground = {
      ...{ terms, choices: await choicesOf(tx, tenantId), isObjected: objections.length > 0 },
      declarations: (await declarationsOf(tx, tenantId)).map(({ declaredOn, revokedAt }) => ({
        declaredOn,
        isRevoked: revokedAt !== null,
      })),
    }
    const rule = ruleOf(content.period.from, ground)
    const gone = goneFrom(content.period.from, terms)
    const isGone = operatorsToday(clock).toString() >= gone && objections.every(({ outcome }) => outcome !== null)
    const state = isGone ? 'gone' : rule.shown === 'none' ? 'none' : 'available'
    return { invoice, month: content.period.from, terms, rule, goneFrom: gone, state }
  })
}

/** What the customer's product says of itemised bills today; the defaults where nobody has named one. */
export async function termsOfCustomer(ground: Omit<BillGround, 'books'>, tenantId: string): Promise<ItemisedBillTerms> {
  const recipient = await ground.database.withTenant(tenantId, (tx) => findRecipient(tx, tenantId))
  return recipient === undefined ? itemisedBillTermsOf(undefined) : termsOfProfile(ground, recipient.profile)
}

async function termsOfProfile({ catalogue, clock }: Pick<BillGround, 'catalogue' | 'clock'>, profile: string): Promise<ItemisedBillTerms> {
  return itemisedBillTermsOf((await catalogue.validOn(profile, operatorsToday(clock)))?.document)
}

/** Throws `NoItemisedBill` and `ItemisedBillGone`. */
export function assertAvailable({ state, goneFrom: day }: ItemisedBill): void {
  if (state === 'gone') throw new ItemisedBillGone(day)
  if (state === 'none') throw new NoItemisedBill()
}

/** Its calls, or those that somebody else bills (BIL-10). */
export async function scopeOf(tx: Tx, { invoice, month, rule }: ItemisedBill, statement: Statement): Promise<CallScope> {
  const { id: invoiceId, tenantId, content } = invoice
  const sites = content.site === null ? await sitesBilledAlone(tx, invoice) : undefined
  const site = content.site === null ? { except: sites ?? [] } : { only: content.site.id }
  return { tenantId, invoiceId, month, billedMonths: monthsOfCalls(content.lines), site, withFlat: rule.withFlat, statement }
}

/** Sites whose calls have an invoice of their own. */
async function sitesBilledAlone(tx: Tx, { tenantId, runId, content }: StoredInvoice): Promise<readonly string[]> {
  if (runId === null) return []
  const rows = await tx
    .tables<{ readonly invoice: { readonly tenant_id: string; readonly run_id: string | null; readonly site_id: string | null } }>()
    .selectFrom('invoice')
    .select('site_id')
    .where('tenant_id', '=', tenantId)
    .where('run_id', '=', runId)
    .execute()
  return content.recipient.splitBySite ? rows.flatMap(({ site_id: id }) => id ?? []) : []
}
