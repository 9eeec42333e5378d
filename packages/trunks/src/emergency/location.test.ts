import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantSnapshot } from '@klinke/accounts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import { civicLocation } from './civic-location.ts'
import { GAP_SECONDS } from './until-helped.ts'

const ADDRESS = { street: 'Am Alten Markt', houseNumber: '12 a', postalCode: '50667', city: 'Köln' }
const TAKES = { emergencyLocation: 'pidf-lo' } as const

function at(...addresses: readonly { readonly from: string; readonly street: string }[]): TenantSnapshot {
  const site = { id: 'cologne', name: 'Köln <Zentrale>', isMain: true, areaCode: '221', emergencyNumber: undefined }
  return { ...TENANT, sites: new Map([['cologne', { ...site, addresses: addresses.map((one) => ({ ...ADDRESS, ...one })) }]]) }
}

const HERE = at({ from: '1970-01-01', street: ADDRESS.street })

function objects(trunks: TestTrunks, index = 0): readonly string[] {
  return (trunks.userAgent.called[index]?.invite.parts ?? []).map(({ body }) => Buffer.from(body).toString())
}

test('a carrier that takes it is told the registered address beside the session description (LAW-03, RFC 6442 §3.1)', async () => {
  const trunks = new TestTrunks([carrier('one', TAKES)], HERE)
  await trunks.dial('112')
  const [part] = trunks.userAgent.called[0]?.invite.parts ?? []
  assert.equal(part?.headers.get('Content-Type'), 'application/pidf+xml')
  const id = part?.headers.get('Content-ID')?.slice(1, -1)
  assert.deepEqual(trunks.sent('Geolocation'), [`<cid:${id}>`])
  assert.deepEqual(trunks.sent('Geolocation-Routing'), ['yes'])
  const [object = ''] = objects(trunks)
  for (const [field, text] of [
    ['country', 'DE'],
    ['A3', 'Köln'],
    ['RD', 'Am Alten Markt'],
    ['HNO', '12'],
    ['HNS', 'a'],
    ['PC', '50667'],
    ['NAM', 'Acme'],
    ['LOC', 'Köln &#60;Zentrale&#62;'],
  ])
    assert.ok(object.includes(`<ca:${field}>${text}</ca:${field}>`), `${field} in ${object}`)
  assert.match(object, /entity="tel:\+4922155500"/)
})

test('a carrier that does not take a location object, and a site without an address, leave the number alone', async () => {
  for (const [kind, tenant] of [
    [{}, HERE],
    [TAKES, at()],
    [TAKES, { ...TENANT, sites: new Map() }],
  ] as const) {
    const trunks = new TestTrunks([carrier('one', kind)], tenant)
    await trunks.dial('112')
    assert.deepEqual([trunks.sent('Geolocation'), objects(trunks), trunks.tried], [[], [], ['one']])
  }
})

test('no ordinary call tells where its caller is', async () => {
  const trunks = new TestTrunks([carrier('one', TAKES)], HERE)
  await trunks.dial('+493012345')
  assert.deepEqual([trunks.tried, trunks.sent('Geolocation'), objects(trunks)], [['one'], [], []])
})

test('a planned move is told from its day on (EMG-06)', async () => {
  const tenant = at({ from: '1970-01-01', street: 'Altweg' }, { from: '2026-01-06', street: 'Neuweg' })
  const trunks = new TestTrunks([carrier('one', TAKES)], tenant)
  await trunks.dial('112')
  await trunks.clock.advance(86_400_000)
  await trunks.dial('112')
  assert.match(String(objects(trunks, 0)), /Altweg/)
  assert.match(String(objects(trunks, trunks.userAgent.called.length - 1)), /Neuweg/)
})

for (const status of [400, 403, 404, 413, 415, 424, 488, 493, 500, 513, 606]) {
  test(`a carrier that refuses the location with ${status} is asked again without, before any other (EMG-01)`, async () => {
    const trunks = new TestTrunks([carrier('one', TAKES), carrier('two', { priority: 2 })], HERE)
    await trunks.dial('112', '10', { headers: [['Geolocation', '<cid:phone@x>']] })
    trunks.userAgent.called[0]?.refuse(status)
    await trunks.clock.advance(0)
    assert.deepEqual(trunks.tried, ['one', 'one'])
    assert.deepEqual([trunks.sent('Geolocation', 1), objects(trunks, 1)], [[], []])
    trunks.userAgent.called[1]?.refuse(status)
    await trunks.clock.advance(0)
    assert.deepEqual(trunks.tried, ['one', 'one', 'two'])
  })
}

test('a carrier that says nothing is not asked again without the location before the others', async () => {
  const trunks = new TestTrunks([carrier('one', TAKES), carrier('two', { ...TAKES, priority: 2 })], HERE)
  await trunks.dial('112')
  await trunks.clock.advance(4_000)
  assert.deepEqual(trunks.tried, ['one', 'two'])
})

test('a control centre that is busy was not kept from answering by the location', async () => {
  const trunks = new TestTrunks([carrier('one', TAKES)], HERE)
  const caller = await trunks.dial('112')
  trunks.userAgent.called[0]?.refuse(486)
  await trunks.clock.advance(0)
  assert.deepEqual([trunks.tried, caller.final], [['one'], undefined])
  await trunks.clock.advance(GAP_SECONDS * 1000)
  assert.deepEqual([trunks.tried.length, trunks.sent('Geolocation', 1).length], [2, 1])
})

test('what is written in an address breaks no XML', () => {
  const address = { ...ADDRESS, street: 'A&B "<Weg>"\u0000\ud800', houseNumber: 'Haus 3' }
  const object = civicLocation({ address, occupant: "O'Hara", site: '', entity: 'sip:a&b', epochMs: 0 })
  assert.ok(object.includes('<ca:RD>A&#38;B &#34;&#60;Weg&#62;&#34;</ca:RD>'))
  assert.ok(object.includes('<ca:HNO>Haus 3</ca:HNO>') && !object.includes('ca:HNS') && !object.includes('ca:LOC'))
  assert.ok(object.includes('entity="sip:a&#38;b"') && object.includes('<timestamp>1970-01-01T00:00:00.000Z</timestamp>'))
})
