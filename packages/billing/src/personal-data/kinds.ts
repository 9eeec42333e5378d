import {
  BOOK_YEARS,
  BY_CUSTOMER,
  type DataKind,
  DEFAULT_AGREEMENT_YEARS,
  DUTY,
  dayBegins,
  type Expiry,
  expiring,
  forget,
  germanToday,
  HOUSE,
  LETTER_YEARS,
  MANDATE_MONTHS,
  NOBODY,
  OPERATION,
  ofCustomer,
  removeRows,
  VOUCHER_YEARS,
  wholeYearsAgo,
  withCustomer,
} from '@klinke/accounts'
import type { BlobStore, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { LAPSES_AFTER_MONTHS } from '../payments/mandates/mandate.ts'
import { ratedCallKind } from '../rated-calls/kept-calls.ts'

type Files = Pick<BlobStore, 'remove'>

const BANK = { de: 'Die Bank; das Finanzamt bei einer Prüfung', en: 'The bank; the tax office in an audit' }

const TAX_OFFICE = { de: 'Das Finanzamt bei einer Prüfung', en: 'The tax office in an audit' }

/** Invoices at a time, whose files are removed before they are. */
const INVOICES_AT_A_TIME = 100

/** Invoices with all that belongs to them. Their files go first: what is left of a night that fails is a row without a file, for the next one. */
function invoiceKind(files: Files): DataKind {
  const remove: NonNullable<DataKind['remove']> = async (tx, { tenantId, nowMs }) => {
    const day = wholeYearsAgo(nowMs, VOUCHER_YEARS)
    await forget(tx)
    const { rows } = await sql<{ readonly id: string }>`
      SELECT id FROM invoice WHERE tenant_id = ${tenantId} AND issued_on < ${day.toString()}::date
        AND NOT EXISTS (SELECT FROM invoice AS younger WHERE younger.corrects_id = invoice.id AND younger.issued_on >= ${day.toString()}::date)
      ORDER BY corrects_id IS NULL, id LIMIT ${INVOICES_AT_A_TIME}`.execute(tx.tables())
    if (rows.length === 0) return undefined
    const those = sql`invoice_id = ANY(${rows.map(({ id }) => id)}::uuid[])`
    await removeFiles(tx, files, those)
    for (const table of ['invoice_delivery', 'invoice_objection', 'invoice_dunning', 'invoice_document', 'invoice_release', 'billed_calls'])
      await sql`DELETE FROM ${sql.table(table)} WHERE ${those}`.execute(tx.tables())
    await sql`DELETE FROM invoice WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`.execute(tx.tables())
    return { count: rows.length, olderThan: dayBegins(day) }
  }
  return {
    ...{ name: 'invoices', words: { de: 'Rechnungen und Mahnungen', en: 'Invoices and dunning' }, goes: 'by-night', remove },
    about: { purpose: DUTY, recipients: BANK, source: BY_CUSTOMER },
    rule: () => ({
      de: `${VOUCHER_YEARS} Jahre nach dem Ende des Jahres der Rechnung (§ 14b UStG, § 147 AO), auch wenn der Kunde gelöscht ist.`,
      en: `${VOUCHER_YEARS} years after the end of the year of the invoice (§ 14b UStG, § 147 AO), also when the customer is deleted.`,
    }),
    tables: [
      ...['invoice', 'invoice_document', 'invoice_objection', 'invoice_dunning', 'invoice_release', 'billed_calls'].map((name) => ({
        name,
      })),
      { name: 'invoice_delivery', email: ['address'] },
    ],
  }
}

async function removeFiles(tx: Tx, files: Files, those: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<{ readonly blob_key: string }>`SELECT blob_key FROM invoice_document WHERE ${those}`.execute(tx.tables())
  for (const { blob_key } of rows) await files.remove(blob_key)
}

const years = (table: string, column: string, count: number, also = sql``): Expiry => ({
  table,
  before: ({ nowMs }) => wholeYearsAgo(nowMs, count),
  rows: ({ tenantId }, _before, day) => sql`${ofCustomer(tenantId)} AND ${sql.ref(column)} < ${day}::date ${also}`,
})

/** What is entered in the books about an item goes with the item, once all of it is old enough. */
const ITEM_IS_OLD = sql`AND NOT EXISTS (SELECT FROM open_item AS item WHERE item.id = open_item_id
  AND item.amount_micros > coalesce((SELECT sum(amount_micros) FROM payment_entry AS entry WHERE entry.open_item_id = item.id), 0))`

const books = expiring(
  {
    ...{ name: 'books', words: { de: 'Forderungen, Zahlungen und Guthaben', en: 'Open items, payments and balances' }, purpose: DUTY },
    ...{ recipients: BANK, source: BY_CUSTOMER },
    tables: [
      ...['open_item', 'payment_entry', 'direct_debit', 'prepaid_account', 'prepaid_movement', 'prepaid_top_up', 'prepaid_watch'].map(
        (name) => ({ name }),
      ),
      { name: 'prepaid_mail', email: ['recipient'] },
      { name: 'price_mail', email: ['recipient'] },
      { name: 'sepa_batch', tenant: null },
      { name: 'invoice_run_customer' },
      { name: 'rerating_run_customer' },
    ],
  },
  () => ({
    de: `${BOOK_YEARS} Jahre nach dem Ende des Jahres der Buchung (§ 147 AO, § 257 HGB), auch wenn der Kunde gelöscht ist. Mails über Guthaben und Preise: bis zum Ende des folgenden Jahres.`,
    en: `${BOOK_YEARS} years after the end of the year of the entry (§ 147 AO, § 257 HGB), also when the customer is deleted. Mails about credit and prices: until the end of the following year.`,
  }),
  [
    years('direct_debit', 'due_on', BOOK_YEARS, ITEM_IS_OLD),
    years('payment_entry', 'booked_on', BOOK_YEARS, ITEM_IS_OLD),
    years(
      ...(['open_item', 'issued_on', BOOK_YEARS] as const),
      sql`AND NOT EXISTS (SELECT FROM direct_debit WHERE open_item_id = open_item.id)
        AND NOT EXISTS (SELECT FROM payment_entry WHERE open_item_id = open_item.id)`,
    ),
    years('prepaid_mail', 'created_at', 1),
    years('price_mail', 'created_at', 1),
    years('prepaid_movement', 'moved_at', BOOK_YEARS),
    years('prepaid_top_up', 'begun_at', BOOK_YEARS),
    years(
      ...(['prepaid_account', 'ended_on', BOOK_YEARS] as const),
      sql`AND NOT EXISTS (SELECT FROM prepaid_movement WHERE prepaid_movement.tenant_id = prepaid_account.tenant_id)`,
    ),
    {
      table: 'invoice_run_customer',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND EXISTS (
        SELECT FROM invoice_run WHERE invoice_run.id = run_id AND updated_at < ${before} AND state IN ('issued', 'undone'))`,
    },
    {
      table: 'rerating_run_customer',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND EXISTS (
        SELECT FROM rerating_run WHERE rerating_run.id = run_id AND updated_at < ${before} AND rerating_run.state NOT IN ('comparing', 'keeping'))`,
    },
    {
      table: 'sepa_batch',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, BOOK_YEARS),
      rows: ({ tenantId }, before) =>
        tenantId === HOUSE ? sql`made_at < ${before} AND NOT EXISTS (SELECT FROM direct_debit WHERE batch_id = sepa_batch.id)` : undefined,
    },
  ],
)

