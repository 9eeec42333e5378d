import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallParty } from '@klinke/calls'
import { type CallerNames, named, type Reader } from './caller-names.ts'
import { readCard } from './card-contact.ts'
import { CONTACT_FIELDS, readContact } from './contact-fields.ts'
import { entriesAsCards, entriesAsCsv } from './export-entries.ts'
import { contains, keysOf, soughtIn } from './folding.ts'
import { readFile } from './import-entries.ts'
import type { EntryFields } from './rules.ts'
import { readCards } from './vcard.ts'

const ENTRY: EntryFields = {
  ...{ name: 'Jürgen Müller', company: 'Öl & Söhne', email: 'jm@example.org', notes: '', favourite: false },
  numbers: [{ kind: 'work', number: '+492211234567' }],
}

const searches: readonly (readonly [query: string, found: boolean])[] = [
  ['müller', true],
  ['Mueller', true],
  ['MULLER', true],
  ['jürg', true],
  ['urgen', true],
  ['oel & soe', true],
  ['jm@ex', true],
  ['Meier', false],
  ['0221 12', true],
  ['+49 (0)221-1234567', true],
  ['0049221123', true],
  ['34567', true],
  ['0221 99', false],
]
for (const [query, found] of searches) {
  test(`"${query}" ${found ? 'finds' : 'does not find'} Jürgen Müller of Öl & Söhne, 0221 1234567`, () => {
    const { search } = keysOf(ENTRY)
    assert.equal(
      soughtIn(query).some((part) => search.includes(part)),
      found,
    )
  })
}

test('a name written with ae, oe, ue is found by what it sounds like, and by a part that ends between the two letters', () => {
  const { search } = keysOf({ ...ENTRY, name: 'Bauer, Mueller' })
  for (const query of ['Müller', 'bauer', 'er', 'mu', 'eller'])
    assert.ok(
      soughtIn(query).some((part) => search.includes(part)),
      query,
    )
  assert.ok(contains('Groß', soughtIn('gross')))
})

test('the same person is recognised however the name is written', () => {
  assert.equal(keysOf({ ...ENTRY, name: 'Juergen Mueller' }).sameness, keysOf(ENTRY).sameness)
})

const BOOK: CallerNames = {
  ofCompany: (tenantId, number) => (tenantId === 'acme' && number === '+491' ? 'Firma Eins' : undefined),
  ofExtension: (_tenantId, extensionId, number) => (extensionId === 'ten' && number === '+491' ? 'Tante Emma' : undefined),
}
const ALL: Reader = { tenantId: 'acme', when: 'unnamed' }
const TEN: Reader = { ...ALL, extensionId: 'ten' }
const naming: readonly (readonly [what: string, party: Partial<CallParty>, reader: Reader, shown: string | undefined])[] = [
  ['a caller without a name by the company', {}, ALL, 'Firma Eins'],
  ['a caller without a name by the own phone book first', {}, TEN, 'Tante Emma'],
  ['a caller whom the company has named by the own phone book', { displayName: 'Firma Eins' }, TEN, 'Tante Emma'],
  ['a caller who gave a name by that name', { displayName: 'Erika' }, TEN, 'Erika'],
  ['a caller whose name is a number by the company', { displayName: '0049 1' }, ALL, 'Firma Eins'],
  ['everybody with an entry, where that is wanted', { displayName: 'Erika' }, { ...TEN, when: 'always' }, 'Tante Emma'],
  ['nobody, where that is wanted', {}, { ...TEN, when: 'never' }, undefined],
  ['nobody who hides', { number: 'anonymous' }, ALL, undefined],
  ['nobody by the phone book of somebody else', {}, { ...ALL, tenantId: 'other' }, undefined],
  ['no colleague', { extensionId: 'twelve', number: '+491', displayName: 'Zwölf' }, { ...TEN, when: 'always' }, 'Zwölf'],
]
for (const [what, party, reader, shown] of naming) {
  test(`phone books name ${what}`, () => {
    const caller = { tenantId: undefined, extensionId: undefined, number: '+491', displayName: undefined, ...party }
    assert.equal(named(caller, BOOK, reader).displayName, shown)
  })
}

