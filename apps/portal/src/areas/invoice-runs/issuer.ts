import type { Answer, Body } from '../../api/operation.ts'

export type IssuerAnswer = Answer<'GET /invoice-issuer'>

const NEEDED = ['name', 'street', 'postalCode', 'city', 'vatId', 'contactName', 'phone', 'email', 'iban'] as const
const OPTIONAL = ['taxNumber', 'register', 'directors', 'website', 'bankName', 'bic'] as const
const PREFIXES = ['invoicePrefix', 'creditPrefix'] as const

type Field = (typeof NEEDED)[number] | (typeof OPTIONAL)[number] | (typeof PREFIXES)[number]
export type IssuerValues = Record<Field, string>

/** What stands in the form, in its order. */
export const FIELDS: readonly { readonly name: Field; readonly isNeeded: boolean }[] = [
  ...NEEDED.map((name) => ({ name, isNeeded: true })),
  ...[...OPTIONAL, ...PREFIXES].map((name) => ({ name, isNeeded: false })),
]

export function valuesOf({ details }: IssuerAnswer): IssuerValues {
  const usual: Partial<IssuerValues> = { invoicePrefix: 'RE-', creditPrefix: 'GS-' }
  return Object.fromEntries(FIELDS.map(({ name }) => [name, details?.[name] ?? usual[name] ?? ''])) as IssuerValues
}

/** The whole issuer; what the form does not show stays as it is. */
export function bodyOf(values: IssuerValues, { details }: IssuerAnswer): Body<'PATCH /invoice-issuer'> {
  const optional = Object.fromEntries(OPTIONAL.map((name) => [name, values[name].trim() === '' ? null : values[name].trim()]))
  return { ...values, ...optional, country: details?.country ?? 'DE', datev: details?.datev ?? null }
}
