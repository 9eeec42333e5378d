/** Calls to and from the simulated public network: over the carrier, with registration and digest (TRK-07). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsSilence, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, dialled, phone, root, startCli, TONES } from './support.ts'

const skip = missingPeers('baresip')
/** What the network plays (its README). */
const NETWORK_TONE = { frequencyHz: 1020, levelDbm0: -10 }
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

test('a call out reaches the tone, and the record says so', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, product.demo.network.tone))
  await anna.established()
  await hearsTone('the caller', anna, NETWORK_TONE, 800)
  await anna.hangUp()
  const record = await callRecord(product, 'the call out', ({ direction, endedAt }) => direction === 'outbound' && endedAt !== null)
  assert.equal(record.called.number, product.demo.network.tone)
  assert.equal(record.cause, 'hung-up-by-caller')
  assert.ok(record.answeredAt !== null && record.startedAt <= record.answeredAt && record.answeredAt <= (record.endedAt ?? ''))
})

test('hold silences a call over the carrier and resume brings it back', { skip }, async () => {
  await using anna = await phone(product, '14', { tone: TONES.anna })
  await anna.dial(dialled(product, product.demo.network.tone))
  await anna.established()
  await hearsTone('the caller', anna, NETWORK_TONE, 800)
  await anna.hold()
  await anna.listen(500)
  assertHearsSilence('the caller, on hold', await anna.listen(400))
  await anna.resume()
  await hearsTone('the caller, after hold', { listen: (ms) => anna.listenAfterHold(ms) }, NETWORK_TONE, 600)
  await anna.hangUp()
  await anna.ended()
})

for (const [format, dial] of [
  ['+49…', (e164: string) => e164],
  ['0049…', (e164: string) => `00${e164.slice(1)}`],
  ['0…', (e164: string) => `0${e164.slice(3)}`],
] as const) {
  test(`the echo is reached when dialled as ${format}`, { skip }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await anna.dial(dialled(product, dial(product.demo.network.echo)))
    await anna.established()
    await hearsTone('the caller', anna, TONES.anna, 800)
    await anna.hangUp()
    await anna.ended()
  })
}

for (const [name, reason, cause] of [
  ['busy', /486/, 'busy'],
  ['unassigned', /404/, 'not-found'],
] as const) {
  test(`a number that is ${name} ends the call with its reason`, { skip }, async () => {
    await using anna = await phone(product, '11', { tone: TONES.anna })
    const number = product.demo.network[name]
    await anna.dial(dialled(product, number))
    assert.match(await anna.ended(), reason)
    const record = await callRecord(product, name, ({ called, endedAt }) => called.number === number && endedAt !== null)
    assert.deepEqual([record.cause, record.answeredAt], [cause, null])
  })
}

test('a number that nobody answers rings until the caller gives up', { skip }, async () => {
  await using anna = await phone(product, '12', { tone: TONES.anna })
  const number = product.demo.network.noAnswer
  await anna.dial(dialled(product, number))
  await anna.event('CALL_RINGING')
  await anna.hangUp()
  const record = await callRecord(product, 'the unanswered call', ({ called, endedAt }) => called.number === number && endedAt !== null)
  assert.equal(record.cause, 'cancelled')
})

test('a hang-up in the public network ends the call here', { skip }, async () => {
  await using anna = await phone(product, '13', { tone: TONES.anna })
  const number = product.demo.network.hangUpAfter
  await anna.dial(dialled(product, number))
  await anna.established()
  await anna.ended(10_000)
  const record = await callRecord(product, 'the call', ({ called, endedAt }) => called.number === number && endedAt !== null)
  assert.equal(record.cause, 'hung-up-by-called')
})

test('a call in rings the phone of the number, with the caller shown, and is heard both ways', { skip }, async () => {
  const [number = ''] = product.demo.numbers
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using command = startCli(product, 'call-in', number)
  assert.match(await anna.rings(), /\+493023125000@/)
  await anna.accept()
  await anna.established()
  await hearsTone('the called', anna, NETWORK_TONE, 800)
  await anna.hangUp()
  assert.equal(await command.exit(10_000), 0)
  assert.match(command.output, /answered[\s\S]*ended/)
  const record = await callRecord(product, 'the call in', ({ direction, endedAt }) => direction === 'inbound' && endedAt !== null)
  assert.deepEqual([record.caller.number, record.called.number, record.cause], ['+493023125000', number, 'hung-up-by-called'])
})

test('DIR-01: a caller who stands in a phone book has that name on the phone, in the live call and in the record; the own phone book goes before', {
  skip,
}, async () => {
  const [number = ''] = product.demo.numbers
  const extensions = (await product.get('/extensions?limit=200')) as {
    readonly items: readonly { id: string; number: string; tenantId: string }[]
  }
  const ten = extensions.items.find((extension) => extension.number === '10')
  const post = async (path: string, body: object) => (await (await product.request('POST', path, body)).json()) as { readonly id: string }
  const book = await post('/phone-books', { tenantId: ten?.tenantId, name: 'Kunden' })
  const entry = { name: 'Jürgen Müller', company: 'Öl & Söhne', numbers: [{ kind: 'work', number: '030 23125000' }] }
  await post(`/phone-books/${book.id}/entries`, entry)
  const rings = async (): Promise<string | undefined> => {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await using command = startCli(product, 'call-in', number)
    const { peerdisplayname } = await anna.event('CALL_INCOMING')
    const live = (await product.get('/live-calls')) as { readonly items: readonly { readonly caller: { readonly displayName: string } }[] }
    assert.deepEqual(
      live.items.map(({ caller }) => caller.displayName),
      ['Jürgen Müller (Öl & Söhne)'],
    )
    await anna.hangUp()
    await command.exit(10_000)
    return peerdisplayname
  }
  assert.equal(await rings(), 'Jürgen Müller (Öl & Söhne)')
  await post(`/phone-books/${ten?.id}/entries`, { ...entry, name: 'Onkel Jürgen', company: '' })
  assert.equal(await rings(), 'Onkel Jürgen')
  const record = await callRecord(
    product,
    'the refused call',
    ({ direction, endedAt, answeredAt }) => direction === 'inbound' && endedAt !== null && answeredAt === null,
  )
  assert.partialDeepStrictEqual(record.caller as object, { number: '+493023125000', displayName: 'Jürgen Müller (Öl & Söhne)' })
})
