/** Forwarding, do not disturb, unwanted callers and the mobile beside, with phones that are not ours: who rings, and who hears whom. */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Baresip, eventually, hearsRecording, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import {
  ALWAYS,
  answered,
  asAtFirst,
  CARL,
  callSettings,
  changed,
  code,
  created,
  extensionOf,
  foretold,
  parties,
  prompt,
  talk,
  toExtension,
} from './call-settings-support.ts'
import { assertIsSaid } from './spoken.ts'
import { callRecord, dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())
afterEach(() => asAtFirst(product, '11', '12', '13'))

const start = {
  anna: (): Promise<Baresip> => phone(product, '10', { tone: TONES.anna }),
  bea: (): Promise<Baresip> => phone(product, '11', { tone: TONES.bea }),
  carl: (): Promise<Baresip> => phone(product, '12', { tone: CARL }),
}

test('CALL-03: *21 forwards all calls to the extension dialled behind it, #21 ends that', { skip }, async () => {
  await using anna = await start.anna()
  await using bea = await start.bea()
  await using carl = await start.carl()
  await code(product, bea, '*2112')
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, carl, CARL)
  await code(product, bea, '#21')
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, bea, TONES.bea)
})

test('CALL-03, CALL-04: no answer and do not disturb lead to the extension chosen for each', { skip }, async () => {
  const to = await toExtension(product, '12')
  const forwardings = [
    { when: 'no-answer', afterSeconds: 5, to },
    { when: 'busy', to },
  ]
  await callSettings(product, '11', { forwardings })
  await using anna = await start.anna()
  await using bea = await start.bea()
  await using carl = await start.carl()
  await foretold(product, '11', '10', ['rings 11 for 5 s', 'no-answer: forwarded', 'rings 12'])
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await talk(product, anna, carl, CARL)
  await callSettings(product, '11', { doNotDisturb: true })
  await foretold(product, '11', '10', ['busy: do-not-disturb', 'forwarded', 'rings 12'])
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, carl, CARL)
})

test('CALL-03: *67 forwards while the line is busy with a call, and only then; *26 makes it busy for all, #26 ends that', {
  skip,
}, async () => {
  await using anna = await start.anna()
  await using bea = await start.bea()
  await using carl = await start.carl()
  await using david = await phone(product, '13', { tone: { frequencyHz: 1400, levelDbm0: -14 } })
  await callSettings(product, '11', { callWaiting: false })
  await code(product, bea, '*6712')
  await david.dial(dialled(product, '11'))
  await bea.rings()
  await bea.accept()
  await david.established()
  await anna.dial(dialled(product, '11'))
  await talkBeside(anna, carl)
  await david.hangUp()
  await Promise.all([bea.ended(), noLiveCalls(product)])
  await code(product, bea, '*26')
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, carl, CARL)
  await code(product, bea, '#26')
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, bea, TONES.bea)
})

/** The phone rings and answers while other calls go on; both hear each other. */
async function talkBeside(caller: Baresip, rung: Baresip): Promise<void> {
  await rung.rings()
  await rung.accept()
  await Promise.all([caller.established(), rung.established()])
  await hearsTone('the caller', caller, CARL, 600)
  await hearsTone('who answered', rung, TONES.anna, 600)
  await caller.hangUp()
  await Promise.all([caller.ended(), rung.ended()])
}

test('CALL-03: who is not registered is forwarded at once; a number of the own customer leads to its extension', { skip }, async () => {
  const [, , ofCarl = ''] = product.demo.numbers
  await callSettings(product, '13', { forwardings: [{ when: 'not-registered', to: { kind: 'external', number: ofCarl } }] })
  await using anna = await start.anna()
  await using carl = await start.carl()
  await foretold(product, '13', '10', ['forwarded', 'rings 12'])
  await anna.dial(dialled(product, '13'))
  await talk(product, anna, carl, CARL)
})

