import type { Language, Paper, PaperPart, Text } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import type { ContractTerms } from '../catalogue/terms.ts'
import type { ChargeLine } from '../contracts/charges/charge-line.ts'
import { dayWords, moneyWords } from '../contracts/charges/words.ts'
import type { IssuerDetails } from '../invoices/party.ts'
import { mandateWords } from '../payments/mandates/words.ts'
import { accountOf, groupedIban } from '../payments/sepa/account.ts'
import type { Creditor } from '../payments/sepa/direct-debit-file.ts'
import { variantOf } from './installation.ts'
import { STATE_WORDS } from './order.ts'
import type { NewOrder, OrderForm } from './order-form.ts'
import type { OrderPrice } from './order-price.ts'
import { asksFor, NO_TERMS, type OrderTerms } from './order-terms.ts'
import { PAPER_TEXTS, type PaperTexts } from './paper-texts.ts'
import { paymentOf, WAY_WORDS, waysToPay } from './payment-faults.ts'
import { promisedParts } from './promised.ts'
import { orderDay, type StoredOrder } from './store.ts'

export interface OrderPaperFacts {
  readonly order: StoredOrder
  readonly form: OrderForm
  readonly file: ProfileFile
  readonly price: OrderPrice
  /** Undefined: nobody has said who it is. */
  readonly issuer: IssuerDetails | undefined
  /** Who collects direct debits; undefined: nobody has said it. */
  readonly creditor: Pick<Creditor, 'name' | 'creditorId'> | undefined
  /** Name of the customer, where the order does not say it. */
  readonly customer: string
  readonly language: Language
}

/** What was ordered, whole, as it is signed and kept (ORD-01): all fields, prices once and each month, terms, choices, consents. */
export function orderPaper(facts: OrderPaperFacts): Paper {
  const { order, form, file, price, issuer, customer, language } = facts
  const words = PAPER_TEXTS[language]
  const day = (text: string) => dayWords(Temporal.PlainDate.from(text))[language]
  const recipient = form.kind === 'new' ? addressOf(form) : [customer]
  return {
    ...{ language, title: `${words.title} ${order.number}`, recipient, createdAt: order.createdAt },
    ...(issuer === undefined ? {} : { sender: [issuer.name, issuer.street, `${issuer.postalCode} ${issuer.city}`] }),
    reference: [
      { label: words.number, value: order.number },
      { label: words.received, value: dayWords(orderDay(order.createdAt))[language] },
      { label: words.state, value: STATE_WORDS[order.state][language] },
      ...(form.offerNumber === null ? [] : [{ label: words.offer, value: form.offerNumber }]),
    ],
    parts: [
      {
        kind: 'fields',
        fields: [
          { label: words.kind, value: words.kinds[form.kind] },
          { label: words.product, value: file.title[language] },
          { label: words.wish, value: day(form.wishDate) },
        ],
      },
      ...(form.kind === 'new' ? customerParts(form, words, day) : []),
      ...(form.kind === 'move' ? [place(words.movesTo, form.site, words)] : []),
      ...priceParts(price, words, language),
      ...(form.kind === 'new' ? choiceParts(form, file, words, day) : []),
      ...(form.kind === 'new' && paymentOf(form, file) === 'direct-debit' ? mandateParts(form, facts, words) : []),
      ...(form.kind === 'change' && form.cancel !== null ? [{ kind: 'text', text: words.notice } as const] : []),
      ...(form.kind === 'new' ? [...promisedParts(file, language), ...releaseParts(file.orders ?? NO_TERMS, words)] : []),
      { kind: 'heading', text: words.terms },
      { kind: 'text', text: termsText(file.terms, form.kind === 'new' ? form.termMonths : undefined, words, language) },
      ...(form.remark === '' ? [] : [{ kind: 'heading', text: words.remark } as const, { kind: 'text', text: form.remark } as const]),
      ...(form.signature === null
        ? [{ kind: 'signature', label: words.signature } as const]
        : [{ kind: 'fields', fields: [{ label: words.signed, value: `${form.signature.name}, ${day(form.signature.on)}` }] } as const]),
    ],
  }
}

function addressOf({ customer }: NewOrder): readonly string[] {
  const { company, addition, contact, street, houseNumber, postalCode, city } = customer
  return [company, addition, contact, `${street} ${houseNumber}`, `${postalCode} ${city}`].flatMap((line) => line ?? [])
}

