import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failed, ok } from '@klinke/foundation'
import { type ImportField, looksLikeTitles, MappingInvalid, parsedMapping, proposedMapping } from './fields.ts'
import { readCsv, type TableHints } from './read-csv.ts'
import { readRows } from './read-rows.ts'
import { MAX_TABLE_ROWS, TableUnreadable } from './table.ts'
import { withoutGuard, writeCsv } from './write-csv.ts'

const FIELDS = [
  { name: 'name', titles: ['Name', 'Anzeigename', 'Display Name'] },
  { name: 'number', titles: ['Rufnummer', 'Telefon geschäftlich'] },
] as const satisfies readonly ImportField[]

function read(octets: Uint8Array | string, hints: TableHints = {}) {
  return readCsv(typeof octets === 'string' ? Buffer.from(octets) : octets, hints, looksLikeTitles(FIELDS))
}

const TEXT = 'Name;Rufnummer\r\n"Müller; Söhne";0221 1234\r\n'
const utf16 = Buffer.from(`\uFEFF${TEXT}`, 'utf16le')
const encodings: readonly (readonly [what: string, octets: Buffer, encoding: string])[] = [
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
  ['Windows-1252, as German Excel saves', Buffer.from(TEXT, 'latin1'), 'windows-1252'],
  ['UTF-16 with a byte order mark', utf16, 'utf-16le'],
  ['UTF-16 without one', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
  ['UTF-16 with the higher octet first', Buffer.from(utf16).swap16(), 'utf-16be'],
]
for (const [what, octets, encoding] of encodings) {
  test(`a table in ${what} is read without being told the encoding`, async () => {
    const { format, columns, rows } = await read(octets)
    assert.deepEqual(format, { encoding, separator: 'semicolon', titles: true })
    assert.deepEqual(columns, ['Name', 'Rufnummer'])
    assert.deepEqual(rows, [{ row: 2, cells: ['Müller; Söhne', '0221 1234'] }])
  })
}

test('the euro sign and dashes of Windows-1252 are read, which Latin-1 does not have', async () => {
  const { rows } = await read(Buffer.from([0x4e, 0x61, 0x6d, 0x65, 0x0a, 0x80, 0x96, 0xfc]))
  assert.equal(rows[0]?.cells[0], '€–ü')
})

const separators: readonly (readonly [what: string, text: string, separator: string])[] = [
  ['commas', 'Name,Rufnummer\nA,1\n', 'comma'],
  ['tabs', 'Name\tRufnummer\nA, B\t1\n', 'tab'],
  ['semicolons beside decimal commas', 'Name;Rufnummer\n1,5;2,5\n1,5;2,5\n', 'semicolon'],
  ['commas beside semicolons in quotation marks', 'Name,Rufnummer\n"a;b;c",1\n', 'comma'],
  ["Excel's hint", 'sep=|\nName|Rufnummer\nA;B|1\n', 'pipe'],
]
for (const [what, text, separator] of separators) {
  test(`cells divided by ${what} are recognised`, async () => {
    const table = await read(text)
    assert.equal(table.format.separator, separator)
    assert.deepEqual(table.columns, ['Name', 'Rufnummer'])
  })
}

test('rows are counted as a spreadsheet does: titles, empty rows and line breaks in cells', async () => {
  const { rows } = await read('Name,Rufnummer\n\n"two\nlines",1\n ,\nlast,2')
  assert.deepEqual(
    rows.map(({ row, cells }) => [row, cells[0]]),
    [
      [3, 'two\nlines'],
      [5, 'last'],
    ],
  )
})

test('short and long rows, and quotation marks inside cells, are read', async () => {
  const { columns, rows } = await read('Name;Rufnummer\nMax\nMax "Maxi" M.;1;x\n')
  assert.deepEqual(columns, ['Name', 'Rufnummer', ''])
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    [['Max'], ['Max "Maxi" M.', '1', 'x']],
  )
})

