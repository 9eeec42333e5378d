import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEGAL_GROUND_NAMES, LEGAL_GROUNDS, mayRefuseWith } from './legal-grounds.ts'
import { answerMail, extensionMail, subprocessorMail } from './privacy-mail-texts.ts'
import { REQUEST_KINDS } from './request-store.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const ASKED = { kind: 'deletion', askedOn: day('2026-03-02'), controller: 'Muster Telefon GmbH, Köln' } as const

test('Art. 12 (4) GDPR: a refusal names the law, the reason, the authority and the court', () => {
  const { subject, text } = answerMail(ASKED, { outcome: 'Rechnung 17 ist offen.', legalGround: 'legal-claims', withReport: false }, 'de')
  assert.equal(subject, 'Ihre Anfrage zum Datenschutz: Löschung (Art. 17 DSGVO)')
  for (const part of ['02.03.2026', 'Art. 17 Abs. 3 lit. e, Art. 21 Abs. 1 DSGVO', 'Rechnung 17 ist offen.', 'Art. 77', 'Art. 79', 'Köln'])
    assert.ok(text.includes(part), part)
})

test('what is done is told in words, with the report if it goes along', () => {
  const { text } = answerMail({ ...ASKED, kind: 'access' }, { outcome: 'Here you are.', withReport: true }, 'en')
  assert.match(text, /Your request of 2026-03-02 is done:\n\nHere you are\.\n\nYour data is attached/)
  assert.doesNotMatch(text, /Art\. 77/)
})

test('Art. 12 (3) GDPR: an answer that takes longer says until when, and why', () => {
  const { text } = extensionMail(ASKED, day('2026-06-02'), 'Viele Anlagen.', 'de')
  assert.match(text, /bis zum 02\.06\.2026 .*\n\nViele Anlagen\./)
})

test('Art. 28 (2) GDPR: who is told of a subprocessor learns what, where, from when, and how to object', () => {
  const change = { name: 'Rechenzentrum GmbH', task: 'Server', place: 'Falkenstein', country: 'DE', on: day('2026-05-01') }
  const { subject, text } = subprocessorMail({ ...change, begins: true }, '', 'de')
  assert.match(subject, /neuer Unterauftragnehmer ab 01\.05\.2026/)
  assert.match(text, /Rechenzentrum GmbH\nServer\nFalkenstein, DE\n\nSie können der Änderung/)
  assert.match(subprocessorMail({ ...change, begins: false }, '', 'en').text, /no longer use/)
})

test('each kind of request has reasons to refuse it, and each reason words in both languages', () => {
  for (const kind of REQUEST_KINDS) assert.ok(LEGAL_GROUND_NAMES.filter((ground) => mayRefuseWith(ground, kind)).length >= 2, kind)
  for (const { law, words } of Object.values(LEGAL_GROUNDS)) for (const text of [law, words.de, words.en]) assert.ok(text.length > 5)
  assert.equal(mayRefuseWith('correct', 'deletion'), false)
})
