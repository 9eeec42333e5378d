/** Numbers of another customer of this exchange that ring beside phones: inside, with that customer's own flow, and a record on either side. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Baresip, eventually, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { type CallRecord, dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const DOMAIN = 'nebenan.example'
const NUMBERS = { desk: '+4930555010', mailbox: '+4930555011', team: '+4930555012' } as const
const NINA = { frequencyHz: 620, levelDbm0: -12 }

interface Made {
  readonly id: string
  readonly sipUsername: string
  readonly sipPassword: string
}

interface Routed extends CallRecord {
  readonly tenantId: string
  readonly answeredBy: { readonly number: string } | null
  readonly route: readonly { readonly step: string; readonly detail: string }[]
}

let product: RunningProduct
/** The other customer. */
let neighbour: string
/** Its extension 20. */
let desk: Made

before(async () => {
  product = await RunningProduct.start({ root })
  neighbour = (
    await send<Made>('POST', '/tenants', { name: 'Nebenan', sipDomain: DOMAIN, areaCode: '30', profile: { requireValidSite: false } }, 201)
  ).id
  desk = await send<Made>('POST', '/extensions', { tenantId: neighbour, number: '20', name: 'Nina' }, 201)
  for (const number of Object.values(NUMBERS)) await send('POST', '/numbers', { tenantId: neighbour, first: number }, 201)
  await send('PATCH', `/numbers/${NUMBERS.desk}`, { destination: { kind: 'extension', targetId: desk.id } })
  const box = await send<Made>('PATCH', `/extensions/${desk.id}/mailbox`, { enabled: true })
  await send('PATCH', `/numbers/${NUMBERS.mailbox}`, { destination: { kind: 'voicemail', targetId: box.id } })
})
after(() => product?.[Symbol.asyncDispose]())

async function send<T>(method: string, path: string, body: unknown, status = 200): Promise<T> {
  const response = await product.request(method, path, body)
  const text = await response.text()
  assert.equal(response.status, status, `${method} ${path}: ${text}`)
  return JSON.parse(text) as T
}

async function idOf(number: string): Promise<string> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const own = items.find((item) => item.number === number && item.tenantId !== neighbour)
  return own?.id ?? ''
}

/** Lets an extension of ours ring a number together with its own phone. */
async function alsoRings(extension: string, number: string, confirm: boolean): Promise<void> {
  const parties = [{ kind: 'external', number, confirm }]
  await send('PATCH', `/extensions/${await idOf(extension)}/call-settings`, { alsoRing: { parties } })
}

/** The phone of the other customer. */
function nina(): Promise<Baresip> {
  const { sipUsername: username, sipPassword: password } = desk
  return Baresip.start({ tone: NINA, username, password, domain: DOMAIN, server: product.sip() })
}

/** Records of a customer that name `number` as called, once there are `count` and all have ended; newest first. */
function records(of: 'ours' | 'theirs', number: string, count: number): Promise<readonly Routed[]> {
  const all = async () => ((await product.get('/call-records?limit=100')) as { readonly items: readonly Routed[] }).items
  const ask = async () => {
    const found = (await all()).filter((record) => (record.tenantId === neighbour) === (of === 'theirs') && record.called.number === number)
    return found.length >= count && found.every(({ endedAt }) => endedAt !== null) ? found : undefined
  }
  return eventually(`${count} records of ${number}, ${of}`, ask, { shown: all })
}

/** Nobody was called over a carrier. */
function assertNoCarrier(shown: readonly Routed[]): void {
  for (const { route } of shown)
    assert.deepEqual(
      route.filter(({ step }) => step.startsWith('carrier')),
      [],
    )
}

/** A customer somebody of whom is in a call is not deleted by mistake; what would be lost is told. */
async function assertNotDeletedInCall(): Promise<void> {
  const refused = await send<{ type: string; detail: string }>('DELETE', `/tenants/${neighbour}?confirm=Nebenan`, undefined, 409)
  assert.equal(refused.type, 'urn:klinke:problem:tenant-has-calls')
  const holdings = { extensions: 1, numbers: 3, mailboxes: 1, messages: 0, recordings: 0 }
  assert.deepEqual(await product.get(`/tenants/${neighbour}/loss`), { holdings, callsInProgress: 1 })
}

