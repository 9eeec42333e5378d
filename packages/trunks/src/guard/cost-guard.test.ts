import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GuardLimits } from '@klinke/accounts'
import { GuardWorld } from '../test-support/guard-world.ts'

const BERLIN = '+49302312500'
const VIENNA = '+4315123456'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 18 hundredths of a cent a second. */
const PRICES = [{ prefix: '+43', microsPerSecond: 1_800 }]

async function talkFor(world: GuardWorld, number: string, durationMs: number, from = '10') {
  const caller = await world.talk(number, from)
  await world.trunks.clock.advance(durationMs)
  return caller
}

test('FRD-05: minutes are counted while a call runs; at the limit its caller hears why, then it ends', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 10 } })
  const caller = await world.talk(BERLIN)
  await world.trunks.clock.advance(8 * MINUTE - 1)
  assert.deepEqual(world.kinds(), [])
  await world.trunks.clock.advance(1)
  assert.deepEqual(world.kinds(), ['limit-warning'])
  await world.trunks.clock.advance(2 * MINUTE)
  assert.ok(world.kinds().includes('limit-reached'))
  const session = world.trunks.media.sessions[0]
  const said = session?.playbacks.at(-1)
  assert.deepEqual([said?.source.kind, said?.endpoint], ['files', 'caller'])
  assert.equal(caller.session.over, false)
  said?.end('finished')
  await world.trunks.clock.advance(0)
  assert.equal(world.trunks.ended[0]?.cause, 'cost-limit')
  assert.equal(
    world.lastStep('guard-limit'),
    'Das Gespräch endet nach einer Ansage: das Tageslimit des Kunden von 10 Minuten ist erreicht.',
  )
})

test('FRD-05: who calls after the limit is refused, and the record says by which one', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 10 } })
  await world.end(await talkFor(world, BERLIN, 9 * MINUTE))
  await world.end(await talkFor(world, BERLIN, MINUTE - 1))
  await world.end(await talkFor(world, BERLIN, 1))
  assert.equal((await world.trunks.dial(BERLIN)).final, 403)
  assert.equal(world.lastStep('guard-limit'), 'Der Anruf wurde abgelehnt: das Tageslimit des Kunden von 10 Minuten ist erreicht.')
})

for (const [isKept, times] of [
  [true, 1],
  [false, 3],
] as const) {
  test(`FRD-05: a warning that was ${isKept ? '' : 'not '}kept is told ${isKept ? 'once a day' : 'again with the next call'}`, async () => {
    const world = new GuardWorld({ limits: { minutesPerDay: 10 } })
    world.isKept = isKept
    // As the call reaches it, as it ends, and as the next one is answered.
    await world.end(await talkFor(world, BERLIN, 8 * MINUTE))
    await world.talk(BERLIN)
    assert.deepEqual(
      world.kinds(),
      Array.from({ length: times }, () => 'limit-warning'),
    )
  })
}

test('FRD-05: on the next day a warning is told again', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 10 } })
  for (const warnings of [1, 2]) {
    await world.end(await talkFor(world, BERLIN, 8 * MINUTE))
    assert.equal(world.kinds().length, warnings)
    await world.trunks.clock.advance(24 * HOUR)
  }
})

test('FRD-05: who is refused for a limit of nothing is told of', async () => {
  const world = new GuardWorld({ limits: { offHoursMinutes: 0 } }).set({ businessHours: 'hours' })
  world.open = false
  assert.equal((await world.trunks.dial(VIENNA)).final, 403)
  assert.deepEqual(world.kinds(), ['limit-reached'])
})

test('FRD-05: two calls at a time use a limit up twice as fast', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 10 } })
  await world.talk(BERLIN, '10')
  await world.talk(BERLIN, '11')
  await world.trunks.clock.advance(5 * MINUTE - 1)
  assert.ok(!world.kinds().includes('limit-reached'))
  await world.trunks.clock.advance(1)
  assert.ok(world.kinds().includes('limit-reached'))
})

for (const [what, limits, other] of [
  ['of one extension leaves the others theirs', { minutesPerExtensionPerDay: 5 }, undefined],
  ['of the customer is that of all', { minutesPerDay: 5 }, 403],
] as const satisfies readonly (readonly [string, GuardLimits, number | undefined])[]) {
  test(`FRD-05: a limit ${what}`, async () => {
    const world = new GuardWorld({ limits })
    const caller = await talkFor(world, BERLIN, 5 * MINUTE)
    await world.end(caller)
    assert.equal((await world.trunks.dial(BERLIN, '10')).final, 403)
    assert.equal((await world.trunks.dial(BERLIN, '11')).final, other)
  })
}

