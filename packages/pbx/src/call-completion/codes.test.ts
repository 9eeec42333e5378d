import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompletionWorld, PaperCompletions } from './test-support/completion-world.ts'

const waiting = ({ completions }: CompletionWorld): readonly string[] => completions.all.map(({ kind, dialled }) => `${kind} ${dialled}`)

test('CALL-01: *37 means the number called last, *37 with a number that one; #37 ends one or all', async () => {
  const world = new CompletionWorld()
  await world.call('10', '11', 486)
  await world.code('10', '*37')
  await world.code('10', '*3712')
  await world.code('10', '*37')
  assert.deepEqual(waiting(world), ['busy 11', 'no-answer 12'])
  await world.code('10', '#3711')
  assert.deepEqual(waiting(world), ['no-answer 12'])
  await world.code('10', '*037')
  assert.deepEqual([world.said, waiting(world)], [['de/callback-deleted'], []])
  await world.code('10', '#37')
  assert.deepEqual(world.said, ['de/callback-none'])
})

for (const [code, why] of [
  ['*37', 'nobody has been called'],
  ['*3710', 'that is the own phone'],
  ['*37112', '112 is never called by a machine'],
  ['*38110', '110 is never called by a machine'],
  ['*38116117', 'neither is a short code'],
] as const) {
  test(`${code} is not possible: ${why}`, async () => {
    const world = new CompletionWorld()
    await world.code('10', code)
    assert.deepEqual([world.said, waiting(world)], [['de/not-possible'], []])
  })
}

test('CALL-01: somebody outside is called at intervals until it is free, at most as often as the profile says', async () => {
  const world = new CompletionWorld({ redialAttempts: 3, redialEverySeconds: 60 })
  await world.pbx.dial('acme', '10', '*310301234567')
  await world.code('10', '*37')
  assert.deepEqual([world.said, waiting(world)], [['de/redial-set'], ['redial *310301234567']])
  for (let attempt = 1; attempt <= 3; attempt++) {
    const rung = world.pbx.phones.length
    await world.pass(59)
    assert.deepEqual(world.rungSince(rung), [], `attempt ${attempt} before its time`)
    await world.pass(3)
    await world.answer()
    await world.pbx.hearOut()
    assert.partialDeepStrictEqual(world.pbx.outside.at(-1), { number: '+49301234567', choice: { hidden: true } })
    assert.equal(world.pbx.outside.length, attempt + 1)
  }
  await world.pass(600)
  assert.equal(world.pbx.outside.length, 4)
  assert.deepEqual(waiting(world), [])
})

test('a caller that hides by its phone is hidden when the number is called again', async () => {
  const world = new CompletionWorld()
  world.pbx.numberShown = () => undefined
  await world.pbx.dial('acme', '10', '0301234567', [['Privacy', 'id']])
  await world.code('10', '*38')
  assert.equal(world.completions.all[0]?.isHidden, true)
})

test('an extension that is tried at intervals is not tried while it is known to talk', async () => {
  const world = new CompletionWorld()
  const talk = await world.call('12', '11', 200)
  await world.call('10', '11', 486)
  await world.code('10', '*38')
  const rung = world.pbx.phones.length
  await world.pass(300)
  assert.deepEqual(world.rungSince(rung), [])
  talk.caller.session.hangUp()
  await world.pass(7)
  assert.deepEqual(world.rungSince(rung), ['10'])
})

test('an extension waits for as many as the profile allows', async () => {
  const world = new CompletionWorld({ callbacksPerExtension: 2 })
  for (const number of ['11', '12', '13']) await world.code('10', `*37${number}`)
  assert.deepEqual(world.said, ['de/callback-too-many'])
  assert.equal(world.completions.all.length, 2)
})

test('*36 says each number that is waited for, and 1 deletes it', async () => {
  const world = new CompletionWorld()
  for (const number of ['11', '12']) await world.code('10', `*37${number}`)
  const caller = await world.pbx.dial('acme', '10', '*36')
  const press = async (): Promise<void> => {
    world.pbx.live.ofTenant('acme')[0]?.caller?.digits.pressed('1', 'info')
    await world.pbx.clock.advance(0)
    await world.pbx.hearOut()
  }
  await press()
  assert.deepEqual(waiting(world), ['no-answer 12'])
  await world.pbx.hearOut()
  await world.pass(10)
  assert.equal(caller.session.over, true)
  assert.deepEqual(waiting(world), ['no-answer 12'])
  const said = world.pbx.announced.slice(-5)
  assert.deepEqual(said, ['de/callback-deleted', 'de/callback-for', 'de/number-1', 'de/number-2', 'de/callback-delete'])
})

test('callbacks outlive a restart, with their order and what is known of the callee', async () => {
  const store = new PaperCompletions()
  const before = new CompletionWorld({}, store)
  await before.code('10', '*3711')
  const talk = await before.call('11', '12', 200)
  await before.pass(2)
  await before.work.close('restart')
  talk.caller.session.hangUp()
  const after = new CompletionWorld({}, store)
  await after.pass(2)
  assert.deepEqual(after.rungSince(0), ['10'])
})