const rows: readonly (readonly [what: string, cells: Record<string, string>, outcome: string])[] = [
  ['first and last name', { firstName: 'Erika', lastName: 'Muster', work: '0221 1234' }, 'Erika Muster'],
  ['a company alone', { company: 'ACME', mobile: '0170 1234567' }, ''],
  ['a guarded formula', { name: "'=1+1", work: '0221 1234' }, '=1+1'],
  ['no name', { work: '0221 1234' }, 'name-missing'],
  ['no number', { name: 'Erika' }, 'number-missing'],
  ['a number that is none', { name: 'Erika', work: 'siehe Notiz' }, 'number-invalid number-missing'],
  ['a number that Excel has shortened', { name: 'Erika', work: '4,92212E+11' }, 'number-shortened number-missing'],
  ['a name that is too long', { name: 'x'.repeat(101), work: '0221 1234' }, 'too-long'],
]
for (const [what, cells, outcome] of rows) {
  test(`a row with ${what} is read as it should be`, () => {
    const result = readContact('221')(cells)
    assert.equal(result.ok ? result.value.name : result.error.map(({ code }) => code).join(' '), outcome)
  })
}

test('a number without area code is one of the town of the tenant', () => {
  const result = readContact('221')({ name: 'Erika', work: '123456' })
  assert.deepEqual(result.ok && result.value.numbers, [{ kind: 'work', number: '+49221123456' }])
})

test('no two columns have the same title', () => {
  const titles = CONTACT_FIELDS.flatMap(({ titles: own }) => own.map((title) => title.toLowerCase()))
  assert.equal(new Set(titles).size, titles.length)
})

const CARDS = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Müller;Jürgen;;;',
  'FN:Jürgen Müller',
  'ORG:Öl\\, Gas \\; Söhne;Einkauf',
  'item1.TEL;TYPE=work,voice:0221 123',
  ' 4567',
  'TEL;TYPE="cell":+49 170 1234567',
  'TEL;TYPE=fax;TYPE=work:keins',
  'NOTE:zwei\\nZeilen',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:ACME',
  'ORG:ACME',
  'TEL;VALUE=uri;TYPE=home:tel:+49-221-99',
  'TEL;VALUE=uri;TYPE=home:tel:+49-221-999999',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:2.1',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen=20M=C3=',
  '=BCller',
  'TEL;CELL:0170 7654321',
  'END:VCARD',
].join('\r\n')

test('vCards 2.1, 3.0 and 4.0 are read: folded lines, groups, types, escapes, quoted-printable', async () => {
  const cards = await readCards(CARDS)
  const [first, second, third] = cards.map((card) => readCard(card, '221'))
  assert.deepEqual(first?.ok === false && first.error.map(({ code }) => code), ['number-invalid'])
  assert.equal(cards[0]?.lines.find(({ name }) => name === 'ORG')?.parts[0], 'Öl, Gas ; Söhne')
  assert.equal(cards[0]?.lines.find(({ name }) => name === 'NOTE')?.parts[0], 'zwei\nZeilen')
  assert.deepEqual(second?.ok && [second.value.name, second.value.company, second.value.numbers.map(({ number }) => number)], [
    '',
    'ACME',
    ['+4922199', '+49221999999'],
  ])
  assert.deepEqual(third?.ok && [third.value.name, third.value.numbers], ['Jürgen Müller', [{ kind: 'mobile', number: '+491707654321' }]])
})

test('what is no card, and a card that is never closed, keep no other from being read', async () => {
  const cards = await readCards('nonsense\nBEGIN:VCARD\nFN:A\n:::\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C')
  assert.deepEqual(
    cards.map(({ lines }) => lines[0]?.parts[0]),
    ['A', 'B', 'C'],
  )
})

const FULL: EntryFields = {
  name: '=2+3;x',
  company: 'Öl; "Söhne", \\ Co',
  email: 'a@example.org',
  notes: `zwei\nZeilen, ${'ö🙂'.repeat(60)}`,
  favourite: true,
  numbers: [
    { kind: 'work', number: '+492211234' },
    { kind: 'work', number: '+492215678' },
    { kind: 'mobile', number: '+491701234567' },
    { kind: 'home', number: '+43123456' },
    { kind: 'fax', number: '+492219' + '99' },
    { kind: 'other', number: '115' },
  ],
}
const QUERY = { dryRun: true, fileName: '' }
for (const [format, written] of [
  ['CSV', entriesAsCsv([FULL])],
  ['vCard', entriesAsCards([FULL])],
] as const) {
  test(`an entry exported as ${format} is the same when it is imported`, async () => {
    const { rows: read, problems } = await readFile(Buffer.from(written), QUERY, '221')
    assert.deepEqual(problems, [])
    assert.deepEqual(read[0]?.value, FULL)
  })
}

test('lines of an exported card have 75 octets at most', () => {
  for (const line of entriesAsCards([FULL]).split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
})
