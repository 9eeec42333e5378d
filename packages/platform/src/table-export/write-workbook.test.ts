import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkbook } from '../table-import/workbook/read-workbook.ts'
import { openParts } from '../table-import/workbook/unpack.ts'
import type { Cell, Sheet } from './sheet.ts'
import { sheetCsv } from './sheet-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

const COLUMNS = [
  { title: 'Wer', kind: 'text' },
  { title: 'Anrufe', kind: 'number' },
  { title: 'Dauer', kind: 'duration' },
  { title: 'Beginn', kind: 'moment' },
] as const

const ROWS: readonly (readonly Cell[])[] = [
  ['Jürgen <Müller> & "Co"', 3, 90, '2026-10-25T02:30:00'],
  ['=HYPERLINK("http://evil.example")', 0.5, 360_000, null],
  ['@SUM(A1)\u0000\u0007_x0041_', null, 0, '2026-03-29T03:00:00'],
  ['+49 221 1234', 1, 0.4, null],
]

function sheet(rows = ROWS): Sheet {
  return {
    ...{ name: 'Anrufe', columns: COLUMNS },
    pieces: (async function* () {
      for (const row of rows) yield [row]
    })(),
  }
}

async function partOf(octets: Uint8Array, name: string): Promise<string> {
  let text = ''
  for await (const piece of (await openParts(octets)).text(name) ?? []) text += piece
  return text
}

test('a workbook that is written is read again: texts as they are, numbers, durations and times as the numbers of a spreadsheet', async () => {
  const table = await readWorkbook(await writeWorkbook(sheet()), { titles: true }, () => true)
  assert.deepEqual(table.columns, ['Wer', 'Anrufe', 'Dauer', 'Beginn'])
  // 46320 days after 1899-12-30 is 2026-10-25.
  assert.equal(Date.UTC(1899, 11, 30) + 46_320 * 86_400_000, Date.UTC(2026, 9, 25))
  const [first, second, third] = table.rows.map(({ cells }) => cells)
  assert.deepEqual(first?.slice(0, 2), ['Jürgen <Müller> & "Co"', '3'])
  assert.ok(Math.abs(Number(first?.[2]) - 90 / 86_400) < 1e-9)
  assert.ok(Math.abs(Number(first?.[3]) - (46_320 + 2.5 / 24)) < 1e-6)
  assert.equal(second?.[0], '=HYPERLINK("http://evil.example")')
  assert.match(third?.[0] ?? '', /^@SUM\(A1\)\uFFFD\uFFFD_x005F_x0041_$/)
})

test('nothing in a workbook is a formula, whatever a text begins with', async () => {
  const xml = await partOf(await writeWorkbook(sheet()), 'xl/worksheets/sheet1.xml')
  assert.doesNotMatch(xml, /<f[ >]/)
  assert.match(xml, /<c s="0" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK\(&quot;/)
})

test('as CSV cells that a spreadsheet would execute are guarded, durations are times of a clock, and numbers have a comma', async () => {
  const lines = (await sheetCsv(sheet())).split('\r\n')
  assert.deepEqual(lines.slice(0, 3), [
    '\uFEFFWer;Anrufe;Dauer;Beginn',
    '"Jürgen <Müller> & ""Co""";3;0:01:30;2026-10-25 02:30:00',
    '"\'=HYPERLINK(""http://evil.example"")";0,5;100:00:00;',
  ])
  assert.match(lines[3] ?? '', /^'@SUM/)
  assert.equal(lines[4], '+49 221 1234;1;0:00:00;')
})

test('10,000 rows do not keep calls waiting: others have their turn while they are written', async () => {
  const rows = Array.from({ length: 500 }, (_none, index): readonly Cell[] => [`+4922112${index}`, index, index, '2026-10-25T02:30:00'])
  const pieces = (async function* () {
    for (let piece = 0; piece < 20; piece++) yield rows
  })()
  let turns = 0
  const ticking = setInterval(() => turns++, 1)
  const octets = await writeWorkbook({ name: 'Anrufe', columns: COLUMNS, pieces })
  clearInterval(ticking)
  assert.ok(turns >= 3, `others had ${turns} turns`)
  assert.equal((await readWorkbook(octets, { titles: true }, () => true)).rows.length, 10_000)
})