test('a table without titles keeps its first row', async () => {
  const { format, rows } = await read('Müller;0221 1234\n')
  assert.equal(format.titles, false)
  assert.deepEqual(rows, [{ row: 1, cells: ['Müller', '0221 1234'] }])
})

const unreadable: readonly (readonly [what: string, octets: Uint8Array | string, reason: string])[] = [
  ['nothing', '', 'empty'],
  ['only space', ' \n \n', 'empty'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff]), 'binary'],
  ['a quotation mark that is not closed', 'Name;Rufnummer\nA;1\n"B;2\n', 'open-quote'],
  ['too many columns', `Name${';x'.repeat(200)}\n`, 'too-many-columns'],
  ['too many rows', `Name\n${'x\n'.repeat(MAX_TABLE_ROWS + 1)}`, 'too-many-rows'],
]
for (const [what, octets, reason] of unreadable) {
  test(`a file with ${what} is refused`, async () => {
    await assert.rejects(read(octets), (error) => error instanceof TableUnreadable && error.reason === reason)
  })
}

test('a hundred thousand rows keep nobody waiting for long', async () => {
  let turns = 0
  let turn = setImmediate(function again() {
    turns++
    turn = setImmediate(again)
  })
  const { rows } = await read(`Name;Rufnummer\n${'Müller;0221 1234567\n'.repeat(MAX_TABLE_ROWS)}`)
  clearImmediate(turn)
  assert.equal(rows.length, MAX_TABLE_ROWS)
  assert.ok(turns > 50, `others had ${turns} turns`)
})

test('columns find their fields by titles, however they are written, each field once', () => {
  assert.deepEqual(proposedMapping(['Telefon (geschaeftlich)', 'DISPLAY-NAME', 'name', ''], FIELDS), [
    'number',
    'name',
    undefined,
    undefined,
  ])
})

test('a mapping is read from text, and what is wrong with one is said', () => {
  assert.deepEqual(parsedMapping('-, name,number', FIELDS), [undefined, 'name', 'number'])
  assert.throws(() => parsedMapping('name,nonsense', FIELDS), MappingInvalid)
  assert.throws(() => parsedMapping('name,name', FIELDS), MappingInvalid)
})

test('rows that are understood go on, each other one with all that is wrong with it', async () => {
  const table = await read('Name;Rufnummer\nA;1\n;x\n')
  const { rows, problems } = await readRows(table, proposedMapping(table.columns, FIELDS), (cells) =>
    cells.name === undefined
      ? failed([
          { code: 'name-missing', field: 'name' as const, text: { de: 'Name fehlt', en: 'Name missing' } },
          { code: 'odd', field: 'number' as const, text: { de: 'Seltsam', en: 'Odd' } },
        ])
      : ok(cells),
  )
  assert.deepEqual(rows, [{ row: 2, value: { name: 'A', number: '1' } }])
  assert.deepEqual(
    problems.map(({ row, code, value }) => [row, code, value]),
    [
      [3, 'name-missing', ''],
      [3, 'odd', 'x'],
    ],
  )
})

test('cells that a spreadsheet would execute are written as text, and are themselves again when they are imported', async () => {
  const evil = ['=HYPERLINK("http://x";"y")', '@SUM(1)', '-1+1', '+1+cmd|x', '\tx']
  const written = writeCsv(['Name', 'Rufnummer'], [...evil.map((name) => [name, '+49 2211234']), ['A;"B"\nC', '']])
  const { rows } = await read(written)
  assert.deepEqual(
    rows.map(({ cells }) => cells[0]),
    [...evil.map((text) => `'${text}`), 'A;"B"\nC'],
  )
  assert.deepEqual(
    rows.slice(0, 5).map(({ cells }) => withoutGuard(cells[0] ?? '')),
    evil,
  )
  assert.equal(rows[0]?.cells[1], '+49 2211234')
  assert.equal(withoutGuard("'s-Gravenhage"), "'s-Gravenhage")
})
