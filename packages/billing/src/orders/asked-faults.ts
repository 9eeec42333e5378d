import type { InvalidRequest } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import type { NewOrder } from './order-form.ts'
import { asksFor, NO_TERMS, type OrderQuestion, type OrderTerms } from './order-terms.ts'
import { ordered } from './ordered.ts'
import { paymentOf } from './payment-faults.ts'

type FieldError = InvalidRequest['errors'][number]

interface Answer {
  readonly field: string
  readonly isGiven: (form: NewOrder, file: ProfileFile, terms: OrderTerms) => boolean
}

/** Which field answers a question of the form, and when it does. */
const ANSWERS: Readonly<Record<OrderQuestion, Answer>> = {
  extensions: { field: 'extensions', isGiven: ({ extensions }) => extensions.length > 0 },
  queues: { field: 'items', isGiven: (form, _, terms) => ordered(form, terms, 'queues') > 0 },
  groups: { field: 'items', isGiven: (form, _, terms) => ordered(form, terms, 'groups') > 0 },
  rooms: { field: 'items', isGiven: (form, _, terms) => ordered(form, terms, 'rooms') > 0 },
  flat: { field: 'items', isGiven: ({ items }, file) => items.some(({ item }) => isFlat(file, item)) },
  'directory-entry': { field: 'directoryEntry', isGiven: ({ directoryEntry }) => directoryEntry },
  'itemised-bill': { field: 'itemisedBill', isGiven: ({ itemisedBill }) => itemisedBill !== 'none' },
  'marketing-consent': { field: 'consents/marketing', isGiven: ({ consents }) => consents.marketing },
  sepa: { field: 'payment', isGiven: (form, file) => paymentOf(form, file) === 'direct-debit' && form.payment !== undefined },
  'credit-check': { field: 'consents/creditCheck', isGiven: ({ consents }) => consents.creditCheck },
  signature: { field: 'signature', isGiven: ({ signature }) => signature !== null },
}

/** What an order answers although its product does not ask for it (`orders.asks`): nobody would carry it out (ORD-01). */
export function askedFaults(form: NewOrder, file: ProfileFile): readonly FieldError[] {
  const terms = file.orders ?? NO_TERMS
  const { asks = [] } = terms
  return Object.entries(ANSWERS).flatMap(([question, { field, isGiven }]) =>
    asksFor(terms, question as OrderQuestion) || !isGiven(form, file, terms)
      ? []
      : [
          {
            pointer: `/form/${field}`,
            detail: {
              en: `is not asked for by this product (${question}); it asks for: ${asks.join(', ')}`,
              de: `fragt dieses Produkt nicht ab (${question}); es fragt: ${asks.join(', ')}`,
            },
          },
        ],
  )
}

function isFlat({ items }: Pick<ProfileFile, 'items'>, wanted: string): boolean {
  return items.some(({ id, kind }) => id === wanted && kind === 'flat')
}
