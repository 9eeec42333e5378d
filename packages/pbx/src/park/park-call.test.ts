import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { TestPbx } from '../test-support/test-pbx.ts'

const RETURN_SECONDS = 60
const SLOTS = ['71', '72'].map((number) => ({ id: `slot-${number}`, number }))

function setUp(): TestPbx {
  const extensions = Array.from({ length: 15 }, (_, index) => String(10 + index))
  const targets = SLOTS.map(({ id, number }) => ({ kind: 'park-slot', id, name: `Park ${number}`, number }))
  const parts = { park: { slots: SLOTS, returnSeconds: RETURN_SECONDS } }
  return new TestPbx([
    { id: 'acme', extensions, numbers: {}, targets, parts },
    { id: 'bolt', extensions: ['50'], numbers: {} },
  ])
}

interface Talk {
  readonly caller: PaperCaller
  readonly phone: PaperPhone
}

/** `from` calls `to`, who answers. */
async function talk(pbx: TestPbx, from: string, to: string): Promise<Talk> {
  const caller = await pbx.dial('acme', from, to)
  const phone = pbx.phone()
  phone.answer(`answer of ${to}`)
  await pbx.clock.advance(0)
  return { caller, phone }
}

/** 11 sends 10 to a number. */
async function parkByTransfer(pbx: TestPbx, number = '71') {
  const { caller, phone } = await talk(pbx, '10', '11')
  const refer = phone.session.sendRefer({ uri: `sip:${encodeURIComponent(number)}@acme.example` })
  await pbx.clock.advance(0)
  return { caller, phone, refer }
}

/** What was played last in any call. */
function played(pbx: TestPbx): string | undefined {
  const last = pbx.media.sessions.flatMap(({ playbacks }) => playbacks).at(-1)?.source
  return last?.kind === 'signal' ? last.signal : last?.kind
}

function isConnected(pbx: TestPbx): boolean {
  return pbx.media.sessions.at(-1)?.log.at(-1)?.startsWith('connect') === true
}

test('CALL-02: a call that is transferred to a slot waits there with music, the parker is told and leaves, and any phone takes it by the number', async () => {
  const pbx = setUp()
  const { caller, phone, refer } = await parkByTransfer(pbx)
  assert.deepEqual(refer.told, [202, 100, 200])
  await pbx.clock.advance(3000)
  assert.equal(phone.session.over, true)
  assert.equal(played(pbx), 'files')
  const taker = await pbx.dial('acme', '12', '71')
  assert.equal(taker.final, 200)
  assert.equal(isConnected(pbx), true)
  assert.deepEqual([caller.session.over, taker.session.over], [false, false])
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(taker.session.over, true)
  // The record of the way to the slot has a caller only; the media of the parked one is counted in all three, wherever it is.
  assert.deepEqual(
    pbx.ended.map(({ callerMedia, calledMedia }) => [callerMedia !== undefined, calledMedia !== undefined].join()),
    ['true,true', 'true,false', 'true,true'],
  )
  assert.equal((await pbx.dialAndListen('acme', '12', '71')).final, 480)
  assert.equal(pbx.announced.at(-1), 'de/park-empty')
  assert.equal(pbx.media.opened, 0)
})

test('CALL-02: *82 parks in the next free slot, *82 with a number in that one; when none is free the parties talk on', async () => {
  const pbx = setUp()
  assert.equal((await parkByTransfer(pbx, '*82')).refer.told.at(-1), 200)
  assert.equal((await parkByTransfer(pbx, '*8272')).refer.told.at(-1), 200)
  const third = await parkByTransfer(pbx, '*82')
  assert.equal(third.refer.told.at(-1), 486)
  assert.deepEqual([third.caller.session.over, third.phone.session.over], [false, false])
  assert.equal((await parkByTransfer(pbx, '71')).refer.told.at(-1), 486)
  assert.equal((await pbx.dial('acme', '12', '71')).final, 200)
  assert.equal((await pbx.dial('acme', '13', '72')).final, 200)
})