test('FRD-05: spending is counted by the second, and what costs nothing goes on', async () => {
  // Ten seconds to Austria.
  const world = new GuardWorld({ limits: { microsPerDay: 18_000 }, prices: PRICES })
  await world.end(await talkFor(world, VIENNA, 10_000))
  assert.equal((await world.trunks.dial(VIENNA)).final, 403)
  assert.match(world.lastStep('guard-limit') ?? '', /Tageslimit des Kunden von 0,02 Euro ist erreicht/)
  assert.equal((await world.trunks.dial(BERLIN)).final, undefined)
})

test('FRD-05: freephone numbers use no minutes', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 0 } })
  assert.equal((await world.trunks.dial('+498001234567')).final, undefined)
  assert.equal((await world.trunks.dial(BERLIN)).final, 403)
})

test('FRD-05: the administrator’s limit counts where it is below the operator’s', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 10 } }).set({ limits: { minutesPerDay: 2 } })
  await world.end(await talkFor(world, BERLIN, 2 * MINUTE))
  assert.equal((await world.trunks.dial(BERLIN)).final, 403)
})

test('FRD-05: at midnight where the customer is all counts anew, for calls that run too', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 60 } })
  // Ten o'clock in Berlin; 23:30.
  await world.trunks.clock.advance(13.5 * HOUR)
  await world.talk(BERLIN)
  await world.trunks.clock.advance(29 * MINUTE)
  assert.deepEqual(world.kinds(), [])
  await world.trunks.clock.advance(MINUTE + 47 * MINUTE)
  assert.deepEqual(world.kinds(), [])
  await world.trunks.clock.advance(MINUTE)
  assert.deepEqual(world.kinds(), ['limit-warning'])
})

test('FRD-05: the operator lifts the limits of a day, and that day alone', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 0 } })
  world.rules = { ...world.rules, lifted: new Set(['2026-01-05']) }
  assert.equal((await world.trunks.dial(BERLIN)).final, undefined)
  await world.trunks.clock.advance(24 * HOUR)
  assert.equal((await world.trunks.dial(BERLIN, '11')).final, 403)
})

test('FRD-05: a limit that is set lower while calls run ends them', async () => {
  const world = new GuardWorld()
  await talkFor(world, BERLIN, 5 * MINUTE)
  world.set({ limits: { minutesPerDay: 5 } })
  world.guard.changed('acme')
  await world.trunks.clock.advance(0)
  world.trunks.media.sessions[0]?.playbacks.at(-1)?.end('finished')
  await world.trunks.clock.advance(0)
  assert.equal(world.trunks.ended[0]?.cause, 'cost-limit')
})

test('FRD-05: after a restart the calls of today count as before', async () => {
  // The clock stands at 09:00 UTC; the first one began yesterday, of the second 9 minutes are of today.
  const [now, midnight] = [Date.UTC(2026, 0, 5, 9), Date.UTC(2026, 0, 4, 23)]
  const own = { number: BERLIN, extensionId: 'acme-10' }
  const before = [
    { ...own, answeredAtMs: midnight - HOUR, endedAtMs: midnight - MINUTE },
    { ...own, answeredAtMs: midnight - MINUTE, endedAtMs: midnight + 9 * MINUTE },
    { ...own, number: '112', answeredAtMs: now - HOUR, endedAtMs: now },
  ]
  const world = new GuardWorld({ limits: { minutesPerDay: 10 } }, before)
  await world.end(await talkFor(world, BERLIN, MINUTE - 1))
  assert.equal((await world.trunks.dial(BERLIN)).final, undefined)
  const full = new GuardWorld({ limits: { minutesPerDay: 9 } }, before)
  assert.equal((await full.trunks.dial(BERLIN)).final, 403)
})

test('FRD-05: no more international calls at a time than allowed, those that ring included', async () => {
  const world = new GuardWorld({ limits: { internationalCalls: 1 } })
  const first = await world.trunks.dial(VIENNA)
  assert.equal((await world.trunks.dial(VIENNA, '11')).final, 403)
  assert.equal((await world.trunks.dial(BERLIN, '11')).final, undefined)
  first.cancel()
  await world.trunks.clock.advance(0)
  assert.equal((await world.trunks.dial(VIENNA, '11')).final, undefined)
})

