/**
 * Every combination of how a party is transferred, to whom, and who hangs up when, on the real SIP stack over a simulated network. After each
 * everybody is on the hook, and every call has one final record. `tests/transfer-matrix.integration.test.ts` has the representative ones on the wire.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Leg } from '@klinke/calls'
import { assertAllOver, assertOwned, pressKeys } from '@klinke/calls/test-support'
import type { PhoneScript, ScriptedCall, ScriptedPhone } from '@klinke/testbed'
import { assertNoDeadAir } from './dead-air.ts'
import { SimulatedPbx } from './simulated-pbx.ts'

const HOWS = ['blind', 'attended', 'by code'] as const
const TARGETS = ['free', 'busy', 'no answer', 'unreachable', 'unknown'] as const
const PLACES = ['inside', 'outside'] as const
const LEAVES = ['nobody', 'transferrer at once', 'remaining at once', 'target at the end'] as const

type How = (typeof HOWS)[number]
type Target = (typeof TARGETS)[number]
type Leaves = (typeof LEAVES)[number]

interface Combination {
  readonly how: How
  readonly target: Target
  readonly place: (typeof PLACES)[number]
  readonly leaves: Leaves
}

const OUTSIDE = '+4930123456'
const RINGING_MS = 400
const ANSWER_MS = 1_500
/** Longer than the target may ring, and a busy tone after it. */
const OUTCOME_MS = 16_000
const LISTEN_EVERY_MS = 500
const EVENING_MS = 320_000

const SCRIPTS: Readonly<Record<Target, PhoneScript>> = {
  free: { kind: 'answer', afterMs: ANSWER_MS },
  busy: { kind: 'reject', afterMs: 200, status: 486 },
  'no answer': { kind: 'ring' },
  unreachable: { kind: 'reject', afterMs: 200, status: 480 },
  unknown: { kind: 'reject', afterMs: 200, status: 404 },
}

for (const how of HOWS) {
  for (const leaves of LEAVES) {
    test(`transferred ${how}, ${leaves === 'nobody' ? 'nobody' : leaves} hangs up: each target inside and outside ends as it should, with one record per call`, async () => {
      for (const target of TARGETS) for (const place of PLACES) await run({ how, target, place, leaves })
    })
  }
}

async function run(combination: Combination): Promise<void> {
  const world = new World(combination)
  try {
    await world.run()
  } catch (error) {
    throw new Error(Object.values(combination).join(', '), { cause: error })
  }
}