/** Entries of bank statements are vouchers; whose nobody knows goes with those of no customer. */
const bankEntries = expiring(
  {
    ...{ name: 'bank-entries', words: { de: 'Kontoauszüge', en: 'Bank statements' }, purpose: DUTY, recipients: BANK },
    source: { de: 'Die Bank', en: 'The bank' },
    tables: [{ name: 'bank_entry' }, { name: 'bank_file', tenant: null }],
  },
  () => ({
    de: `${VOUCHER_YEARS} Jahre nach dem Ende des Jahres der Buchung (§ 147 AO).`,
    en: `${VOUCHER_YEARS} years after the end of the year of the entry (§ 147 AO).`,
  }),
  [
    years('bank_entry', 'booked_on', VOUCHER_YEARS),
    {
      table: 'bank_file',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, VOUCHER_YEARS),
      rows: ({ tenantId }, before) =>
        tenantId === HOUSE
          ? sql`taken_at < ${before} AND NOT EXISTS (SELECT FROM bank_entry WHERE bank_file_id = bank_file.id)`
          : undefined,
    },
  ],
)

/** Mandates, with the signed copy. */
function mandateKind(files: Files): DataKind {
  const remove: NonNullable<DataKind['remove']> = async (tx, { tenantId, nowMs, isDeleted }) => {
    const today = germanToday(nowMs)
    const day = today.subtract({ months: MANDATE_MONTHS })
    const due = sql`tenant_id = ${tenantId} AND coalesce(last_used_on, signed_on) < ${day.toString()}::date
      AND (${isDeleted} OR state IN ('revoked', 'lapsed') OR kind = 'one-off' AND state = 'used'
        OR coalesce(last_used_on, signed_on) < ${today.subtract({ months: LAPSES_AFTER_MONTHS }).toString()}::date)
      AND NOT EXISTS (SELECT FROM direct_debit WHERE mandate_id = sepa_mandate.id AND direct_debit.state IN ('announced', 'batched'))`
    const { rows } = await sql<{ readonly document_key: string }>`
      SELECT document_key FROM sepa_mandate WHERE ${due} AND document_key IS NOT NULL`.execute(tx.tables())
    for (const { document_key } of rows) await files.remove(document_key)
    const count = await removeRows(tx, 'sepa_mandate', due)
    return count === 0 ? undefined : { count, olderThan: dayBegins(day) }
  }
  return {
    ...{ name: 'mandates', words: { de: 'SEPA-Mandate', en: 'SEPA mandates' }, goes: 'by-night', remove },
    about: { purpose: OPERATION, recipients: BANK, source: BY_CUSTOMER },
    rule: () => ({
      de: `${MANDATE_MONTHS} Monate nach dem letzten Einzug, wenn das Mandat beendet ist; ${LAPSES_AFTER_MONTHS} Monate ohne Einzug beenden es (§ 676b BGB, SEPA-Regelwerk).`,
      en: `${MANDATE_MONTHS} months after the last collection, once the mandate is over; ${LAPSES_AFTER_MONTHS} months without any end it (§ 676b BGB, SEPA rulebook).`,
    }),
    tables: [{ name: 'sepa_mandate' }],
  }
}

