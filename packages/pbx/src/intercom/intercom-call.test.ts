import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_SECRETARIAT_SETTINGS } from '../boss-secretary/rules.ts'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS } from '../call-settings/settings.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { DEFAULT_INTERCOM, type IntercomSettings } from './rules.ts'

function setUp(settings: Partial<IntercomSettings> = {}, doNotDisturb = false): TestPbx {
  const callSettings = {
    policy: DEFAULT_CALL_POLICY,
    extensions: new Map([['acme-11', { ...DEFAULT_CALL_SETTINGS, doNotDisturb }]]),
  }
  const intercom = new Map([['acme-11', { ...DEFAULT_INTERCOM, ...settings }]])
  return new TestPbx([{ id: 'acme', extensions: ['10', '11', '12'], numbers: {}, parts: { intercom, callSettings } }])
}

const asked = (pbx: TestPbx): boolean => pbx.phone().invite.headers?.some(([name]) => name === 'Answer-Mode') === true

/** The beeps that are heard now: who, and whether to the end. */
async function hearBeeps(pbx: TestPbx): Promise<readonly string[]> {
  const beeps = pbx.media.sessions
    .flatMap(({ playbacks }) => playbacks)
    .filter(({ source }) => source.kind === 'signal' && source.signal === 'beep')
  for (const beep of beeps) beep.end('finished')
  await pbx.clock.advance(0)
  return beeps.map(({ endpoint }) => endpoint)
}

test('CALL-05: the phone is asked to answer by itself in the words of all makers, and requires nothing', async () => {
  const pbx = setUp()
  await pbx.dial('acme', '10', '*8311')
  assert.match(pbx.phone().invite.uri, /^sip:11@/)
  assert.deepEqual(pbx.phone().invite.headers, [
    ['Alert-Info', '<http://127.0.0.1>;info=alert-autoanswer;delay=0'],
    ['Call-Info', '<sip:acme.example>;answer-after=0'],
    ['Answer-Mode', 'Auto'],
  ])
})

test('CALL-05: both hear a beep before they hear each other', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '*8311')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, undefined)
  assert.deepEqual((await hearBeeps(pbx)).toSorted(), ['called-1', 'caller'])
  assert.equal(caller.final, 200)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual(pbx.steps, ['feature', 'intercom'])
})

test('CALL-05: who hangs up during the beep leaves nobody behind', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '*8311')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  pbx.phone().session.hangUp()
  await pbx.clock.advance(0)
  assert.notEqual(caller.final, undefined)
  assert.deepEqual([pbx.live.ofTenant('acme').length, pbx.media.opened], [0, 0])
})

const rows: readonly (readonly [what: string, settings: Partial<IntercomSettings>, dnd: boolean, status: number | 'speaks' | 'rings'])[] = [
  ['an extension that accepts everyone', {}, false, 'speaks'],
  ['one that accepts the caller', { accepts: 'named', callers: ['acme-10'] }, false, 'speaks'],
  ['one that accepts others', { accepts: 'named', callers: ['acme-12'] }, false, 403],
  ['one that accepts nobody', { accepts: 'nobody' }, false, 403],
  ['one that accepts nobody, and rings then', { accepts: 'nobody', otherwise: 'ring' }, false, 'rings'],
  ['one that wants no calls', {}, true, 486],
]
for (const [what, settings, dnd, expected] of rows) {
  test(`CALL-05: intercom to ${what}: ${expected}`, async () => {
    const pbx = setUp(settings, dnd)
    const caller = await pbx.dialAndListen('acme', '10', '*8311')
    if (typeof expected === 'number') assert.deepEqual([caller.final, pbx.phones.length], [expected, 0])
    else assert.equal(asked(pbx), expected === 'speaks')
  })
}

test('CALL-05: a conversation is not disturbed: the caller is told, or the second call rings as always', async () => {
  for (const otherwise of ['refuse', 'ring'] as const) {
    const pbx = setUp({ otherwise })
    await pbx.dial('acme', '12', '11')
    pbx.phone().answer('answer')
    await pbx.clock.advance(0)
    const caller = await pbx.dialAndListen('acme', '10', '*8311')
    assert.deepEqual([caller.final, pbx.phones.length], otherwise === 'refuse' ? [486, 1] : [undefined, 2])
    if (otherwise === 'refuse') assert.deepEqual(pbx.announced, ['de/not-available'])
    else assert.equal(asked(pbx), false)
  }
})

for (const [dialled, status] of [
  ['*8399', 404],
  ['*8310', 486],
  ['*83', 404],
] as const) {
  test(`CALL-05: ${dialled} is answered ${status}`, async () => {
    assert.equal((await setUp().dialAndListen('acme', '10', dialled)).final, status)
  })
}

test('CALL-05: while the filter of a boss is on only the secretaries speak to the boss, the others get there as by calling', async () => {
  const settings = DEFAULT_SECRETARIAT_SETTINGS
  const secretariats = new Map([['acme-11', { bossId: 'acme-11', secretaries: ['acme-12'], active: true, settings }]])
  const refusing = setUp()
  refusing.change('acme', { secretariats })
  assert.equal((await refusing.dialAndListen('acme', '10', '*8311')).final, 403)
  assert.deepEqual([refusing.phones.length, refusing.announced], [0, ['de/intercom-refused']])
  await refusing.dial('acme', '12', '*8311')
  assert.equal(asked(refusing), true)
  const ringing = setUp({ otherwise: 'ring' })
  ringing.change('acme', { secretariats })
  await ringing.dial('acme', '10', '*8311')
  assert.match(ringing.phone().invite.uri, /^sip:12@/)
  assert.equal(asked(ringing), false)
})
