import type { Answer, Body } from '../../api/operation.ts'

export type Recipient = NonNullable<Answer<'GET /invoice-recipient'>['details']>
export type RecipientAnswer = Answer<'GET /invoice-recipient'>

/** What stands in the form: empty text for what is absent. */
export interface RecipientValues extends Record<(typeof TEXTS)[number], string> {
  readonly treatment: Recipient['treatment']
  readonly language: Recipient['language']
  readonly eInvoice: Recipient['eInvoice']
  readonly splitBySite: boolean
  readonly byMail: boolean
  readonly onPaper: boolean
}

const TEXTS = [
  'number',
  'company',
  'addition',
  'street',
  'postalCode',
  'city',
  'country',
  'vatId',
  'email',
  'buyerReference',
  'profile',
] as const

const EMPTY: RecipientValues = {
  ...{ number: '', company: '', addition: '', street: '', postalCode: '', city: '', country: 'DE', vatId: '', email: '' },
  ...{ buyerReference: '', profile: 'default', treatment: 'domestic', language: 'de', eInvoice: 'zugferd', splitBySite: false },
  ...{ byMail: true, onPaper: false },
}

export function valuesOf({ details }: RecipientAnswer): RecipientValues {
  if (details === null) return EMPTY
  const texts = Object.fromEntries(TEXTS.map((name) => [name, details[name] ?? '']))
  const { treatment, language, eInvoice, splitBySite, delivery } = details
  const choices = { treatment, language, eInvoice, splitBySite, byMail: delivery.includes('mail'), onPaper: delivery.includes('paper') }
  return { ...EMPTY, ...texts, ...choices }
}

/** What a customer may change by itself. */
export function customersFields(values: RecipientValues): Body<'PATCH /invoice-recipient'> {
  const { language, eInvoice, splitBySite, byMail, onPaper } = values
  const delivery = [...(byMail ? (['mail'] as const) : []), ...(onPaper ? (['paper'] as const) : [])]
  return { language, eInvoice, splitBySite, delivery, email: orNull(values.email), buyerReference: orNull(values.buyerReference) }
}

/** All of it, for the operator. */
export function allFields(values: RecipientValues): Body<'PATCH /invoice-recipient'> {
  const { number, company, street, postalCode, city, country, treatment, profile } = values
  return {
    ...customersFields(values),
    ...{ number, company, street, postalCode, city, country, treatment, profile },
    ...{ addition: orNull(values.addition), vatId: orNull(values.vatId) },
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