const contracts = withCustomer({
  ...{ name: 'contracts', words: { de: 'Verträge und Tarife', en: 'Contracts and tariffs' }, purpose: OPERATION },
  ...{ recipients: NOBODY, source: BY_CUSTOMER },
  tables: [
    ...[
      'contract',
      'contract_event',
      'customer_tariff',
      'price_change_notice',
      'tariff_notice',
      'invoice_recipient',
      'payer',
      'bundle_use',
      'service_credit',
      'rerating',
      'call_waiver',
      'followed_contract',
      'booked_limit',
      'unbilled_month',
      'itemised_bill_choice',
      'itemised_bill_declaration',
    ].map((name) => ({
      name,
    })),
    // Of some kinds the subject is an extension: by it the report about a person finds what was counted.
    { name: 'counted_use', extensionNumber: ['subject'] },
  ],
})

/** Contracts of customers that are gone: the database sets them apart when it deletes the customer (0422-kept-contracts.sql). */
const keptContracts: DataKind = {
  ...expiring(
    {
      ...{ name: 'kept-contracts', words: { de: 'Verträge gelöschter Kunden', en: 'Contracts of deleted customers' }, purpose: DUTY },
      ...{ recipients: TAX_OFFICE, source: BY_CUSTOMER },
      tables: [{ name: 'kept_contract' }],
    },
    () => ({
      de: `Verträge mit ihren Bestellungen ${LETTER_YEARS} Jahre nach dem Ende des Jahres, in dem sie endeten (§ 257 HGB, § 147 AO), auch wenn die Stammdaten früher gehen.`,
      en: `Contracts with their orders ${LETTER_YEARS} years after the end of the year in which they ended (§ 257 HGB, § 147 AO), also when master data goes before.`,
    }),
    [years('kept_contract', 'ended_on', LETTER_YEARS)],
  ),
  // Demo customers have agreed to nothing.
  setApart: async (tx, tenantId) => {
    const { rows } = await sql<{ readonly count: number }>`
      SELECT count(*)::integer AS count FROM contract JOIN tenant ON tenant.id = tenant_id WHERE tenant.id = ${tenantId} AND demo_until IS NULL`.execute(
      tx.tables(),
    )
    return rows[0]?.count ?? 0
  },
}

