/** "Explain this call" on the wire: each cause is provoked with telephones, and the answer of the REST API is what an administrator reads. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually } from '@klinke/testbed'
import { ExplainDesk, type Explanation, type Fault, type WirePhone } from './explain-desk.ts'
import { talking } from './support.ts'

let desk: ExplainDesk
let anna: WirePhone

before(async () => {
  desk = await ExplainDesk.start({ callTraces: 'always' })
  anna = await desk.registered('10')
})
after(() => desk?.[Symbol.asyncDispose]())

/** Anna calls that number; why it ended. */
const fails = (called: string, from: WirePhone = anna): Promise<Explanation> => desk.fails(called, from)
const idsTo = (called: string): Promise<readonly string[]> => desk.idsTo(called)

test('an answered call: both sentences, every message of both dialogs, and no secret in any of them', async () => {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0, hangUpAfterMs: 300 })
  const { diagnosis, timeline, ladder, ladderKept } = await fails('11')
  assert.equal(diagnosis.code, 'talked')
  assert.deepEqual([diagnosis.sentence.de.includes('normal beendet'), diagnosis.sentence.en.includes('ended normally')], [true, true])
  assert.deepEqual([timeline[0]?.step, timeline.at(-1)?.step], ['started', 'ended'])
  assert.equal(ladderKept, true)
  const rungs = ladder.map(({ direction, party, method, status }) => `${direction} ${party} ${status ?? method}`)
  for (const rung of ['received 10 INVITE', 'sent 10 401', 'sent 11 INVITE', 'received 11 200', 'sent 10 200', 'received 11 BYE']) {
    assert.ok(rungs.includes(rung), `${rung} in ${rungs.join(', ')}`)
  }
  assert.ok(ladder.some(({ authenticates }) => authenticates))
  const { password } = desk.product.extension('10')
  assert.doesNotMatch(JSON.stringify(ladder), new RegExp(`${password}|response=|nonce=`))
  await bernd.close()
})

for (const [what, code, fault] of [
  ['a wrong password', 'wrong-password', { password: 'guessed' }],
  ['a name that nobody has', 'unknown-account', { username: 'nobody-here', password: 'x' }],
  [
    'the address of somebody else',
    'registers-for-another',
    { rewrite: (text: string) => text.replace(/^To: <sip:[^@]+@/m, 'To: <sip:14@') },
  ],
] as const satisfies readonly (readonly [string, string, Fault])[]) {
  test(`a phone that registers with ${what}: ${code}`, async () => {
    const phone = await desk.phone('12', { kind: 'ring' }, fault)
    assert.notEqual(await phone.sip.register(), 200)
    const account = 'username' in fault ? fault.username : desk.product.extension('12').username
    const { ladder, diagnosis } = await desk.refused(account, 'REGISTER', code)
    assert.equal(diagnosis.severity, 'problem')
    assert.ok(ladder.some(({ method, status }) => method === 'REGISTER' && status === null))
  })
}

test('a call with a wrong password has no record, and is explained all the same: wrong-password', async () => {
  const phone = await desk.phone('13', { kind: 'ring' }, { password: 'guessed' })
  await phone.sip.call('11').over
  await desk.refused(desk.product.extension('13').username, 'INVITE', 'wrong-password')
})

test('one device too many: registration-refused', async () => {
  await desk.profile({ maxContactsPerExtension: 1, whenContactsFull: 'refuse' })
  const second = await desk.phone('10')
  assert.equal(await second.sip.register(), 403)
  await desk.refused('10', 'REGISTER', 'registration-refused')
  await desk.profile({ maxContactsPerExtension: 4 })
})

for (const [called, code, inWords] of [
  ['77', 'not-a-number', '77'],
  ['14', 'device-offline', '14'],
  ['*9876', 'unknown-feature-code', '*9876'],
  ['+493023125404', 'carrier-number-unknown', '+493023125404'],
  ['+493023125486', 'busy', '+493023125486'],
] as const) {
  test(`a call to ${called}: ${code}`, async () => {
    const { diagnosis } = await fails(called)
    assert.equal(diagnosis.code, code)
    assert.ok(diagnosis.sentence.de.includes(inWords), diagnosis.sentence.de)
  })
}

