import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EntryForm, OBJECTIONS, type Objection, withoutObjected } from './entry.ts'
import { exportFile } from './export-file.ts'
import { changesBetween, type Held, type Listing, listingOf, numberParts } from './listing.ts'

const ENTRY: EntryForm = {
  ...{ subscriberNumber: '+4922155555500', extension: '0', use: 'phone', kind: 'company', name: 'Muster GmbH', firstName: '', title: '' },
  ...{ historicName: '', searchWord: '', profession: 'Bäckerei', correspondence: null },
  address: { street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' },
  ...{ printed: 'yes', electronic: true, inquiry: 'full', inverseSearch: true, validFrom: '2030-01-01', validUntil: null },
}
const TODAY = '2030-02-04'

function listed(change: Partial<EntryForm> = {}): Listing {
  const listing = listingOf({ ...ENTRY, ...change }, 100, TODAY)
  assert.ok(listing)
  return listing
}
const held = (entries: Readonly<Record<string, Listing>>): ReadonlyMap<string, Held> =>
  new Map(Object.entries(entries).map(([id, listing]) => [id, { tenantId: 'tenant', listing }]))

for (const [e164, size, areaCode, number] of [
  ['+4922155555500', 100, '221', '555555'],
  ['+49221777777', 1, '221', '777777'],
  ['+492129999990', 10, '2129', '99999'],
] as const)
  test(`${e164} of a range of ${size} has the area code ${areaCode} and the number ${number}`, () =>
    assert.deepEqual(numberParts(e164, size), { areaCode, number }))

test('what nobody may know of, or whose last day is over, is not listed; its last day still counts', () => {
  assert.equal(listingOf({ ...ENTRY, printed: 'no', electronic: false, inquiry: 'no' }, 100, TODAY), undefined)
  assert.equal(listingOf({ ...ENTRY, validUntil: '2030-02-03' }, 100, TODAY), undefined)
  assert.equal(listed({ validUntil: TODAY }).validUntil, TODAY)
  // The publisher is told beforehand.
  assert.equal(listed({ validFrom: '2031-01-01' }).validFrom, '2031-01-01')
})

const AFTER: Readonly<Record<Objection, Partial<EntryForm>>> = {
  printed: { printed: 'no' },
  electronic: { electronic: false },
  inquiry: { inquiry: 'no', inverseSearch: false },
  'inquiry-details': { inquiry: 'number' },
  'inverse-search': { inverseSearch: false },
  address: { address: { ...ENTRY.address, street: '', houseNumber: '' } },
  profession: { profession: '' },
}
for (const against of OBJECTIONS)
  test(`PRI-03: an objection to ${against} takes that away and leaves the rest`, () =>
    assert.deepEqual(withoutObjected(ENTRY, [against]), { ...ENTRY, ...AFTER[against] }))

test('PRI-03: who has objected to inquiries is not told of again by an objection to their details', () =>
  assert.equal(withoutObjected(ENTRY, ['inquiry', 'inquiry-details']).inquiry, 'no'))

test('each change is told once: new, changed, deleted, and nothing where nothing is different', () => {
  const told = held({ a: listed(), b: listed(), c: listed() })
  const wanted = held({ a: listed(), b: listed({ name: 'Muster AG' }), d: listed() })
  assert.deepEqual(
    changesBetween(told, wanted).map(({ kind, entryId, listing }) => [kind, entryId, listing.name]),
    [
      ['change', 'b', 'Muster AG'],
      ['delete', 'c', 'Muster GmbH'],
      ['create', 'd', 'Muster GmbH'],
    ],
  )
  assert.deepEqual(changesBetween(wanted, wanted), [])
})

test('any change of a field is a change', () => {
  const before = listed()
  for (const key of Object.keys(before)) {
    const after = { ...before, [key]: 'otherwise' }
    assert.equal(changesBetween(held({ a: before }), held({ a: after })).length, 1, key)
  }
})

test('the file has a column for each field; of what is deleted it tells the number alone; formulas are none', () => {
  const create = { kind: 'create', entryId: 'a', tenantId: 't', listing: listed({ searchWord: '=cmd()' }) } as const
  const [head = '', created = '', deleted = ''] = exportFile([create, { ...create, kind: 'delete' }])
    .replace('\uFEFF', '')
    .split('\r\n')
  const [titles, cells, gone] = [head.split(';'), created.split(';'), deleted.split(';')]
  assert.equal(titles.length, Object.keys(create.listing).length + 2)
  assert.equal(cells.length, titles.length)
  const cell = (title: string): string | undefined => cells[titles.indexOf(title)]
  assert.deepEqual(
    ['Vorgang', 'Vorwahl', 'Rufnummer', 'Durchwahl', 'Nutzung', 'Art', 'Suchwort', 'Gedruckt', 'Auskunft', 'Inverssuche', 'Gültig ab'].map(
      cell,
    ),
    ['neu', '0221', '555555', '0', 'Telefon', 'Firma', "'=cmd()", 'ja', 'vollständig', 'ja', '2030-01-01'],
  )
  assert.deepEqual(gone, ['gelöscht', 'a', '0221', '555555', '0', ...Array<string>(titles.length - 5).fill('')])
})