test('FRD-05: international minutes outside the business hours have a limit of their own', async () => {
  const world = new GuardWorld({ limits: { offHoursMinutes: 1 } }).set({ businessHours: 'hours' })
  await world.end(await talkFor(world, VIENNA, 10 * MINUTE))
  world.open = false
  await world.end(await talkFor(world, BERLIN, 10 * MINUTE))
  await world.end(await talkFor(world, VIENNA, MINUTE))
  assert.equal((await world.trunks.dial(VIENNA)).final, 403)
  world.open = true
  assert.equal((await world.trunks.dial(VIENNA)).final, undefined)
})

test('FRD-05: the first call to a new country waits, is told, and goes once somebody has approved it', async () => {
  const world = new GuardWorld({ holdNewCountries: true })
  assert.equal((await world.trunks.dial(VIENNA)).final, 403)
  assert.equal(world.lastStep('guard-country'), 'Der erste Anruf in ein neues Land wartet auf Freigabe (Österreich).')
  const [held] = world.notices
  assert.deepEqual(held, { kind: 'country-held', country: 'AT', number: VIENNA, extension: { id: 'acme-10', number: '10' } })
  world.rules = { ...world.rules, countries: new Map([['AT', 'allowed']]) }
  assert.equal((await world.trunks.dial(VIENNA)).final, undefined)
  assert.equal((await world.trunks.dial(BERLIN)).final, undefined)
})

for (const [agent, final] of [
  ['Snom D735/10.1', undefined],
  ['friendly-scanner', 403],
  [undefined, 403],
] as const) {
  test(`TRK-11: ${agent ?? 'a device that does not name itself'} ${final === undefined ? 'may' : 'may not'} call outside`, async () => {
    const world = new GuardWorld().set({ extensionAgents: ['snom*', '*bria*'] })
    const headers = agent === undefined ? [] : [['User-Agent', agent] as const]
    assert.equal((await world.trunks.dial(BERLIN, '10', { headers })).final, final)
    assert.deepEqual(world.kinds(), final === undefined ? [] : ['agent-refused'])
    assert.equal((await world.trunks.dial('112', '10', { headers })).final, undefined)
  })
}

test('TRK-11: what a setting leads outside is not the device’s call', async () => {
  const world = new GuardWorld().set({ extensionAgents: ['snom*'] })
  world.trunks.wanted = { isLed: true }
  assert.equal((await world.trunks.dial(BERLIN)).final, undefined)
})

const LOCK = { id: 'l', cause: 'surge', services: 'all', outgoingFromMs: 0, fullFromMs: undefined, liftedAtMs: undefined } as const
const OWN = 'sip:+4922155500@klinke.example'

test('FRD-03: a lock of outgoing calls leaves those that come in; a full one takes them too, but not a control centre that calls back', async () => {
  const world = new GuardWorld()
  world.rules = { ...world.rules, locks: [LOCK] }
  assert.equal((await world.trunks.dial(BERLIN)).final, 403)
  await world.trunks.callIn('one', { uri: OWN })
  assert.equal(world.trunks.inside.length, 1)
  world.rules = { ...world.rules, locks: [{ ...LOCK, fullFromMs: 0 }] }
  assert.equal((await world.trunks.callIn('one', { uri: OWN })).final, 480)
  assert.deepEqual([world.trunks.inside.length, world.trunks.refused], [1, ['guard-lock']])
  world.trunks.callBacks.add('+4922155500')
  await world.trunks.callIn('one', { uri: OWN })
  assert.equal(world.trunks.inside.length, 2)
})

test('FRD-03: a lock is limited to the services concerned', async () => {
  const world = new GuardWorld()
  world.rules = { ...world.rules, locks: [{ ...LOCK, services: 'international' }] }
  assert.equal((await world.trunks.dial(VIENNA)).final, 403)
  assert.equal((await world.trunks.dial(BERLIN)).final, undefined)
})

test('a call that never is answered uses nothing, and no timer is left when all are over', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 1 } })
  const caller = await world.trunks.dial(BERLIN)
  await world.trunks.clock.advance(2 * MINUTE)
  caller.cancel()
  await world.trunks.clock.advance(0)
  await world.end(await talkFor(world, BERLIN, 1_000))
  assert.deepEqual(world.kinds(), [])
  await world.trunks.clock.advance(HOUR)
  assert.equal(world.trunks.clock.pending, 0)
})

test('from which share of a limit administrators are warned is for the product to say', async () => {
  const world = new GuardWorld({ limits: { minutesPerDay: 10 }, warnAtPercent: 50 })
  await world.talk('+49302312500')
  await world.trunks.clock.advance(299_000)
  assert.deepEqual(world.notices, [])
  await world.trunks.clock.advance(2_000)
  assert.partialDeepStrictEqual(world.notices, [{ kind: 'limit-warning', percent: 50 }])
})
