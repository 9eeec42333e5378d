import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callControl, refused, type Verdict } from '@klinke/calls'
import { admits } from '@klinke/calls/test-support'
import { silentLogger } from '@klinke/foundation'
import type { Resolver } from '@klinke/sip'
import { type PaperCaller, PaperMedia, PaperUserAgent, PERFECT_LINK, TableResolver } from '@klinke/testbed'
import { CallAdmission } from '../admission/call-admission.ts'
import type { Carrier } from '../carrier.ts'
import type { ScriptedCarrier } from '../test-support/scripted-carrier.ts'
import { NO_BARS, NO_LOCK, OWN_NUMBERS, TENANT } from '../test-support/test-trunks.ts'
import { registeredCarrier, World } from '../test-support/world.ts'
import { dialPlan, outsideLines } from './dial-plan.ts'

const SUBSCRIBER: Verdict = {
  kind: 'extension',
  headers: [],
  subscriber: {
    tenantId: TENANT.id,
    extensionId: 'acme-10',
    extensionNumber: '10',
    username: '10',
    domain: TENANT.sipDomain,
    ha1: { md5: '', sha256: '' },
    registration: { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 },
  },
}

/** Two carriers on the simulated network, registered at, and call control that calls over them. */
class TwoCarriers extends World {
  readonly one: ScriptedCarrier = this.carrierAt('198.51.100.1')
  readonly two: ScriptedCarrier = this.carrierAt('198.51.100.2')

  readonly #configured: readonly Carrier[]

  /** @param first host of the first carrier. */
  constructor(first = '198.51.100.1', resolver?: Resolver) {
    super({}, 1, PERFECT_LINK, resolver)
    this.#configured = [
      registeredCarrier(first, { id: 'c1', name: 'One' }),
      registeredCarrier('198.51.100.2', { id: 'c2', name: 'Two', priority: 101 }),
    ]
    this.lines.update(this.#configured)
  }

  async register(): Promise<void> {
    await this.until('registered', 'c1')
    await this.until('registered', 'c2')
  }

  dial(number: string): PaperCaller {
    return new PaperUserAgent().call(this.#control(), { uri: `sip:${number}@acme.example`, offer: 'offer' })
  }

  #control() {
    const { lines, clock, random } = this
    const configured = this.#configured
    const outbound = {
      admission: new CallAdmission(),
      barring: NO_BARS,
      identity: OWN_NUMBERS,
      carriers: { carrier: (id: string) => configured.find((carrier) => carrier.id === id), carriers: () => configured },
      isUp: (id: string) => lines.isUp(id),
      way: (id: string) => lines.way(id),
      suspect: (id: string) => lines.suspect(id),
    }
    const outside = outsideLines(outbound, NO_LOCK)
    const extension = TENANT.extensions.get('10')
    assert.ok(extension)
    return callControl({
      ...{ userAgent: this.stack.userAgent, media: new PaperMedia(), clock, random, logger: silentLogger },
      records: {
        started: () => undefined,
        answered: () => undefined,
        charged: () => undefined,
        ended: () => undefined,
        alive: () => undefined,
      },
      admission: admits(SUBSCRIBER),
      registrar: { register: () => ({ status: 200, headers: [] }), lookup: () => [] },
      flow: () => undefined,
      dialPlan: dialPlan({
        ...outbound,
        directory: { tenant: () => TENANT, tenantByDomain: () => TENANT, tenantByNumber: () => undefined, tenants: () => [TENANT] },
        inside: {
          numberCalled: (tenant, number) => ({ tenantId: tenant.id, extensionId: undefined, number, displayName: undefined }),
          numberDialled: ({ dialled }) => dialled,
          callNumber: () => Promise.resolve(refused('not-found', 404)),
          planExtensionCall: ({ dialled }) => ({
            ...{ kind: 'call', tenantId: TENANT.id, direction: 'outbound', emergency: false, profile: TENANT.profile },
            caller: { tenantId: TENANT.id, extensionId: extension.id, number: '10', displayName: 'Ten' },
            called: { tenantId: undefined, extensionId: undefined, number: dialled, displayName: undefined },
            flow: (call, exchange) => outside.call(call, { number: dialled, tenant: TENANT, extension }, exchange),
          }),
        },
      }),
    })
  }
}

async function hangUp(world: TwoCarriers, caller: PaperCaller): Promise<void> {
  caller.session.hangUp()
  await world.clock.advance(1_000)
  await world.close()
}

test('a call goes to the first carrier, which asks for the password of its account (TRK-07)', async () => {
  const world = new TwoCarriers()
  await world.register()
  const caller = world.dial('+49302312500')
  await world.clock.until(() => caller.final !== undefined)
  assert.equal(caller.final, 200)
  assert.equal(world.one.invites[0]?.request.uri, 'sip:+49302312500@198.51.100.1')
  assert.equal(world.two.invites.length, 0)
  await hangUp(world, caller)
})

test('a carrier that has gone silent costs four seconds, then the next has the call (TRK-12)', async () => {
  const world = new TwoCarriers()
  await world.register()
  world.one.host.crash()
  const beganAtMs = world.clock.nowMs()
  const caller = world.dial('+49302312500')
  await world.clock.until(() => caller.final !== undefined)
  assert.equal(caller.final, 200)
  assert.equal(Math.round((world.clock.nowMs() - beganAtMs) / 1000), 4)
  assert.equal(world.two.invites.length, 1)
  await hangUp(world, caller)
})

test('an emergency call goes out although the first carrier refuses it with 403 (EMG-01)', async () => {
  const world = new TwoCarriers()
  await world.register()
  world.one.inviteAnswer = 403
  const caller = world.dial('112')
  await world.clock.until(() => caller.final !== undefined)
  assert.equal(caller.final, 200)
  assert.equal(world.one.invites.length, 1)
  assert.equal(world.two.invites[0]?.request.uri, 'sip:112@198.51.100.2')
  await hangUp(world, caller)
})

test('an ordinary call that the first carrier refuses with 403 is refused', async () => {
  const world = new TwoCarriers()
  await world.register()
  world.one.inviteAnswer = 403
  const caller = world.dial('+49302312500')
  await world.clock.until(() => caller.final !== undefined)
  assert.equal(caller.final, 403)
  assert.equal(world.two.invites.length, 0)
  await world.close()
})

test('a carrier that challenges every INVITE, whatever the answer, gets one answer, and the next has the call (407 loops)', async () => {
  const world = new TwoCarriers()
  await world.register()
  world.one.challengesForEver = true
  const caller = world.dial('+49302312500')
  await world.clock.until(() => caller.final !== undefined)
  assert.deepEqual([caller.final, world.one.challenged, world.two.invites.length], [200, 2, 1])
  await hangUp(world, caller)
})

test('a DNS that hangs over the name of a carrier costs four seconds of the first call, then the next carrier has it', async () => {
  const table = new TableResolver({})
  const answers = Promise.withResolvers<readonly []>()
  const resolver: Resolver = { resolve: (uri) => (uri.includes('hangs.example') ? answers.promise : table.resolve(uri)) }
  const world = new TwoCarriers('hangs.example', resolver)
  await world.until('registered', 'c2')
  const beganAtMs = world.clock.nowMs()
  const caller = world.dial('+49302312500')
  await world.clock.until(() => caller.final !== undefined)
  assert.deepEqual([caller.final, world.two.invites.length, world.one.invites.length], [200, 1, 0])
  assert.ok(world.clock.nowMs() - beganAtMs <= 4_100)
  answers.resolve([])
  await hangUp(world, caller)
})
