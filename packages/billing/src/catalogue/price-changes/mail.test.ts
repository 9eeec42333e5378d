import assert from 'node:assert/strict'
import { test } from 'node:test'
import { priceMail } from './mail.ts'
import { changesTariff } from './rules.ts'

const FACTS = {
  file: { title: { de: 'Anlage', en: 'PBX' } },
  changed: [
    {
      title: { de: 'Nebenstelle', en: 'Extension' },
      before: { de: '8,50 EUR', en: 'EUR 8.50' },
      after: { de: '9,00 EUR', en: 'EUR 9.00' },
    },
  ],
  ...{ holdsFrom: Temporal.PlainDate.from('2027-01-01'), mayEnd: false, link: 'https://portal.example/contract' },
}

test('BIL-07: the mail tells each price as it was and as it will be, and says where calls cost otherwise, too', () => {
  assert.match(
    priceMail({ ...FACTS, callsToo: false }, 'a@example.org', 'de').text,
    /- Nebenstelle: bisher 8,50 EUR, künftig 9,00 EUR\n\nIhren Vertrag/,
  )
  assert.match(
    priceMail({ ...FACTS, callsToo: true }, 'a@example.org', 'de').text,
    /künftig 9,00 EUR\n- Gespräche: nach der neuen Preisliste\n/,
  )
  assert.match(
    priceMail({ ...FACTS, callsToo: true }, 'a@example.org', 'en').text,
    /- Extension: EUR 8\.50 so far, EUR 9\.00 from then on\n- Calls: by the new price list\n/,
  )
})

test('§ 57 (2) TKG: consumers and small enterprises are told that they may end the contract because of the change', () => {
  const told = (mayEnd: boolean) => priceMail({ ...FACTS, callsToo: false, mayEnd }, 'a@example.org', 'de').text
  assert.match(told(true), /ohne Frist und ohne Kosten kündigen \(§ 57 TKG\), frühestens zu ihrem Beginn am 01\.01\.2027/)
  assert.doesNotMatch(told(false), /§ 57/)
})

test('a tariff that is written the same is no change', () => {
  const rounding = { where: 'line', mode: 'half-up' } as const
  const tariff = {
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    priceAt: 'start',
    rounding,
    free: [],
    increment: { firstSeconds: 1, thenSeconds: 1 },
    zones: [],
    prefixes: [],
  } as const
  const written = { tariff: { ...tariff, free: [], zones: [], prefixes: [] } }
  assert.deepEqual([changesTariff(written, written), changesTariff({}, {}), changesTariff(undefined, written)], [false, false, true])
})