class World {
  readonly #pbx = new SimulatedPbx({
    seed: 1,
    tenants: [{ id: 'acme', extensions: ['10', '11', '12'], numbers: { '+4922155500': '10' }, profile: { ringTimeoutSeconds: 8 } }],
  })
  readonly #combination: Combination
  readonly #anna: ScriptedPhone
  readonly #bea: ScriptedPhone
  readonly #carl: ScriptedPhone

  constructor(combination: Combination) {
    this.#combination = combination
    const script = SCRIPTS[combination.target]
    this.#anna = this.#pbx.phone('10', { kind: 'answer', afterMs: 100 })
    this.#bea = this.#pbx.phone('11', { kind: 'answer', afterMs: 100 })
    this.#carl = combination.place === 'inside' ? this.#pbx.phone('12', script) : this.#pbx.outside(OUTSIDE, script)
  }

  async run(): Promise<void> {
    const { how, leaves } = this.#combination
    const { clock } = this.#pbx
    await clock.settled(Promise.all(this.#insiders.map((phone) => phone.register(3600))))
    const first = this.#anna.call('11')
    await clock.until(() => first.state.kind === 'talking')
    await this.#transfer(how, first)
    if (leaves === 'remaining at once') this.#bea.calls[0]?.hangUp()
    await this.#listen(OUTCOME_MS)
    if (leaves !== 'remaining at once') this.#assertOutcome()
    if (leaves === 'target at the end') this.#carl.calls.at(-1)?.hangUp()
    await clock.advance(1000)
    for (const phone of this.#pbx.phones) for (const call of phone.calls) call.hangUp()
    await clock.advance(EVENING_MS)
    await assertAllOver(this.#pbx)
  }

  async #transfer(how: How, first: ScriptedCall): Promise<void> {
    const leavesAtOnce = this.#combination.leaves === 'transferrer at once'
    const uri = `sip:${encodeURIComponent(this.#number)}@acme.example`
    if (how === 'by code') return this.#byCode(first, leavesAtOnce)
    if (how === 'attended') return this.#attended(first, uri, leavesAtOnce)
    void (leavesAtOnce ? first.transferAndLeave(uri) : first.transfer(uri))
  }

  /** As a phone does: the first is held, the second called; whoever rings or talks is connected, whoever refuses is forgotten. */
  async #attended(first: ScriptedCall, uri: string, leavesAtOnce: boolean): Promise<void> {
    const { clock } = this.#pbx
    await clock.settled(first.hold())
    const second = this.#anna.call(this.#number)
    const settled = this.#combination.target === 'no answer' ? 'ringing' : 'talking'
    await clock.until(() => second.state.kind === settled || second.state.kind === 'failed')
    if (second.state.kind === 'failed') await clock.settled(first.resume())
    else void first.connectWith(second, uri, leavesAtOnce ? () => first.hangUp() : undefined)
  }

  async #byCode(first: ScriptedCall, leavesAtOnce: boolean): Promise<void> {
    const { clock } = this.#pbx
    pressKeys(this.#pbx, this.#legOf('10'), `*2${this.#number}#`)
    const { target, place } = this.#combination
    if (target === 'unknown' && place === 'inside') return clock.advance(OUTCOME_MS)
    await clock.until(() => this.#carl.calls.length > 0)
    if (leavesAtOnce) first.hangUp()
    if (target !== 'free' || leavesAtOnce) return
    await clock.until(() => this.#carl.calls[0]?.state.kind === 'talking')
    await clock.advance(RINGING_MS)
    pressKeys(this.#pbx, this.#legOf('10'), '*2')
  }

  /** The one who remains talks to the target; or, when that was not reached, to the one who transferred, who is rung again if it has gone. */
  #assertOutcome(): void {
    const { target, place } = this.#combination
    const reached = place === 'inside' ? '12' : OUTSIDE
    assert.equal(this.#partnerOf('11'), target === 'free' ? reached : '10')
    const ringing = this.#pbx.phones.flatMap(({ calls }) => calls.filter(({ state }) => state.kind === 'ringing'))
    assert.equal(ringing.length, 0)
  }

  async #listen(durationMs: number): Promise<void> {
    for (let passedMs = 0; passedMs < durationMs; passedMs += LISTEN_EVERY_MS) {
      await this.#pbx.clock.advance(LISTEN_EVERY_MS)
      assertOwned(this.#pbx)
      assertNoDeadAir(this.#pbx)
    }
  }

  get #insiders(): readonly ScriptedPhone[] {
    return this.#pbx.phones.filter(({ account }) => account.domain === 'acme.example')
  }

  get #number(): string {
    const { target, place } = this.#combination
    if (place === 'outside') return '030123456'
    return target === 'unknown' ? '77' : '12'
  }

  #legOf(number: string): Leg {
    const legs = this.#pbx.control.calls.ofTenant('acme').flatMap((call) => call.legs)
    const leg = legs.find(({ party, state }) => party.number === number && state === 'answered')
    assert.ok(leg, `${number} is in no call`)
    return leg
  }

  /** Whom the extension hears. */
  #partnerOf(number: string): string | undefined {
    const leg = this.#legOf(number)
    const call = this.#pbx.control.calls.ofTenant('acme').find(({ legs }) => legs.includes(leg))
    const session = this.#pbx.media.sessions.findLast(({ callId, closed }) => callId === call?.id && !closed)
    const heard = session?.hearing.partyOf(leg.endpoint.id)
    return call?.legs.find(({ endpoint }) => endpoint.id === heard)?.party.number
  }
}
