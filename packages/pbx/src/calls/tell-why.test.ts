import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '@klinke/calls'
import { TestExchange } from '@klinke/calls/test-support'
import { Prompts } from '../prompts/prompts.ts'
import { TestPbx, type TestTenant } from '../test-support/test-pbx.ts'
import type { TargetFlow } from './route-to.ts'
import { tellingWhy } from './tell-why.ts'

/** A PBX with the extensions 10 and 11 and a menu, 50, that answers and leads to nobody. */
function setUp(announceFailures: 'phones' | 'nobody' = 'phones', refusal = refused('busy', 486)): TestPbx {
  const menu: TargetFlow = async (call, _id, { from }) => {
    await call.answer(from)
    return refusal
  }
  const instead = { flows: { destinations: { targets: { flow: menu } } } }
  const tenant: TestTenant = {
    ...{ id: 'acme', extensions: ['10', '11'], numbers: {} },
    targets: [{ kind: 'flow', id: 'menu', name: 'Menu', number: '50' }],
  }
  return new TestPbx([{ ...tenant, profile: { announceFailures } }], { instead })
}

/** What was played in the last call, files and signals. */
function heard(pbx: TestPbx): readonly string[] {
  const playbacks = pbx.media.sessions.at(-1)?.playbacks ?? []
  return playbacks.map(({ source }) => {
    if (source.kind === 'files') return source.files.map((file) => file.split('/').at(-1)).join(' ')
    return source.kind === 'signal' ? source.signal : source.kind
  })
}

test('a number that nobody has: the special information tone, the words, then 404; nothing is answered', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '77')
  await pbx.clock.advance(1000)
  assert.deepEqual(heard(pbx), ['special-information', 'number-unassigned.wav'])
  assert.equal(caller.final, undefined)
  await pbx.hearOut()
  assert.deepEqual(
    caller.responses.map((response) => response.slice(0, 3)),
    ['183', '404'],
  )
  assert.deepEqual(pbx.steps.at(-1), 'announced')
})

test('an extension without a phone is said to be not available, one that rings in vain not to answer', async () => {
  const pbx = setUp()
  pbx.unregistered.add('11@acme.example')
  assert.equal((await pbx.dialAndListen('acme', '10', '11')).final, 480)
  assert.deepEqual(heard(pbx), ['not-available.wav'])
  pbx.unregistered.clear()
  const caller = await pbx.dial('acme', '10', '11')
  pbx.phone().ring()
  await pbx.clock.advance(21_000)
  assert.deepEqual(heard(pbx), ['nobody-answers.wav'])
  await pbx.hearOut()
  assert.equal(caller.final, 480)
})

for (const status of [486, 603]) {
  test(`${status} is told by the phone's own tone, at once`, async () => {
    const pbx = setUp()
    const caller = await pbx.dial('acme', '10', '11')
    pbx.phone().refuse(status)
    await pbx.clock.advance(0)
    assert.deepEqual([caller.final, heard(pbx)], [status, []])
  })
}

test('callers of a tenant that wants it so are refused without words', async () => {
  const pbx = setUp('nobody')
  assert.equal((await pbx.dial('acme', '10', '77')).final, 404)
  assert.deepEqual(heard(pbx), [])
})

test('a caller whom a menu has answered hears the busy tone for four seconds, whatever the profile says', async () => {
  const pbx = setUp('nobody')
  const caller = await pbx.dial('acme', '10', '50')
  assert.deepEqual(heard(pbx), ['busy'])
  await pbx.clock.advance(3900)
  assert.equal(caller.session.over, false)
  await pbx.clock.advance(200)
  assert.equal(caller.session.over, true)
  assert.equal(pbx.ended.at(-1)?.cause, 'busy')
})

test('who was answered hears words before the tone where there are some, and who hangs up meanwhile ends it', async () => {
  const pbx = setUp('phones', refused('congestion', 500))
  const caller = await pbx.dial('acme', '10', '50')
  await pbx.clock.advance(1000)
  assert.deepEqual(heard(pbx), ['special-information', 'channels-in-use.wav'])
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(pbx.media.opened, 0)
})

test('a transfer to a number that nobody has goes back to the phone at once', async () => {
  const pbx = setUp()
  await pbx.dial('acme', '10', '11')
  const phone = pbx.phone()
  phone.answer('answer')
  await pbx.clock.advance(0)
  const refer = phone.session.sendRefer({ uri: 'sip:77@acme.example' })
  await pbx.clock.advance(0)
  assert.equal(refer.told.at(-1), 404)
})

for (const [callerIs, announceFailures, status] of [
  ['outside', 'phones', 404],
  ['outside', 'everyone', undefined],
  ['inside', 'phones', undefined],
  ['inside', 'everyone', undefined],
  ['inside', 'nobody', 404],
] as const) {
  test(`a caller ${callerIs} ${status === undefined ? 'is told first' : 'is refused at once'} with announceFailures "${announceFailures}"`, async () => {
    const tenant = new TestPbx([{ id: 'acme', extensions: [], numbers: {}, profile: { announceFailures } }]).directory().tenant('acme')
    assert.ok(tenant)
    const flow = tellingWhy(() => Promise.resolve(refused('not-found', 404)), { tenant, callerIs, prompts: new Prompts((key) => key) })
    const caller = await new TestExchange({ flow }).call()
    assert.equal(caller.final, status)
  })
}