for (const dialled of ['*82', '71']) {
  test(`CALL-02: an extension that holds somebody parks it by dialling ${dialled} on another line, and hears the number of the slot`, async () => {
    const pbx = setUp()
    const { caller, phone } = await talk(pbx, '10', '11')
    pbx.media.sessions[0]?.directions.set('called-1', 'sendonly')
    const parker = await pbx.dial('acme', '11', dialled)
    assert.equal(parker.final, 200)
    assert.deepEqual([caller.session.over, phone.session.over], [false, true])
    assert.equal(parker.session.over, false)
    await pbx.hearOut()
    assert.deepEqual(
      pbx.announced.filter((file) => !file.includes('music')),
      ['de/parked-at', 'de/number-7', 'de/number-1'],
    )
    assert.equal(parker.session.over, true)
    assert.equal((await pbx.dial('acme', '12', '71')).final, 200)
    assert.equal(isConnected(pbx), true)
  })
}

test('CALL-02: who holds somebody and dials *82 while no slot is free hears so, unanswered, and still holds them', async () => {
  const pbx = setUp()
  for (const slot of ['71', '72']) await parkByTransfer(pbx, slot)
  const { caller } = await talk(pbx, '10', '11')
  pbx.media.sessions.at(-1)?.directions.set('called-1', 'sendonly')
  const parker = await pbx.dial('acme', '11', '*82')
  assert.deepEqual([pbx.announced.at(-1), parker.final], ['de/park-full', undefined])
  await pbx.hearOut()
  assert.deepEqual([parker.final, caller.session.over], [486, false])
})

test('CALL-02: who parks nobody is told so, and a free slot gives nobody', async () => {
  const pbx = setUp()
  await talk(pbx, '10', '11')
  for (const dialled of ['*82', '71', '*8271']) assert.equal((await pbx.dialAndListen('acme', '12', dialled)).final, 480)
  assert.equal((await pbx.dial('acme', '12', '*8299')).final, 404)
})

test('CALL-02: nobody takes the call: the one who parked it is rung with a note where it comes from, and talks to it', async () => {
  const pbx = setUp()
  const { caller } = await parkByTransfer(pbx)
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  const back = pbx.phone()
  assert.equal(back.invite.uri, 'sip:11@acme.example')
  const headers = new Map(back.invite.headers)
  assert.equal(headers.get('P-Asserted-Identity'), '"Park 71: Extension 10" <sip:10@acme.example>')
  assert.equal(headers.get('Alert-Info'), '<http://127.0.0.1/Bellcore-dr3>;info=alert-return;x-line-id=0')
  back.answer('answer')
  await pbx.clock.advance(0)
  assert.equal((await pbx.dialAndListen('acme', '12', '71')).final, 480)
  assert.equal(caller.session.over, false)
  back.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(caller.session.over, true)
})

test('CALL-02: while the call rings where it came from it may still be taken from the slot; unanswered it waits there again', async () => {
  const pbx = setUp()
  const { caller } = await parkByTransfer(pbx)
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  const first = pbx.phone()
  await pbx.clock.advance(31_000)
  assert.equal(first.over, true)
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  const second = pbx.phone()
  assert.notEqual(second, first)
  const taker = await pbx.dial('acme', '12', '71')
  assert.equal(taker.final, 200)
  assert.equal(second.over, true)
  assert.equal(caller.session.over, false)
})

test('CALL-02: a parked caller that hangs up frees its slot', async () => {
  const pbx = setUp()
  const { caller } = await parkByTransfer(pbx)
  caller.session.hangUp()
  await pbx.clock.advance(3000)
  assert.equal((await parkByTransfer(pbx)).refer.told.at(-1), 200)
})

test('CALL-02: of ten phones that take a parked call at once one talks to it, the others are told', async () => {
  const pbx = setUp()
  const { caller } = await parkByTransfer(pbx)
  const takers = await Promise.all(Array.from({ length: 10 }, (_, index) => pbx.dial('acme', String(12 + index), '71')))
  assert.equal(pbx.announced.filter((said) => said === 'de/call-gone').length, 9)
  await pbx.hearOut()
  const statuses = takers.map(({ final }) => final)
  assert.equal(statuses.filter((status) => status === 200).length, 1)
  assert.equal(statuses.filter((status) => status === 486 || status === 480).length, 9)
  assert.equal(caller.session.over, false)
})

test('a slot of another tenant is not there', async () => {
  const pbx = setUp()
  await parkByTransfer(pbx)
  assert.equal((await pbx.dial('bolt', '50', '71')).final, 404)
})