test('TRK-14: a number of another customer rings beside the own phone, inside; who answers there talks, and each customer has a record', {
  skip,
}, async () => {
  await alsoRings('11', NUMBERS.desk, false)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using other = await nina()
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  const caller = await other.rings()
  assert.ok(caller.includes(product.demo.numbers[0] ?? '?'), `shown: ${caller}`)
  await other.accept()
  await Promise.all([anna.established(), other.established()])
  await bea.ended()
  await hearsTone('the caller', anna, NINA, 800)
  await hearsTone('the other customer', other, TONES.anna, 800)
  await assertNotDeletedInCall()
  await anna.hangUp()
  await other.ended()
  await noLiveCalls(product)
  const [out] = await records('ours', NUMBERS.desk, 1)
  const [into] = await records('theirs', NUMBERS.desk, 1)
  assert.deepEqual([out?.direction, out?.caller.number, out?.answeredAt !== null], ['outbound', '11', true])
  assert.deepEqual([into?.direction, into?.answeredBy?.number], ['inbound', '20'])
  assertNoCarrier([out, into].filter((record) => record !== undefined))
})

test('CALL-03: its mailbox never takes a call that who answers must accept: the own phone does', { skip }, async () => {
  await alsoRings('11', NUMBERS.mailbox, true)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  const [refused] = await records('theirs', NUMBERS.mailbox, 1)
  assert.deepEqual([refused?.answeredAt, refused?.route.at(-1)?.step], [null, 'wants-person'])
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
})

test('CALL-03: who answers there accepts with the key 1, and only then the own phone stops ringing', { skip }, async () => {
  await alsoRings('11', NUMBERS.desk, true)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using other = await nina()
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await other.rings()
  await other.accept()
  await other.established()
  await other.press('1')
  await anna.established()
  await bea.ended()
  await hearsTone('the caller', anna, NINA, 800)
  await hearsTone('the other customer', other, TONES.anna, 800)
  await other.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('ACD-01: an outside member of a ring group may be a ring group there, whose phone rings, accepts and talks', { skip }, async () => {
  const there = { tenantId: neighbour, name: 'Team', settings: {}, members: [{ extensionId: desk.id }] }
  const team = await send<Made>('POST', '/ring-groups', there, 201)
  await send('PATCH', `/numbers/${NUMBERS.team}`, { destination: { kind: 'group', targetId: team.id } })
  const ours = await tenantOfDemo()
  await send(
    'POST',
    '/ring-groups',
    { tenantId: ours, name: 'Nachbarn', number: '88', members: [], settings: { outsideMembers: [NUMBERS.team] } },
    201,
  )
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using other = await nina()
  await anna.dial(dialled(product, '88'))
  await other.rings()
  await other.accept()
  await other.established()
  await other.press('1')
  await anna.established()
  await hearsTone('the caller', anna, NINA, 800)
  await hearsTone('the other customer', other, TONES.anna, 800)
  await anna.hangUp()
  await other.ended()
  await noLiveCalls(product)
  assertNoCarrier(await records('theirs', NUMBERS.team, 1))
})

async function tenantOfDemo(): Promise<string> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  return items.find(({ tenantId }) => tenantId !== neighbour)?.tenantId ?? ''
}

test('CLI-01: who hides its number is hidden there', { skip }, async () => {
  await alsoRings('11', NUMBERS.desk, false)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using other = await nina()
  await send('PATCH', `/extensions/${await idOf('10')}/call-settings`, { hideNumber: true })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  assert.match(await other.rings(), /anonymous/)
  await anna.hangUp()
  await other.ended()
  await noLiveCalls(product)
  await send('PATCH', `/extensions/${await idOf('10')}/call-settings`, { hideNumber: false })
})

test('CALL-07: two customers whose extensions ring each other end the circle', { skip }, async () => {
  await alsoRings('11', NUMBERS.desk, false)
  const own = product.demo.numbers[1] ?? ''
  const back = { alsoRing: { parties: [{ kind: 'external', number: own, confirm: false }] } }
  await send('PATCH', `/extensions/${desk.id}/call-settings`, back)
  const earlier = (await records('theirs', NUMBERS.desk, 0)).length
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using other = await nina()
  await anna.dial(dialled(product, own))
  await Promise.all([bea.rings(), other.rings()])
  await anna.hangUp()
  await Promise.all([bea.ended(), other.ended()])
  await noLiveCalls(product)
  const [into, ...before] = await records('theirs', NUMBERS.desk, earlier + 1)
  assert.equal(before.length, earlier, 'one call came in, and none by the circle')
  assert.equal(into?.cause, 'cancelled')
})
