import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompletionWorld } from './test-support/completion-world.ts'

/** 10 finds 11 busy. */
async function busy(offerCallback: boolean) {
  const world = new CompletionWorld({ offerCallback })
  const { caller } = await world.call('10', '11', 486)
  const press = async (key: string): Promise<void> => {
    world.pbx.live.ofTenant('acme')[0]?.caller?.digits.pressed(key, 'info')
    await world.pass(0)
  }
  return { world, caller, press }
}

test('CALL-01: who finds a line busy presses 5 while it hears the offer, is told that it is called back, and only then gets 486', async () => {
  const { world, caller, press } = await busy(true)
  assert.deepEqual([caller.final, world.pbx.announced], [undefined, ['de/busy-callback-key']])
  await press('5')
  assert.equal(world.pbx.announced.at(-1), 'de/callback-set')
  await world.pbx.hearOut()
  assert.equal(caller.final, 486)
  assert.deepEqual(
    world.completions.all.map(({ kind, dialled }) => `${kind} ${dialled}`),
    ['busy 11'],
  )
})

test('the key counts during the busy tone, too; after eight seconds of it the call is refused', async () => {
  const tone = await busy(true)
  await tone.world.pbx.hearOut()
  await tone.world.pass(7)
  await tone.press('5')
  await tone.world.pbx.hearOut()
  assert.equal(tone.world.completions.all.length, 1)
  const silent = await busy(true)
  await silent.world.pbx.hearOut()
  await silent.world.pass(9)
  assert.deepEqual([silent.caller.final, silent.world.completions.all], [486, []])
})

test('another key asks for nothing, and a tenant that does not want the offer refuses at once', async () => {
  const other = await busy(true)
  await other.press('1')
  assert.deepEqual([other.caller.final, other.world.completions.all], [486, []])
  assert.equal((await busy(false)).caller.final, 486)
})
