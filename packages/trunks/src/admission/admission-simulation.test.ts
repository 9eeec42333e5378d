import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '@klinke/calls'
import { below, seededRandom } from '@klinke/foundation'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'

const BERLIN = '+49302312500'
const OWN = 'sip:+4922155500@klinke.example'
const CHANNELS = 12
const AT_A_TIME = 20
const STATUSES = [302, 403, 404, 408, 480, 486, 488, 500, 503, 603]

/** Calls of all kinds that end in all ways there are, at random but the same each time. */
class Simulation {
  readonly trunks: TestTrunks
  readonly #random = seededRandom(4711)
  #callers: PaperCaller[] = []
  #phones: PaperPhone[] = []
  #seen = 0
  /** Of so many calls one is for help; 0: none. */
  readonly #helpIn: number
  /** Calls so far. */
  begun = 0

  /** @param ofCarriers channels of each of the two carriers; absent: nobody has said. */
  constructor(helpIn: number, ofCarriers?: number) {
    this.#helpIn = helpIn
    const channels = ofCarriers
    const profile = { ...TENANT.profile, admission: { channels: { both: CHANNELS } } }
    this.trunks = new TestTrunks([carrier('one', { channels }), carrier('two', { priority: 2, channels })], { ...TENANT, profile })
  }

  get inUse(): number {
    const { in: coming, out } = this.trunks.admission.ledger.inUse('customer', TENANT.id)
    return coming + out
  }

  /** Somebody calls, and something happens to those who called before. */
  async step(): Promise<void> {
    if (this.#callers.length < AT_A_TIME) this.#callers.push(await this.#begin())
    this.#phones.push(...this.trunks.userAgent.called.slice(this.#seen))
    this.#seen = this.trunks.userAgent.called.length
    this.#happens()
    await this.trunks.clock.advance(below(this.#random, 3) === 0 ? below(this.#random, 5_000) : 0)
    this.#callers = this.#callers.filter(({ final, session }) => final === undefined || (final === 200 && !session.over))
    this.#phones = this.#phones.filter(({ session }) => !session.over).slice(-2 * AT_A_TIME)
  }

  /** All hang up, and what nobody confirms is given up. */
  async end(): Promise<void> {
    for (const caller of this.#callers) {
      caller.cancel()
      caller.session.hangUp()
    }
    await this.trunks.clock.advance(300_000)
    for (const phone of this.trunks.userAgent.called) {
      phone.timeOut()
      phone.session.hangUp()
    }
    await this.trunks.clock.advance(300_000)
  }

  #begin(): Promise<PaperCaller> {
    const { trunks } = this
    this.begun++
    if (this.#helpIn > 0 && below(this.#random, this.#helpIn) === 0) return trunks.dial('112', '11')
    if (below(this.#random, 2) === 0) return trunks.dial(BERLIN, below(this.#random, 2) === 0 ? '10' : '11')
    const ends = below(this.#random, 3)
    if (ends === 0) trunks.forwards()
    else if (ends === 1) trunks.answers = (call) => call.listenTo({ kind: 'signal', signal: 'beep' }, NOBODY)
    else trunks.answers = () => Promise.resolve(refused('busy', 486))
    return trunks.callIn('one', { uri: OWN })
  }

  #happens(): void {
    const random = this.#random
    for (const phone of this.#phones) {
      const what = below(random, 12)
      if (what === 0) phone.answer('answer')
      else if (what === 1) phone.ring()
      else if (what === 2) phone.refuse(STATUSES[below(random, STATUSES.length)] ?? 500)
      else if (what === 3) phone.timeOut()
      else if (what === 4) phone.session.hangUp()
      else if (what === 5) phone.obeysCancel = false
    }
    for (const caller of this.#callers) {
      const what = below(random, 20)
      if (what === 0) caller.cancel()
      else if (what === 1 && caller.final === 200) caller.session.hangUp()
    }
  }
}

const NOBODY = { tenantId: undefined, extensionId: undefined, number: '1', displayName: undefined }

async function run(simulation: Simulation, calls: number): Promise<number> {
  let most = 0
  while (simulation.begun < calls) {
    await simulation.step()
    most = Math.max(most, simulation.inUse)
  }
  await simulation.end()
  assert.equal(simulation.trunks.ended.length, simulation.trunks.started.length)
  assert.equal(simulation.trunks.admission.ledger.size, 0)
  return most
}

test('TRK-06: after 10,000 calls that end in all ways there are no channel is in use', async () => {
  const simulation = new Simulation(20)
  await run(simulation, 10_000)
  const causes = new Set(simulation.trunks.ended.map(({ cause }) => cause))
  for (const cause of ['preempted', 'congestion', 'cancelled', 'busy', 'unreachable', 'hung-up-by-called'] as const) {
    assert.ok(causes.has(cause), `no call ended as ${cause}`)
  }
})

test('TRK-06: where nobody calls for help there are never more calls than channels, and sometimes as many', async () => {
  assert.equal(await run(new Simulation(0), 2_000), CHANNELS)
})

test('TRK-12: of carriers with channels none is left in use either; calls go over the next one, and for help others end', async () => {
  const simulation = new Simulation(20, 4)
  await run(simulation, 2_000)
  const steps = new Set(simulation.trunks.ended.flatMap(({ route }) => route.map(({ step }) => step)))
  for (const step of ['carrier-full', 'preempts', 'preempted'] as const) assert.ok(steps.has(step), `no call had ${step}`)
})
