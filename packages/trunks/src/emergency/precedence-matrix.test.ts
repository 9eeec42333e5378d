/** Nothing comes before a call for help (EMG-01..03): each bar and state, with 110 and 112 in each form that a phone sends. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrier } from '../test-support/test-trunks.ts'
import { BARS, type Bar } from './test-support/bars.ts'
import { COLOGNE, HelpWorld } from './test-support/help-world.ts'
import { mayBeEmergency } from './written-for-help.ts'

const FORMS = ['110', '112', '0112', '+49110', '0049112', '0221110', '112#', '*31112', 'urn:service:sos', 'urn:service:sos.police'] as const
const FRIEND = '+498912345678'

async function opened(bar: Bar): Promise<HelpWorld> {
  const world = new HelpWorld(bar)
  await bar.before?.(world)
  return world
}

for (const [name, bar] of Object.entries<Bar>(BARS)) {
  const { from = '10', code = '', headers = [], shown = 'shown' in bar ? undefined : COLOGNE } = bar
  for (const form of FORMS) {
    // A service's URN has no place for a code before it.
    if (code !== '' && form.startsWith('urn:')) continue
    test(`EMG-01: ${name}: ${code}${form} goes to the control centre`, async () => {
      const world = await opened(bar)
      const caller = await world.dial(from, `${code}${form}`, headers)
      const [sent] = world.forHelp
      assert.equal(caller.final, undefined)
      assert.equal(sent?.invite.uri.slice(4, 7), /110|police/.test(form) ? '110' : '112')
      assert.equal(world.pbx.started.at(-1)?.emergency, true)
      const said = Object.fromEntries(sent?.invite.headers ?? [])
      assert.notEqual(said.Privacy, 'id')
      assert.equal(/sip:([^@]+)@/.exec(sent?.invite.from ?? '')?.[1], shown ?? 'anonymous')
    })
  }
  test(`${name}: an ordinary call ${bar.ordinary}`, async () => {
    const world = await opened(bar)
    const before = world.outside.length
    await world.dial(from, `${code}${FRIEND}`, headers)
    await world.pbx.clock.advance(0)
    const sent = world.outside[before]
    if (bar.ordinary === 'goes-nowhere') return assert.equal(sent, undefined)
    const isHidden = /anonymous/.test(sent?.invite.from ?? '')
    assert.equal(isHidden, bar.ordinary === 'is-hidden')
    if (bar.ordinary === 'shows-another') assert.doesNotMatch(sent?.invite.from ?? COLOGNE, new RegExp(COLOGNE.slice(1)))
  })
}

for (const status of [
  400, 401, 403, 404, 407, 408, 410, 415, 420, 480, 482, 483, 484, 486, 487, 488, 500, 501, 502, 503, 504, 513, 580, 600, 603, 604, 606,
]) {
  test(`EMG-01: a first carrier that says ${status} is followed by the next`, async () => {
    const world = new HelpWorld({ carriers: [carrier('one'), carrier('two', { priority: 2 })] })
    await world.dial('10', '112')
    world.forHelp[0]?.refuse(status)
    await world.pbx.clock.advance(0)
    assert.match(String(world.forHelp[1]?.invite.uri), /two/)
  })
}

test('EMG-01: without any carrier the call is one for help all the same, and its record says what was missing', async () => {
  const world = new HelpWorld({ carriers: [] })
  await world.dial('10', '112')
  await world.pbx.clock.advance(0)
  assert.equal(world.pbx.started.at(-1)?.emergency, true)
  assert.ok(world.pbx.steps.includes('no-carrier'))
})

for (const number of ['+49221110', '+4930112']) {
  test(`EMG-01: nothing that was set leads a caller to ${number}, and the record says so`, async () => {
    const world = new HelpWorld({ tenant: { numbers: { [COLOGNE]: { kind: 'external', number } } } })
    await world.dial('10', COLOGNE)
    await world.pbx.clock.advance(0)
    assert.equal(world.outside.length, 0)
    assert.ok(world.pbx.ended.some(({ route }) => route.some(({ step }) => step === 'emergency-not-dialled')))
  })
}

test('EMG-01: 112 is called out of a conversation by code, whatever bars the telephone', async () => {
  const world = new HelpWorld({ rules: { extensions: { 'acme-10': { locked: true } } } })
  await world.dial('10', '11')
  world.pbx.phone().answer('answer')
  await world.pbx.clock.advance(0)
  for (const digit of '*2112#') {
    world.pbx.media.sessions.at(-1)?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
    await world.pbx.clock.advance(0)
  }
  assert.equal(world.forHelp.length, 1)
})

/** What each code does with 112 behind it: a code of a number is followed to the number, any other means something else. */
test('EMG-01: no code of the product keeps 112 from being found, and none of another meaning is taken for a call for help', async () => {
  const { features } = new HelpWorld().pbx
  assert.ok(features.length > 40)
  for (const feature of features) {
    for (const code of feature.codes) {
      const digits = feature.when === 'before-number' ? '9'.repeat(feature.digits) : ''
      const dialled = `${code}${digits}112`
      const world = new HelpWorld()
      await world.dial('10', dialled)
      await world.pbx.clock.advance(0)
      assert.equal(world.forHelp.length, feature.when === 'before-number' ? 1 : 0, `${feature.name}: ${dialled}`)
      if (feature.when === 'before-number') assert.ok(mayBeEmergency(undefined, dialled), `${dialled} is heard before anything is known`)
    }
  }
})

test('EMG-01: a provider of the site that is known to be away is tried after those that are there', async () => {
  const world = new HelpWorld({ ownProvider: 'reached', down: ['own'] })
  await world.dial('10', '112')
  assert.match(String(world.forHelp[0]?.invite.uri), /@one/)
  world.forHelp[0]?.refuse(500)
  await world.pbx.clock.advance(0)
  assert.match(String(world.forHelp[1]?.invite.uri), /@own/)
})