for (const [status, code] of [
  [486, 'busy'],
  [603, 'declined'],
  [488, 'codec-mismatch'],
  [404, 'number-unknown'],
  [483, 'too-many-hops'],
] as const) {
  test(`the phone answers ${status}: ${code}`, async () => {
    const phone = await desk.registered('12', { kind: 'reject', afterMs: 0, status })
    assert.equal((await fails('12')).diagnosis.code, code)
    await phone.close()
  })
}

test('a phone that demands SRTP calls one that has none: srtp-mismatch', async () => {
  const key = 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw'
  const secure = (text: string): string => text.replace('RTP/AVP 8', 'RTP/SAVP 8').replace(/\r\n(a=sendrecv)/, `\r\n${key}\r\n$1`)
  const phone = await desk.registered('12', { kind: 'reject', afterMs: 0, status: 488 })
  const caller = await desk.phone('13', { kind: 'ring' }, { rewrite: secure })
  const { diagnosis, ladder } = await fails('12', caller)
  assert.equal(diagnosis.code, 'srtp-mismatch')
  const described = ladder.map(({ sdp }) => sdp ?? '').join()
  assert.match(described, /inline:…/)
  assert.doesNotMatch(described, /MTIzNDU2/)
  await phone.close()
})

test('nobody answers, and with a forwarding somebody else does: no-answer, forwarded-after-no-answer', async () => {
  const ringing = await desk.registered('12')
  await desk.settings('12', { ringSeconds: 5 })
  assert.equal((await fails('12')).diagnosis.code, 'no-answer')
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0, hangUpAfterMs: 200 })
  const to = { kind: 'extension', targetId: desk.idOf('11') }
  const forwarding = { active: true, when: 'no-answer', to, callers: 'all', during: null, afterSeconds: 5 }
  await desk.settings('12', { forwardings: [forwarding] })
  assert.equal((await fails('12')).diagnosis.code, 'forwarded-after-no-answer')
  await desk.settings('12', { forwardings: [], ringSeconds: null })
  await Promise.all([ringing.close(), bernd.close()])
})

test('the caller gives up: caller-cancelled', async () => {
  const ringing = await desk.registered('12')
  const before = await idsTo('12')
  const call = anna.sip.call('12')
  await eventually('it rings', () => ringing.sip.calls.length > 0)
  call.hangUp()
  await call.over
  assert.equal((await desk.explained('12', before)).diagnosis.code, 'caller-cancelled')
  await ringing.close()
})

test('settings of the extension: do-not-disturb, rejected-caller, call-limit, goes-round', async () => {
  const phone = await desk.registered('12', { kind: 'answer', afterMs: 0 })
  await desk.settings('12', { doNotDisturb: true })
  assert.equal((await fails('12')).diagnosis.code, 'do-not-disturb')
  await desk.settings('12', { doNotDisturb: false, rejectedCallers: ['10'] })
  assert.equal((await fails('12')).diagnosis.code, 'rejected-caller')
  await desk.settings('12', { rejectedCallers: [] })
  await desk.profile({ maxCallsPerExtension: 1 })
  const talk = anna.sip.call('12')
  await talking(talk)
  assert.equal((await fails('99')).diagnosis.code, 'call-limit')
  talk.hangUp()
  await talk.over
  await desk.profile({ maxCallsPerExtension: null })
  await phone.close()
})

test('of two phones that ring one answers: answered-elsewhere', async () => {
  const first = await desk.registered('12')
  const second = await desk.registered('12', { kind: 'answer', afterMs: 400, hangUpAfterMs: 300 })
  const { diagnosis, ladder } = await fails('12')
  assert.equal(diagnosis.code, 'answered-elsewhere')
  assert.ok(ladder.some(({ method, status }) => method === 'CANCEL' && status === null))
  await Promise.all([first.close(), second.close()])
})

test('a call that is connected with somebody else: transferred', async () => {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0 })
  const carla = await desk.registered('12', { kind: 'answer', afterMs: 0 })
  const before = await idsTo('11')
  const call = anna.sip.call('11')
  await talking(call)
  assert.equal(await bernd.sip.calls[0]?.transfer(`sip:12@${desk.product.demo.sip.domain}`), 200)
  call.hangUp()
  await call.over
  assert.equal((await desk.explained('11', before)).diagnosis.code, 'transferred')
  await Promise.all([bernd.close(), carla.close()])
})

test('help is called: emergency-call', async () => {
  const call = anna.sip.call('112')
  await talking(call)
  call.hangUp()
  await call.over
  assert.equal((await desk.explained('112')).diagnosis.code, 'emergency-call')
})
