import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRows, tableOf } from '@klinke/platform'
import { exampleProfiles } from '../../catalogue/examples.ts'
import { readProfile } from '../../catalogue/read-profile.ts'
import type { TariffDocument } from '../../rated-calls/tariff-file.ts'
import { PREFIX_FIELDS, PRICE_FIELDS } from './fields.ts'
import { readPrefixRow, readPriceRow, withPriceRows } from './read-table.ts'
import { prefixesCsv, pricesCsv } from './write-table.ts'

async function example(): Promise<TariffDocument> {
  const source = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  const { tariff } = readProfile(source?.text ?? '', 'flat.yaml').profile
  assert.ok(tariff !== undefined)
  return { ...tariff, validFrom: '2027-01-01' }
}

const NO_HINTS = { encoding: undefined, separator: undefined, titles: undefined, columns: undefined }

async function pricesOf(csv: string) {
  const { table, mapping } = await tableOf(Buffer.from(csv), NO_HINTS, PRICE_FIELDS)
  return readRows(table, mapping, readPriceRow)
}

test('prices and prefixes come back from their tables as they went, with all that a price can say', async () => {
  const document = await example()
  const full = {
    ...{ perMinute: '0.05', setUp: '0.10', minimum: '0.15', increment: { firstSeconds: 60, thenSeconds: 1 } },
    ...{ periods: ['Tag', 'Nacht'], origins: ['own' as const], media: ['voice' as const, 'fax' as const], callers: ['+4922'] },
  }
  const rich = { ...document, zones: document.zones.map((zone, at) => (at === 0 ? { ...zone, prices: [full, ...zone.prices] } : zone)) }
  const csv = pricesCsv(rich)
  assert.match(csv, /;0,05;0,10;0,15;60\/1;Tag\|Nacht;own;voice\|fax;\+4922\r\n/)
  const emptied = { ...rich, zones: rich.zones.map((zone) => ({ ...zone, prices: [] })) }
  const { rows, problems } = await pricesOf(csv)
  assert.deepEqual(problems, [])
  assert.deepEqual(withPriceRows(emptied, rows), { document: rich, problems: [] })
  const { table, mapping } = await tableOf(Buffer.from(prefixesCsv(document)), NO_HINTS, PREFIX_FIELDS)
  const read = await readRows(table, mapping, readPrefixRow)
  assert.deepEqual(
    read.rows.map(({ value }) => value),
    document.prefixes,
  )
})

test('a table that names some zones changes those alone; a new one needs its names and its kind', async () => {
  const document = await example()
  const { rows } = await pricesOf('Zone;Je Minute\nde-mobile;0,13\nmars;9\n')
  const { document: after, problems } = withPriceRows(document, rows)
  assert.deepEqual(
    problems.map(({ row, code, value }) => [row, code, value]),
    [[3, 'zone-unnamed', 'mars']],
  )
  const named = await pricesOf('Zone;Name deutsch;Name englisch;Art;Je Minute\nmars;Mars;Mars;special;9\n')
  const [changed, fresh] = [after.zones.find(({ id }) => id === 'de-mobile'), withPriceRows(document, named.rows).document.zones.at(-1)]
  assert.deepEqual(changed?.prices, [{ perMinute: '0.13' }])
  assert.deepEqual(fresh, { id: 'mars', name: { de: 'Mars', en: 'Mars' }, kind: 'special', prices: [{ perMinute: '9' }] })
  assert.deepEqual(after.zones[0], document.zones[0])
})

test('cells that cannot be are told with their row and column; what is no amount is for the check of the draft', async () => {
  const { problems, rows } = await pricesOf('Zone;Art;Je Minute;Takt\nDE Fest;geographic;1;60/60\nde-fixed;planet;1;60\nde-fixed;;zwei;\n')
  assert.deepEqual(
    problems.map(({ row, field, code }) => [row, field, code]),
    [
      [2, 'zone', 'zone-invalid'],
      [3, 'increment', 'increment-invalid'],
      [3, 'kind', 'not-one-of'],
    ],
  )
  assert.deepEqual(
    rows.map(({ value }) => value.price),
    [{ perMinute: 'zwei' }],
  )
})