/** Processing agreements of customers that are gone: the database sets them apart, each with its own years (0457-kept-agreements.sql). Their papers go first. */
function keptAgreements(files: Files): DataKind {
  const remove: NonNullable<DataKind['remove']> = async (tx, { tenantId, nowMs }) => {
    await forget(tx)
    const { rows } = await sql<{ readonly id: string; readonly blob_key: string; readonly ended_on: string }>`
      SELECT id, blob_key, ended_on::text FROM kept_agreement
      WHERE tenant_id = ${tenantId} AND extract(year FROM ended_on) + keep_years < ${germanToday(nowMs).year}
      ORDER BY ended_on LIMIT ${INVOICES_AT_A_TIME}`.execute(tx.tables())
    const last = rows.at(-1)
    if (last === undefined) return undefined
    for (const { blob_key } of rows) await files.remove(blob_key)
    await sql`DELETE FROM kept_agreement WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`.execute(tx.tables())
    return { count: rows.length, olderThan: dayBegins(Temporal.PlainDate.from(last.ended_on).add({ days: 1 })) }
  }
  const words = { de: 'Verträge zur Auftragsverarbeitung gelöschter Kunden', en: 'Processing agreements of deleted customers' }
  return {
    ...{ name: 'kept-agreements', words, goes: 'by-night', remove },
    about: { purpose: DUTY, recipients: NOBODY, source: BY_CUSTOMER },
    rule: ({ agreementYears = DEFAULT_AGREEMENT_YEARS }) => ({
      de: `${agreementYears} Jahre nach dem Ende des Jahres, in dem der letzte Vertrag endete, als Nachweis der Weisungen (Art. 5 Abs. 2, Art. 28 DSGVO).`,
      en: `${agreementYears} years after the end of the year in which the last contract ended, as proof of the instructions (Art. 5 (2), Art. 28 GDPR).`,
    }),
    tables: [{ name: 'kept_agreement' }],
    // Demo customers have agreed to nothing.
    setApart: async (tx, tenantId) => {
      const { rows } = await sql<{ readonly count: number }>`
        SELECT count(*)::integer AS count FROM processing_agreement JOIN tenant ON tenant.id = tenant_id
        WHERE tenant.id = ${tenantId} AND demo_until IS NULL`.execute(tx.tables())
      return rows[0]?.count ?? 0
    },
  }
}

/** Orders lose their form with the customer (orders); those that never became one, and what is left of the others, go a year later. */
const orders = expiring(
  {
    ...{ name: 'orders', words: { de: 'Bestellungen', en: 'Orders' }, purpose: OPERATION, recipients: NOBODY, source: BY_CUSTOMER },
    tables: [
      ...['product_order', 'product_order_step', 'product_order_task'].map((name) => ({ name })),
      {
        ...{ name: 'product_order_mail', email: ['sent_to', 'address'] },
        tenant: '(SELECT product_order.tenant_id FROM product_order WHERE product_order.id = order_id)',
      },
    ],
  },
  () => ({
    de: 'Solange es den Kunden gibt; ohne Kunden bis zum Ende des folgenden Jahres.',
    en: 'As long as there is the customer; without one until the end of the following year.',
  }),
  [
    {
      table: 'product_order',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) =>
        tenantId === HOUSE
          ? sql`tenant_id IS NULL AND created_at < ${before} AND state NOT IN ('confirmed', 'provisioned', 'active')`
          : undefined,
    },
  ],
)

/** Kinds of personal data in the tables of billing. */
export function billingKinds(files: Files): readonly DataKind[] {
  return [
    ratedCallKind,
    invoiceKind(files),
    books,
    bankEntries,
    mandateKind(files),
    contracts,
    keptContracts,
    keptAgreements(files),
    orders,
  ]
}
