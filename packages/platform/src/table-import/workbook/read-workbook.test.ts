import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { workbookFiles, workbookOf, type Zipped, zipOf } from '../../test-support/workbook.ts'
import { type ImportField, looksLikeTitles } from '../fields.ts'
import { TableUnreadable } from '../table.ts'
import { readWorkbook } from './read-workbook.ts'
import { MAX_UNPACKED_OCTETS } from './unpack.ts'

const FIELDS = [
  { name: 'number', titles: ['Nebenstelle'] },
  { name: 'name', titles: ['Name'] },
] as const satisfies readonly ImportField[]

const read = (octets: Uint8Array, titles?: boolean) => readWorkbook(octets, { titles }, looksLikeTitles(FIELDS))
const cellsOf = async (octets: Uint8Array) => (await read(octets)).rows.map(({ row, cells }) => [row, ...cells])

test('a workbook as a spreadsheet writes it is read: numbers, shared and formatted texts, links, and formulas as their last value', async () => {
  const table = await read(await readFile(new URL('fixtures/extensions.xlsx', import.meta.url)))
  assert.deepEqual(table.format, { encoding: null, separator: null, titles: true })
  assert.deepEqual(table.columns, ['Nebenstelle', 'Name', 'E-Mail', 'Anrufbeantworter'])
  assert.deepEqual(
    table.rows.map(({ row, cells }) => [row, ...cells]),
    [
      [2, '41', 'Jürgen Müller', 'jm@example.org', 'ja'],
      [3, '42', 'Anna Öztürk', 'ao@example.org', 'TRUE'],
      [5, '43', 'Jürgen Müller jun.'],
    ],
  )
})

test('cells without a place, skipped columns, and long numbers are read as they are shown', async () => {
  const rows = [
    '<row><c t="inlineStr"><is><t>Nebenstelle</t></is></c></row>',
    '<row r="4"><c r="B4"><v>4.922112345E9</v></c><c r="D4" t="str"><f>1/0</f><v>a&amp;b</v></c></row>',
  ]
  assert.deepEqual(await cellsOf(zipOf(workbookFiles(rows.join('')))), [[4, '', '4922112345', '', 'a&b']])
})

test('a table without titles keeps its first row', async () => {
  assert.equal((await read(workbookOf([['4711', 'Müller']]), false)).rows.length, 1)
})

/** 65 MB of spaces in some 65 kB. */
const bomb = Buffer.alloc(MAX_UNPACKED_OCTETS + 1, ' ')
const sheet = (content: string | Uint8Array, more: Partial<Zipped> = {}): Buffer =>
  zipOf(workbookFiles('').map((file) => (file.name.includes('sheet1') ? { ...file, ...more, content } : file)))

const refused: readonly (readonly [what: string, octets: () => Uint8Array, reason: TableUnreadable['reason']])[] = [
  ['a zip bomb', () => sheet(bomb), 'too-large-unpacked'],
  ['a zip bomb that says it is small', () => sheet(bomb, { claimedOctets: 100 }), 'broken-workbook'],
  ['a file with a name that leads out of the archive', () => escaping('../../etc/cron.d/klinke'), 'broken-workbook'],
  ['an absolute name', () => escaping('/etc/cron.d/klinke'), 'broken-workbook'],
  ['declared entities', () => sheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'), 'broken-workbook'],
  ['more columns than may be', () => zipOf(workbookFiles('<row><c r="CW1"><v>1</v></c></row>')), 'too-many-columns'],
  ['more rows than may be', () => zipOf(workbookFiles('<row><c><v>1</v></c></row>'.repeat(100_002))), 'too-many-rows'],
  ['no cells', () => zipOf(workbookFiles('')), 'empty'],
  ['a cell without end', () => zipOf(workbookFiles(`<row><c><v>${'1'.repeat(100_001)}</v></c></row>`)), 'too-long-row'],
  ['another archive', () => zipOf([{ name: 'a.txt', content: 'x' }]), 'broken-workbook'],
  ['half a file', () => workbookOf([['1']]).subarray(0, 200), 'broken-workbook'],
  ['unclosed elements', () => sheet('<worksheet><sheetData>'), 'broken-workbook'],
]
for (const [what, octets, reason] of refused) {
  test(`a workbook with ${what} is refused: ${reason}`, () =>
    assert.rejects(read(octets()), (error) => error instanceof TableUnreadable && error.reason === reason))
}

function escaping(name: string): Uint8Array {
  return zipOf(workbookFiles('<row><c><v>1</v></c></row>', [{ name, content: '* * * * * root true' }]))
}
