/** Two phones that are not ours call each other through Klinke; what each hears is measured. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHears, hearsInstead, hearsTone, missingPeers, RunningProduct, sipsakOptions } from '@klinke/testbed'
import { callRecord, dialled, endedRecords, noLiveCalls, type PhoneOptions, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
/** Where a tenant has no music, a sign this often says that the line still stands. */
const HOLD_SIGN_EVERY_MS = 6000
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root, firstStart: true })
})
after(() => product?.[Symbol.asyncDispose]())

type Access = Pick<PhoneOptions, 'transport' | 'srtp'>

const rows: readonly (readonly [what: string, caller: Access, called: Access])[] = [
  ['over UDP', { transport: 'UDP' }, { transport: 'UDP' }],
  ['over TCP', { transport: 'TCP' }, { transport: 'TCP' }],
  ['over TLS with SRTP', { transport: 'TLS', srtp: true }, { transport: 'TLS', srtp: true }],
  ['from TLS with SRTP to UDP without', { transport: 'TLS', srtp: true }, { transport: 'UDP' }],
  ['from UDP without SRTP to TLS with it', { transport: 'UDP' }, { transport: 'TLS', srtp: true }],
]

for (const [what, callerAccess, calledAccess] of rows) {
  test(`two phones hear each other ${what}`, { skip }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna, ...callerAccess })
    await using bea = await phone(product, '11', { tone: TONES.bea, ...calledAccess })
    await anna.dial(dialled(product, '11'))
    assert.match(await bea.rings(), /10@/)
    await bea.accept()
    await Promise.all([anna.established(), bea.established()])
    await hearsTone('the caller', anna, TONES.bea, 600)
    await hearsTone('the called', bea, TONES.anna, 600)
    await bea.hangUp()
    await anna.ended()
  })
}

test('two wideband phones hear each other over G.722, as high as G.711 cannot carry; one that has only G.711 is understood, too', {
  skip,
}, async () => {
  const high = { frequencyHz: 5200, levelDbm0: -12 }
  await using anna = await phone(product, '10', { tone: { frequencyHz: 6100, levelDbm0: -12 }, wideband: true })
  await using bea = await phone(product, '11', { tone: high, wideband: true, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  assertHears('the caller', await anna.listen(600), high.frequencyHz)
  assertHears('the called', await bea.listen(600), 6100)
  await anna.hangUp()
  await Promise.all([anna.ended(), bea.ended()])
  await bea.dial(dialled(product, '12'))
  await Promise.all([bea.established(), cleo.established()])
  assertHears('who has G.722', await bea.listen(600), TONES.bea.frequencyHz)
  await bea.hangUp()
  await cleo.ended()
})

test('a party on hold hears music instead of the one that holds, who hears nothing; resume brings both back', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the called', bea, TONES.anna, 600)
  await anna.hold()
  // What was under way when the hold began.
  await bea.listen(300)
  await hearsInstead('the called, on hold', bea, TONES.anna, HOLD_SIGN_EVERY_MS)
  await anna.resume()
  await hearsTone('the caller, after hold', { listen: (ms) => anna.listenAfterHold(ms) }, TONES.bea, 600)
  // Until anna's phone says its own tone again and not what it heard.
  await bea.listen(300)
  await hearsTone('the called, after hold', bea, TONES.anna, 600)
  await anna.hangUp()
  await bea.ended()
})

test('extension 99 sends back what it hears', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '99'))
  await anna.established()
  await hearsTone('the caller', anna, TONES.anna, 800)
  await anna.hangUp()
  await anna.ended()
})

test('a call that the caller gives up stops ringing and is recorded as cancelled', { skip }, async () => {
  await using anna = await phone(product, '12', { tone: TONES.anna })
  await using bea = await phone(product, '13', { tone: TONES.bea })
  await anna.dial(dialled(product, '13'))
  await bea.rings()
  await anna.hangUp()
  await bea.ended()
  const record = await callRecord(product, 'the cancelled call', ({ caller, endedAt }) => caller.number === '12' && endedAt !== null)
  assert.deepEqual([record.cause, record.answeredAt, record.called.number], ['cancelled', null, '13'])
})

test('a CANCEL that crosses the answer leaves no call behind, and one record for each', { skip }, async () => {
  await using anna = await phone(product, '14', { tone: TONES.anna })
  await using _bea = await phone(product, '13', { tone: TONES.bea, answersAtOnce: true })
  const delaysMs = [0, 2, 4, 6, 8, 10, 12, 15, 20, 30]
  for (const delayMs of delaysMs) {
    await anna.dial(dialled(product, '13'))
    // Waits for nothing: the CANCEL is to meet the call at another moment each time.
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    await anna.hangUp()
    await anna.ended()
  }
  await noLiveCalls(product)
  // A call that was given up before the phone had proved who it is never began.
  const begun = await endedRecords(product, 1, ({ caller }) => caller.number === '14')
  assert.ok(begun.length <= delaysMs.length)
  assert.equal(new Set(begun.map(({ id }) => id)).size, begun.length)
})

test('OPTIONS is answered over UDP and TCP', { skip: missingPeers('sipsak') }, async () => {
  for (const transport of ['udp', 'tcp'] as const) {
    const { address, port } = product.sip(transport === 'tcp' ? 'TCP' : 'UDP')
    const { exitCode, output } = await sipsakOptions(`sip:${address}:${port}`, { transport })
    assert.equal(exitCode, 0, output)
    assert.match(output, /200 OK/)
  }
})