function customerParts(form: NewOrder, words: PaperTexts, day: (text: string) => string): readonly PaperPart[] {
  const { customer, technicalContact, administrator, site, sipDomain, portings, ownTermination, extensions } = form
  const fields = [
    ...[
      ['phone', customer.phone],
      ['fax', customer.fax],
      ['email', customer.email],
      ['register', customer.register],
    ],
    ...[
      ['birthDate', customer.birthDate === null ? null : day(customer.birthDate)],
      ['vatId', customer.vatId],
      ['domain', sipDomain ?? null],
    ],
    ...[['administrator', `${administrator.name}, ${administrator.email}`]],
    [
      'technical',
      technicalContact === null
        ? null
        : [technicalContact.name, technicalContact.phone, technicalContact.email].flatMap((part) => part ?? []).join(', '),
    ],
  ] as const
  const shown = fields.flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [{ label: words.fields[key as keyof PaperTexts['fields']], value }],
  )
  return [
    { kind: 'fields', fields: shown },
    place(words.site, site, words),
    ...placesIn(form, words),
    ...(extensions.length === 0 ? [] : [namedExtensions(form, words)]),
    ...(portings.length === 0
      ? []
      : [
          { kind: 'heading', text: words.portings } as const,
          {
            kind: 'table',
            columns: [
              { title: words.portedNumber },
              { title: words.portedSize, align: 'right' },
              { title: words.portedCarrier },
              { title: words.portedDay },
            ],
            rows: portings.map(({ number, size, carrier, wishedFor }) => [number, String(size), carrier, day(wishedFor)]),
          } as const,
        ]),
    ...(ownTermination === null
      ? []
      : [{ kind: 'fields', fields: [{ label: words.ownTermination, value: day(ownTermination) }] } as const]),
  ]
}

/** Of trunks whose PBX is let in by its address (TRK-01). */
function placesIn({ items }: NewOrder, words: PaperTexts): readonly PaperPart[] {
  const shown = items.flatMap(({ places = [] }) => places.map(({ host, port }) => (port === null ? host : `${host} (${port})`)))
  return shown.length === 0 ? [] : [{ kind: 'fields', fields: [{ label: words.places, value: shown.join(', ') }] }]
}

function namedExtensions({ extensions }: NewOrder, words: PaperTexts): PaperPart {
  return {
    kind: 'table',
    columns: [{ title: words.extension }, { title: words.extensionName, width: 3 }],
    rows: extensions.map(({ number, name }) => [number, name]),
  }
}

function place(label: string, { name, areaCode, address }: NewOrder['site'], words: PaperTexts): PaperPart {
  const value = `${name}, ${address.street} ${address.houseNumber}, ${address.postalCode} ${address.city} (${words.areaCode} 0${areaCode})`
  return { kind: 'fields', fields: [{ label, value }] }
}

function priceParts(
  { monthly, once, monthlySum, onceSum, currency }: OrderPrice,
  words: PaperTexts,
  language: Language,
): readonly PaperPart[] {
  const money = (micros: bigint) => moneyWords(micros, currency)[language]
  const table = (lines: readonly ChargeLine[], title: string, sum: bigint): readonly PaperPart[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          {
            kind: 'table',
            columns: [
              { title: words.item, width: 4 },
              { title: words.quantity, align: 'right' },
              { title: words.unit, align: 'right', width: 2 },
              { title: words.amount, align: 'right', width: 2 },
            ],
            rows: [
              ...lines.map((line) => [line.title[language], String(line.quantity), money(line.unitPrice), money(line.micros)]),
              [words.sum, '', '', money(sum)],
            ],
          },
        ]
  return [...table(monthly, words.monthly, monthlySum), ...table(once, words.once, onceSum), { kind: 'text', text: words.net }]
}

