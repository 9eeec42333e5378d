import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { TAX_TREATMENTS } from './vat.ts'

const line = (max = 100) => z.string().trim().min(1).max(max)
const optionalLine = line().nullable().default(null)

const address = {
  street: line().meta({ examples: ['Hohe Straße 1'] }),
  postalCode: line(10).meta({ examples: ['50667'] }),
  city: line().meta({ examples: ['Köln'] }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, inBoth({ en: 'must be a country code such as DE', de: 'muss ein Ländercode wie DE sein' }))
    .describe('ISO 3166-1')
    .meta({ examples: ['DE'] }),
}

/** VAT identification number: country code, then up to twelve letters and digits (Art. 215 of Directive 2006/112/EC). */
const vatId = z
  .string()
  .regex(/^[A-Z]{2}[A-Z0-9]{2,13}$/, inBoth({ en: 'must be a VAT id such as DE123456789', de: 'muss eine USt-IdNr. wie DE123456789 sein' }))
  .meta({ examples: ['DE123456789'] })

const prefix = z
  .string()
  .regex(
    /^[A-Z0-9-]{0,8}$/,
    inBoth({ en: 'up to eight capital letters, digits and hyphens', de: 'bis zu acht Großbuchstaben, Ziffern und Bindestriche' }),
  )

const account = (usual: string) =>
  z
    .string()
    .regex(/^\d{4,9}$/, inBoth({ en: 'must be an account of four to nine digits', de: 'muss ein Konto aus vier bis neun Ziffern sein' }))
    .default(usual)

/** What a tax adviser tells; accounts as SKR 03 has them. */
const datevSettings = z.strictObject({
  consultant: z.int().min(1_001).max(9_999_999).describe('Beraternummer'),
  client: z.int().min(1).max(99_999).describe('Mandantennummer'),
  accountDigits: z.int().min(4).max(8).default(4).describe('Length of accounts (Sachkontenlänge)'),
  debtorAccount: account('10000').describe('Of customers without an account of their own'),
  revenue: z
    .strictObject({
      standard: account('8400'),
      reduced: account('8300'),
      reverseCharge: account('8337'),
      thirdCountry: account('8338'),
      withoutVat: account('8200'),
    })
    .prefault({}),
})

/** Who issues invoices: the operator, as § 14 Abs. 4 UStG and § 35a GmbHG want it on them. */
export const issuerDetails = z.strictObject({
  name: line().meta({ examples: ['Klinke Telefonie GmbH'] }),
  ...address,
  vatId,
  taxNumber: optionalLine,
  register: optionalLine.describe('Court and number of the commercial register'),
  directors: optionalLine,
  contactName: line().meta({ examples: ['Rechnungsstelle'] }),
  phone: line(30).meta({ examples: ['+49 221 123450'] }),
  email: z.email(),
  website: optionalLine,
  bankName: optionalLine,
  iban: z
    .string()
    .overwrite((text) => text.replaceAll(' ', '').toUpperCase())
    .refine(isIban, inBoth({ en: 'must be an IBAN whose check digits are right', de: 'muss eine IBAN mit richtiger Prüfziffer sein' }))
    .meta({ examples: ['DE89370400440532013000'] }),
  bic: optionalLine,
  invoicePrefix: prefix.default('RE-').describe('Before year and number: a range of its own, without gaps'),
  creditPrefix: prefix.default('GS-').describe('The same of credit notes'),
  datev: datevSettings.nullable().default(null).describe('For the export of bookings; null: there is none'),
})
export type IssuerDetails = z.infer<typeof issuerDetails>

export const DELIVERY_WAYS = ['mail', 'paper'] as const
export const E_INVOICES = ['none', 'zugferd', 'xrechnung-ubl', 'xrechnung-cii'] as const

/** Who receives invoices of a customer, and how. */
export const recipientDetails = z.strictObject({
  number: line(20)
    .describe('Number of the customer at the operator')
    .meta({ examples: ['K-10001'] }),
  company: line().meta({ examples: ['Muster GmbH'] }),
  addition: line().nullable(),
  ...address,
  vatId: vatId.nullable(),
  treatment: z.enum(TAX_TREATMENTS).describe('Who owes the VAT'),
  email: z.email().nullable(),
  language: z.enum(['de', 'en']),
  delivery: z.array(z.enum(DELIVERY_WAYS)).max(2).describe('Beside the portal, where invoices always are; paper has its price'),
  eInvoice: z.enum(E_INVOICES).describe('What is sent: a plain PDF, ZUGFeRD (PDF with XML), or XRechnung (XML)'),
  buyerReference: line().nullable().describe('Leitweg-ID of an authority, or what the customer wants to read (BT-10)'),
  splitBySite: z.boolean().describe('An invoice for each site'),
  debtorAccount: z
    .string()
    .regex(/^\d{5,9}$/, inBoth({ en: 'must be an account of five to nine digits', de: 'muss ein Konto aus fünf bis neun Ziffern sein' }))
    .nullable()
    .describe('Account of the customer in the books (DATEV); null: the one for all'),
  profile: line(40)
    .describe('Product profile whose terms of invoicing hold')
    .meta({ examples: ['flat'] }),
})

/** What holds of a new recipient unless somebody says otherwise. */
export const NEW_RECIPIENT = {
  ...{ addition: null, country: 'DE', vatId: null, treatment: 'domestic', email: null, language: 'de', delivery: ['mail'] },
  ...{ eInvoice: 'zugferd', buyerReference: null, splitBySite: false, debtorAccount: null, profile: 'default' },
} as const satisfies Partial<RecipientDetails>
export type RecipientDetails = z.infer<typeof recipientDetails>

/** What a customer may change by itself. */
export const CUSTOMERS_FIELDS: ReadonlySet<string> = new Set(['email', 'language', 'delivery', 'eInvoice', 'buyerReference', 'splitBySite'])

/** ISO 13616: the check digits, modulo 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}
