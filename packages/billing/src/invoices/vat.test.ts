import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TaxTreatment, treatmentFault } from './vat.ts'

const rows: readonly (readonly [treatment: TaxTreatment, country: string, vatId: string | null, wrong: 'country' | 'vatId' | undefined])[] =
  [
    ['domestic', 'DE', null, undefined],
    ['domestic', 'CH', null, undefined],
    ['reverse-charge-eu', 'AT', 'ATU12345678', undefined],
    ['reverse-charge-eu', 'AT', 'FR12345678901', undefined],
    ['reverse-charge-eu', 'GR', 'EL123456789', undefined],
    ['reverse-charge-eu', 'DE', 'DE123456789', 'country'],
    ['reverse-charge-eu', 'DE', 'ATU12345678', 'country'],
    ['reverse-charge-eu', 'CH', 'ATU12345678', 'country'],
    ['reverse-charge-eu', 'GB', 'GB123456789', 'country'],
    ['reverse-charge-eu', 'AT', 'DE123456789', 'vatId'],
    ['reverse-charge-eu', 'AT', 'CHE123456789', 'vatId'],
    ['reverse-charge-eu', 'AT', null, 'vatId'],
    ['third-country', 'CH', null, undefined],
    ['third-country', 'GB', 'GB123456789', undefined],
    ['third-country', 'DE', null, 'country'],
    ['third-country', 'AT', null, 'country'],
    ['third-country', 'MC', null, 'country'],
    ['reverse-charge-reseller', 'DE', 'DE123456789', undefined],
    ['reverse-charge-reseller', 'AT', 'ATU12345678', 'country'],
    ['reverse-charge-reseller', 'DE', 'ATU12345678', 'vatId'],
  ]
for (const [treatment, country, vatId, wrong] of rows)
  test(`${treatment} with country ${country} and VAT id ${vatId}: ${wrong === undefined ? 'holds' : `${wrong} says otherwise`}`, () => {
    assert.equal(treatmentFault({ treatment, country, vatId })?.field, wrong)
  })