function choiceParts(form: NewOrder, file: ProfileFile, words: PaperTexts, day: (text: string) => string): readonly PaperPart[] {
  const terms = file.orders ?? NO_TERMS
  const { consents, itemisedBill, directoryEntry, wishDate } = form
  const payment = paymentOf(form, file)
  const variant = variantOf(form, terms)
  const yesNo = (label: string, chosen: boolean): PaperPart => ({
    kind: 'choices',
    label,
    choices: [
      { text: words.yes, chosen },
      { text: words.no, chosen: !chosen },
    ],
  })
  return [
    ...(asksFor(terms, 'itemised-bill')
      ? [
          {
            kind: 'choices',
            label: words.itemisedBill,
            choices: (['full', 'last-three-cut', 'none'] as const).map((each) => ({
              text: words.itemisedBills[each],
              chosen: itemisedBill === each,
            })),
          } as const,
        ]
      : []),
    ...(asksFor(terms, 'directory-entry') ? [yesNo(words.directoryEntry, directoryEntry)] : []),
    ...(variant === undefined
      ? []
      : [
          {
            kind: 'fields',
            fields: [{ label: words.installation, value: installed(form, variant.title[words.language], words) }],
          } as const,
        ]),
    {
      kind: 'choices',
      label: words.payment,
      choices: waysToPay(file).map((each) => ({ text: WAY_WORDS[each][words.language], chosen: payment === each })),
    },
    ...(asksFor(terms, 'credit-check') ? [yesNo(words.creditCheck, consents.creditCheck)] : []),
    ...(asksFor(terms, 'marketing-consent') ? [yesNo(words.marketing, consents.marketing)] : []),
    ...(terms.readyForBilling === undefined
      ? [{ kind: 'text', text: words.beginsOn(day(wishDate)) } as const]
      : [{ kind: 'text', text: words.beginsReady(terms.readyForBilling.latestWorkingDay) } as const]),
  ]
}

/** `Komfort (3 Weiterleitungen)`. */
function installed({ needs, installationHours }: NewOrder, title: string, words: PaperTexts): string {
  const hours = installationHours === null ? [] : [words.hours(installationHours)]
  const counted = (Object.keys(words.needs) as (keyof typeof words.needs)[]).flatMap((key) =>
    needs[key] === 0 ? [] : [`${needs[key]} ${words.needs[key]}`],
  )
  const all = [...hours, ...counted].join(', ')
  return all === '' ? title : `${title} (${all})`
}

/** Signed by itself: that calls to numbers which others bill are let through, and who bills them (ORD-06, BIL-10). */
function releaseParts({ releaseForms = [] }: OrderTerms, words: PaperTexts): readonly PaperPart[] {
  return releaseForms.flatMap((form) => [
    { kind: 'heading', text: words.releases[form].title } as const,
    { kind: 'text', text: words.releases[form].text } as const,
    { kind: 'signature', label: words.signature } as const,
  ])
}

/** The mandate in the words of the scheme, signed with the order (BIL-08). */
function mandateParts(
  { mandate }: NewOrder,
  { creditor, file, language }: Pick<OrderPaperFacts, 'creditor' | 'file' | 'language'>,
  words: PaperTexts,
): readonly PaperPart[] {
  if (mandate === null || creditor === undefined) return [{ kind: 'text', text: words.mandateApart }]
  const account = accountOf(mandate.iban, mandate.bic)
  return [
    { kind: 'heading', text: words.mandate },
    {
      kind: 'fields',
      fields: [
        { label: words.creditorId, value: creditor.creditorId },
        { label: words.mandateReference, value: words.mandateReferenceLater },
        { label: words.accountHolder, value: mandate.accountHolder },
        { label: 'IBAN', value: account.ok ? groupedIban(account.value.iban) : mandate.iban },
      ],
    },
    { kind: 'text', text: mandateWords(creditor.name, file.payments?.refundNoteWeeks)[language] },
  ]
}

/** Each layer that says something of the contract, in its words. */
function termsText(
  { termMonths, layers }: ContractTerms,
  wanted: number | null | undefined,
  words: PaperTexts,
  language: Language,
): string {
  const months = wanted === undefined ? (termMonths?.[0] ?? null) : wanted
  const rules = layers.flatMap(({ title, contract }) =>
    contract === undefined ? [] : [`${title[language]}: ${ruleText(contract, words)}`],
  )
  return [months === null ? words.noTerm : words.term(months), ...rules].join('\n\n')
}

function ruleText({ notice, to, renewalMonths }: NonNullable<ContractTerms['layers'][number]['contract']>, words: PaperTexts): string {
  const { days, weeks, months } = notice
  const period = days !== undefined ? words.days(days) : weeks !== undefined ? words.weeks(weeks) : words.months(months ?? 0)
  return words.rule(period, words.ends[to], renewalMonths)
}

/** What a paper of an order is called when it is saved. */
export function paperName({ number }: Pick<StoredOrder, 'number'>, language: Language): string {
  const names: Text = { de: 'Bestellung', en: 'Order' }
  return `${names[language]}-${number}.pdf`
}
