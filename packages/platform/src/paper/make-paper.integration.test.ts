import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPdf } from '../test-support/read-pdf.ts'
import { makePaper, PaperFailed } from './make-paper.ts'
import type { Paper } from './paper.ts'

const FORM: Paper = {
  language: 'de',
  title: 'Auftrag zur Rufnummernmitnahme',
  sender: ['Beispiel Netz GmbH', 'Ringstraße 1', '50667 Köln'],
  recipient: ['Bäckerei Öztürk', 'Marktplatz 3', '53111 Bonn'],
  reference: [{ label: 'Datum', value: '22.11.2026' }],
  parts: [
    { kind: 'text', text: 'Erster Absatz.\n\nZweiter Absatz.' },
    { kind: 'heading', text: 'Anschlussinhaber' },
    {
      kind: 'fields',
      fields: [
        { label: 'Firma', value: 'Bäckerei Öztürk' },
        { label: 'E-Mail', value: '' },
      ],
    },
    {
      kind: 'choices',
      label: 'Nummern',
      choices: ['Einzelnummern', 'Anlagennummer'].map((text, index) => ({ text, chosen: index === 1 })),
    },
    { kind: 'signature', label: 'Unterschrift', stamp: true },
  ],
  createdAt: new Date('2026-11-22T12:00:00Z'),
}

test('a form can be read by programs: title, language, addresses, fields, what is ticked, where to sign', async () => {
  const { title, language, pages } = await readPdf(await makePaper(FORM))
  assert.deepEqual([title, language, pages.length], ['Auftrag zur Rufnummernmitnahme', 'de', 1])
  const text = pages.join(' ')
  for (const words of [
    ...['Beispiel Netz GmbH · Ringstraße 1 · 50667 Köln', 'Marktplatz 3', 'Datum 22.11.2026', 'Zweiter Absatz.', 'Firma Bäckerei Öztürk'],
    ...['☐ Einzelnummern', '☑ Anlagennummer', 'Ort, Datum', 'Unterschrift', 'Firmenstempel', 'Seite 1 von 1'],
  ])
    assert.ok(text.includes(words), `${words} in ${text}`)
})

test('the same paper is the same file', async () => {
  assert.deepEqual(await makePaper(FORM), await makePaper(FORM))
})

test('a long table turns the page by whole rows, each page has its head, and no row is lost', async () => {
  const rows = Array.from({ length: 200 }, (_, row) => [
    `0228 ${1000 + row}`,
    'Nebenstelle mit einem Namen, der über die Zeile hinausgeht',
    `${row},00 €`,
  ])
  const columns = [{ title: 'Rufnummer' }, { title: 'Name' }, { title: 'Betrag', align: 'right', width: 0.5 }] as const
  const { pages } = await readPdf(await makePaper({ language: 'en', title: 'List', parts: [{ kind: 'table', columns, rows }] }))
  assert.ok(pages.length > 3)
  for (const [index, page] of pages.entries()) {
    assert.ok(page.includes('Rufnummer'), `head on page ${index + 1}`)
    assert.ok(page.includes(`Page ${index + 1} of ${pages.length}`))
  }
  const found = pages.flatMap((page) => page.match(/0228 \d{4}/g) ?? [])
  assert.deepEqual(
    found,
    rows.map(([number]) => number),
  )
})

test('texts and fields longer than a page run on to the next', async () => {
  const long = Array.from({ length: 900 }, (_, word) => `Wort${word}`).join(' ')
  const parts = [
    { kind: 'text', text: long },
    { kind: 'fields', fields: [{ label: 'Bemerkung', value: long }] },
    { kind: 'heading', text: 'Danach' },
    { kind: 'signature', label: 'Unterschrift' },
  ] as const
  const { pages } = await readPdf(await makePaper({ language: 'de', title: 'Lang', parts }))
  const text = pages.join(' ')
  assert.equal(text.match(/Wort899/g)?.length, 2)
  assert.ok(text.indexOf('Danach') > text.lastIndexOf('Wort899'))
  assert.ok(pages.length < 6, `${pages.length} pages`)
})

test('a paper that cannot be made says so', async () => {
  const rows = Array.from({ length: 20_001 }, () => ['x'])
  await assert.rejects(
    makePaper({ language: 'de', title: 'Zu viel', parts: [{ kind: 'table', columns: [{ title: 'A' }], rows }] }),
    PaperFailed,
  )
})
