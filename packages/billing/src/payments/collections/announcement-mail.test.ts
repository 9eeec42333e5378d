import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announcementMail } from './announcement-mail.ts'

const DEBIT = {
  item: { number: 'RE-2026-0017' },
  mandate: { reference: '10001', iban: 'DE02120300000000202051' },
  next: { amountMicros: 1_234_560_000n, dueOn: '2026-12-16', attempt: 1 },
  creditor: { name: 'Nordwind Telefonie', creditorId: 'DE98ZZZ09999999999' },
  portalUrl: 'https://telefon.example',
}

test('BIL-08: the announcement says how much, when, from which account, by which mandate and to whom', () => {
  const { subject, text } = announcementMail(DEBIT, 'kasse@example.org', 'de')
  assert.equal(subject, 'Ankündigung: Lastschrift zu RE-2026-0017')
  for (const part of [
    '1234,56 EUR',
    '16.12.2026',
    'DE02 … 2051',
    'Mandat 10001',
    'DE98ZZZ09999999999',
    'https://telefon.example/direct-debit',
  ])
    assert.ok(text.includes(part), part)
  assert.ok(!text.includes('1203'), 'the whole IBAN is nobody’s business')
})

test('BIL-07: the announcement of another try says so, in both languages', () => {
  const again = { ...DEBIT, next: { ...DEBIT.next, attempt: 2 } }
  assert.match(announcementMail(again, 'a@example.org', 'de').text, /am 16\.12\.2026 erneut 1234,56 EUR/)
  assert.match(announcementMail(again, 'a@example.org', 'en').text, /we collect again EUR 1234\.56 on 2026-12-16/)
})
