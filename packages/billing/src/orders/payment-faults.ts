import type { InvalidRequest, Text } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import type { PAYMENT_METHODS } from '../payments/product-payments.ts'
import { type AccountFlaw, accountOf } from '../payments/sepa/account.ts'
import type { NewOrder } from './order-form.ts'
import type { WAYS_TO_PAY } from './order-terms.ts'

type FieldError = InvalidRequest['errors'][number]
export type WayToPay = (typeof WAYS_TO_PAY)[number]

const WAYS: Readonly<Record<(typeof PAYMENT_METHODS)[number], WayToPay>> = {
  sepa: 'direct-debit',
  transfer: 'transfer',
  prepaid: 'prepaid',
}

/** Ways that a product which says nothing has, the usual one first. */
const USUAL_WAYS: readonly WayToPay[] = ['transfer', 'direct-debit']

/** How customers of a product can pay (`payments.methods`), the usual way first. */
export function waysToPay({ payments }: Pick<ProfileFile, 'payments'>): readonly WayToPay[] {
  return payments?.methods.map((method) => WAYS[method]) ?? USUAL_WAYS
}

/** How the order is to be paid; one that does not say it by the account that it names, else by the usual way of its product. */
export function paymentOf({ payment, mandate }: Pick<NewOrder, 'payment' | 'mandate'>, file: Pick<ProfileFile, 'payments'>): WayToPay {
  return payment ?? (mandate === null ? waysToPay(file)[0] : 'direct-debit') ?? 'transfer'
}

/** What of an order's payment its product does not have (BIL-08, BIL-09). */
export function paymentFaults(form: Pick<NewOrder, 'payment' | 'mandate'>, file: Pick<ProfileFile, 'payments'>): readonly FieldError[] {
  const offered = waysToPay(file)
  if (offered.includes(paymentOf(form, file))) return mandateFaults(form)
  const pointer = form.payment === undefined ? '/form/mandate' : '/form/payment'
  return [
    {
      pointer,
      detail: {
        en: `is not offered by this product; possible: ${offered.join(', ')}`,
        de: `gibt es bei diesem Produkt nicht; möglich: ${offered.map((way) => WAY_WORDS[way].de).join(', ')}`,
      },
    },
  ]
}

export const WAY_WORDS: Readonly<Record<WayToPay, Text>> = {
  'direct-debit': { de: 'SEPA-Lastschrift', en: 'SEPA direct debit' },
  transfer: { de: 'Überweisung', en: 'Transfer' },
  prepaid: { de: 'Guthaben', en: 'Prepaid credit' },
}

const ACCOUNT_FLAWS: Readonly<Record<AccountFlaw, readonly [field: string, words: Text]>> = {
  'iban-invalid': ['iban', { en: 'is no IBAN', de: 'ist keine IBAN' }],
  'iban-outside-sepa': ['iban', { en: 'is of a country outside SEPA', de: 'gehört zu einem Land außerhalb von SEPA' }],
  'bic-invalid': ['bic', { en: 'is no BIC', de: 'ist kein BIC' }],
}

/** Of the account that is to be collected from. */
export function mandateFaults({ mandate, payment }: Pick<NewOrder, 'mandate' | 'payment'>): readonly FieldError[] {
  if (mandate === null) return []
  if (payment !== undefined && payment !== 'direct-debit')
    return [
      {
        pointer: '/form/mandate',
        detail: {
          en: `is for direct debits, and chosen is: ${WAY_WORDS[payment].en}`,
          de: `gehört zur Lastschrift, gewählt ist: ${WAY_WORDS[payment].de}`,
        },
      },
    ]
  const account = accountOf(mandate.iban, mandate.bic)
  if (account.ok) return []
  const [field, words] = ACCOUNT_FLAWS[account.error]
  return [{ pointer: `/form/mandate/${field}`, detail: words }]
}
