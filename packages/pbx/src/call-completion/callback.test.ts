import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CALL_SETTINGS, NO_CALL_SETTINGS } from '../call-settings/settings.ts'
import { CompletionWorld } from './test-support/completion-world.ts'

/** 11 talks to 12, and 10, who found it busy, has asked to be called back. */
async function busyAndAsked(world = new CompletionWorld()) {
  const talk = await world.call('12', '11', 200)
  await world.call('10', '11', 486)
  await world.code('10', '*37')
  return { world, pbx: world.pbx, talk, rung: world.pbx.phones.length }
}

test('CALL-01: who finds a line busy is called back some seconds after it is free, with the callee on the display, and then the callee rings', async () => {
  const { world, pbx, talk, rung } = await busyAndAsked()
  assert.deepEqual(world.said, ['de/callback-set'])
  await world.pass(60)
  assert.deepEqual(world.rungSince(rung), [])
  talk.caller.session.hangUp()
  await world.pass(4)
  assert.deepEqual(world.rungSince(rung), [], 'the user may want to dial on')
  await world.pass(3)
  assert.deepEqual(world.rungSince(rung), ['10'])
  assert.match(pbx.phone().invite.from, /^"Rückruf: 11" <sip:11@/)
  const asking = await world.answer()
  assert.deepEqual(world.rungSince(rung), ['10', '11'])
  assert.match(pbx.phone().invite.from, /sip:10@/)
  const called = await world.answer()
  assert.match(pbx.media.sessions.at(-1)?.log.at(-1) ?? '', /^connect/)
  await world.pass(1)
  assert.deepEqual(world.completions.all, [])
  asking.session.hangUp()
  await world.pass(1)
  assert.equal(called.session.over, true)
})

test('CALL-01: a call back on no answer waits until the callee has used its phone', async () => {
  const world = new CompletionWorld()
  const unanswered = await world.pbx.dial('acme', '10', '11')
  world.pbx.phone().ring()
  await world.pass(5)
  unanswered.cancel()
  await world.pass(1)
  await world.code('10', '*37')
  assert.deepEqual(world.said, ['de/callback-set-no-answer'])
  const rung = world.pbx.phones.length
  await world.pass(600)
  assert.deepEqual(world.rungSince(rung), [])
  const talk = await world.call('11', '12', 200)
  await world.pass(2)
  talk.caller.session.hangUp()
  await world.pass(7)
  assert.deepEqual(world.rungSince(rung), ['12', '10'])
})

test('CALL-01: a phone that was not registered is called when it is', async () => {
  const world = new CompletionWorld()
  world.pbx.unregistered.add('11@acme.example')
  assert.equal((await world.pbx.dialAndListen('acme', '10', '11')).final, 480)
  await world.code('10', '*37')
  assert.deepEqual(world.said, ['de/callback-set-not-registered'])
  await world.pass(60)
  assert.deepEqual(world.rungSince(0), [])
  world.pbx.unregistered.clear()
  await world.pass(2)
  assert.deepEqual(world.rungSince(0), ['10'])
})

test('who does not disturb is not called back to; who asked and is in a call itself is not rung', async () => {
  const { world, pbx, talk, rung } = await busyAndAsked()
  const silent = { ...NO_CALL_SETTINGS, extensions: new Map([['acme-11', { ...DEFAULT_CALL_SETTINGS, doNotDisturb: true }]]) }
  pbx.change('acme', { callSettings: silent })
  talk.caller.session.hangUp()
  await world.pass(30)
  assert.deepEqual(world.rungSince(rung), [])
  const other = await world.call('10', '13', 200)
  pbx.change('acme', { callSettings: NO_CALL_SETTINGS })
  await world.pass(30)
  assert.deepEqual(world.rungSince(rung), ['13'])
  other.caller.session.hangUp()
  await world.pass(7)
  assert.deepEqual(world.rungSince(rung), ['13', '10'])
})

test('several who wait for one callee are served in their order, one at a time', async () => {
  const { world, talk } = await busyAndAsked()
  await world.call('13', '11', 486)
  await world.code('13', '*37')
  const rung = world.pbx.phones.length
  talk.caller.session.hangUp()
  await world.pass(7)
  assert.deepEqual(world.rungSince(rung), ['10'])
  await world.answer()
  await world.answer()
  await world.pass(60)
  assert.deepEqual(world.rungSince(rung), ['10', '11'])
  world.pbx.phone().session.hangUp()
  await world.pass(7)
  assert.deepEqual(world.rungSince(rung), ['10', '11', '13'])
})

test('the callee is busy again when it is its turn: who asked is told, keeps the place and is called once more', async () => {
  const { world, pbx, talk, rung } = await busyAndAsked()
  talk.caller.session.hangUp()
  await world.pass(7)
  const asking = await world.answer()
  await world.refuse(486)
  assert.equal(pbx.announced.at(-1), 'de/callback-still-busy')
  await pbx.hearOut()
  assert.equal(asking.session.over, true)
  assert.equal(world.completions.all[0]?.attempts, 1)
  await world.pass(40)
  assert.deepEqual(world.rungSince(rung), ['10', '11', '10'])
})

for (const [again, rings] of [
  [null, 1],
  [5, 2],
] as const) {
  test(`who does not answer its own callback is rung ${rings === 1 ? 'no more' : `once more after ${again} minutes`}`, async () => {
    const { world, talk, rung } = await busyAndAsked(new CompletionWorld({ callbackAgainMinutes: again }))
    talk.caller.session.hangUp()
    for (let second = 0; second < 1200; second++) {
      await world.pass(1)
      if (world.rungSince(rung).length > 0 && !world.pbx.phone().over) world.pbx.phone().ring()
    }
    assert.deepEqual(
      world.rungSince(rung),
      Array.from({ length: rings }, () => '10'),
    )
    assert.deepEqual(world.completions.all, [])
  })
}

test('who declines its own callback does not want it any more; a phone that is busy without our knowledge is rung later', async () => {
  const { world, talk, rung } = await busyAndAsked()
  talk.caller.session.hangUp()
  await world.pass(7)
  await world.refuse(486)
  await world.pass(40)
  assert.deepEqual(world.rungSince(rung), ['10', '10'])
  await world.refuse(603)
  await world.pass(60)
  assert.deepEqual(world.rungSince(rung), ['10', '10'])
  assert.deepEqual(world.completions.all, [])
})

test('a callback ends after the time of the profile, without a ring', async () => {
  const { world, talk, rung } = await busyAndAsked(new CompletionWorld({ callbackBusyMinutes: 2 }))
  await world.pass(121)
  talk.caller.session.hangUp()
  await world.pass(10)
  assert.deepEqual(world.rungSince(rung), [])
  assert.deepEqual(world.completions.all, [])
})

test('a callee that seems free and always refuses is given up after five calls', async () => {
  const { world, talk, rung } = await busyAndAsked()
  talk.caller.session.hangUp()
  for (let second = 0; second < 600; second++) {
    const before = world.pbx.phones.length
    await world.pass(1)
    if (world.pbx.phones.length === before) continue
    await world.answer()
    await world.refuse(486)
    await world.pbx.hearOut()
  }
  assert.equal(world.rungSince(rung).filter((number) => number === '10').length, 5)
  assert.deepEqual(world.completions.all, [])
})