test('CALL-03, CALL-04: forwarding and ring block follow a schedule', { skip }, async () => {
  const { tenantId } = await extensionOf(product, '11')
  const scheduleId = await created(product, '/schedules', { tenantId, name: 'Hours', week: [] })
  const schedule = { kind: 'schedule', targetId: scheduleId }
  const closed = [{ when: 'always', to: await toExtension(product, '12'), during: { schedule, is: 'closed' } }]
  await callSettings(product, '11', { forwardings: closed })
  await using anna = await start.anna()
  await using bea = await start.bea()
  await using carl = await start.carl()
  await foretold(product, '11', '10', ['forwarded', 'rings 12'])
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, carl, CARL)
  await callSettings(product, '11', { forwardings: [], ringsOnly: { schedule, is: 'open' } })
  await foretold(product, '11', '10', ['busy: ring-block', 'ends busy'])
  await anna.dial(dialled(product, '11'))
  assert.match(await anna.ended(), /486/)
  await callSettings(product, '11', { forwardings: closed })
  await changed(product, `/schedules/${scheduleId}`, { week: ALWAYS })
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, bea, TONES.bea)
})

test('CALL-07: who forward calls to each other, by extension or by number, do not send a call round: the second phone rings', {
  skip,
}, async () => {
  const [, ofBea = '', ofCarl = ''] = product.demo.numbers
  await using anna = await start.anna()
  await using _bea = await start.bea()
  await using carl = await start.carl()
  for (const [toCarl, toBea] of [
    [await toExtension(product, '12'), await toExtension(product, '11')],
    [
      { kind: 'external', number: ofCarl },
      { kind: 'external', number: ofBea },
    ],
  ]) {
    await callSettings(product, '11', { forwardings: [{ when: 'always', to: toCarl }] })
    await callSettings(product, '12', { forwardings: [{ when: 'always', to: toBea }] })
    await foretold(product, '11', '10', ['forwarded', 'not-forwarded', 'rings 12'])
    await anna.dial(dialled(product, '11'))
    await talk(product, anna, carl, CARL)
  }
})

test('CALL-01: a second call rings while one goes on, is busy without call waiting, and *66 dials again', { skip }, async () => {
  await using anna = await start.anna()
  await using bea = await start.bea()
  await using carl = await start.carl()
  await code(product, bea, '#43')
  await carl.dial(dialled(product, '11'))
  await bea.rings()
  await bea.accept()
  await carl.established()
  await anna.dial(dialled(product, '11'))
  assert.match(await anna.ended(), /486/)
  await callSettings(product, '11', { callWaiting: true })
  await anna.dial(dialled(product, '*66'))
  assert.match(await bea.rings(), /sip:10@/)
  await carl.hangUp()
  await answered(product, anna, bea, TONES.bea)
})

test('CALL-03: a mailbox that answers for the mobile beside never takes the call; the desk phone does', { skip }, async () => {
  await callSettings(product, '11', { alsoRing: { parties: [{ kind: 'external', number: product.demo.network.tone }] } })
  await using anna = await start.anna()
  await using bea = await start.bea()
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  // The network answers at once, and presses nothing.
  const { tone } = product.demo.network
  const now = (): Promise<readonly string[]> => parties(product)
  await eventually('an answer outside', async () => (await now()).includes(`${tone} answered`), { shown: now })
  assert.equal((await now())[0], '10 ringing')
  await answered(product, anna, bea, TONES.bea)
})

test('codes and refusals are said in English where that is the language of the customer, and in German again after it', {
  skip,
}, async () => {
  const { tenantId } = await extensionOf(product, '11')
  await callSettings(product, '11', { rejectedCallers: ['10'] })
  await using anna = await start.anna()
  await using bea = await start.bea()
  for (const language of ['en', 'de'] as const) {
    await changed(product, `/tenants/${tenantId}`, { profile: { language } })
    await bea.dial(dialled(product, '*36'))
    await anna.dial(dialled(product, '11'))
    await bea.established()
    const [byBea, byAnna] = await Promise.all([bea.listen(2200), anna.listen(2000)])
    assertIsSaid('who dials a code', byBea, 'callback-none', language)
    assertIsSaid('who is unwanted', byAnna, 'caller-rejected', language)
    await Promise.all([anna.ended(), bea.ended()])
  }
})

test('CALL-04: who is unwanted hears so before the answer, and is declined', { skip }, async () => {
  await callSettings(product, '11', { rejectedCallers: ['10'] })
  await using anna = await start.anna()
  await anna.dial(dialled(product, '11'))
  await hearsRecording('the caller', anna, prompt('caller-rejected'), 1500)
  assert.match(await anna.ended(), /603/)
  const record = await callRecord(product, 'the call', ({ cause }) => cause === 'declined')
  assert.deepEqual([record.called.number, record.answeredAt], ['11', null])
  await noLiveCalls(product)
})
