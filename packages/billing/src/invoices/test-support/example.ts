import type { BilledCustomer } from '../compose.ts'
import type { ChargeLine } from '../line.ts'
import { type IssuerDetails, issuerDetails, NEW_RECIPIENT, type RecipientDetails, recipientDetails } from '../party.ts'
import { monthOf } from '../period.ts'
import { DEFAULT_TERMS } from '../terms.ts'

/** Whom the tests bill: nobody that there is. */
export const ISSUER: IssuerDetails = issuerDetails.parse({
  ...{ name: 'Klinke Telefonie GmbH', street: 'Hohe Straße 1', postalCode: '50667', city: 'Köln', country: 'DE', vatId: 'DE123456789' },
  ...{ contactName: 'Rechnungsstelle', phone: '+49 221 123450', email: 'rechnung@klinke.example', iban: 'DE89 3704 0044 0532 0130 00' },
  ...{ register: 'Amtsgericht Köln, HRB 12345', directors: 'Ada Muster', bankName: 'Beispielbank', bic: 'COBADEFFXXX' },
})

export const RECIPIENT: RecipientDetails = recipientDetails.parse({
  ...NEW_RECIPIENT,
  ...{ number: 'K-10001', company: 'Müller & Söhne <GmbH>', street: 'Bonner Straße 7', postalCode: '53111', city: 'Bonn' },
  ...{ vatId: 'DE987654321', email: 'buchhaltung@mueller.example' },
})

export const OCTOBER = monthOf('2026-10')

export function customerWith(recipient: Partial<RecipientDetails> = {}, terms: Partial<BilledCustomer['terms']> = {}): BilledCustomer {
  return {
    ...{ issuer: ISSUER, recipient: { ...RECIPIENT, ...recipient }, terms: { ...DEFAULT_TERMS, ...terms } },
    sites: new Map([
      ['koeln', 'Köln'],
      ['bonn', 'Bonn'],
    ]),
  }
}

/** Three extensions at 8.50, unless said otherwise. */
export function chargeWith(line: Partial<ChargeLine> = {}): ChargeLine {
  const quantity = line.quantity ?? 3
  const unitMicros = line.unitMicros ?? 8_500_000n
  return {
    ...{ text: { de: 'Nebenstelle', en: 'Extension' }, quantity, unit: 'month', unitMicros, netMicros: unitMicros * BigInt(quantity) },
    ...{ currency: 'EUR', tax: 'standard', siteId: null, service: OCTOBER, basis: { source: 'test', reference: 'extension' } },
    ...line,
  }
}

/** Calls of a zone: so many seconds at a price by the minute do not come to whole cents. */
export const CALLS: ChargeLine = chargeWith({
  ...{ text: { de: '37 Verbindungen Mobilfunk, 61:23 min', en: '37 calls to mobiles, 61:23 min' }, unit: 'lump-sum', quantity: 1 },
  ...{ unitMicros: 7_685_193n, netMicros: 7_685_193n, basis: { source: 'calls', reference: 'de-mobile' } },
})
