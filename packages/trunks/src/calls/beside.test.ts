import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DialTarget } from '@klinke/calls'
import { TestExchange } from '@klinke/calls/test-support'
import { CallAdmission } from '../admission/call-admission.ts'
import { carrier, NO_BARS, NO_LOCK, OWN_NUMBERS, TENANT } from '../test-support/test-trunks.ts'
import { outsideLines } from './dial-plan.ts'
import { CARRIER_SILENT_SECONDS } from './ring-in-turn.ts'

const REGISTERED = { kind: 'registration', username: 'line', password: 'secret', expiresSeconds: 300 } as const

test('TRK-12: a number that rings beside others is called at the next place of its carrier, then at the next carrier', async () => {
  const carriers = [carrier('one', { authentication: REGISTERED }), carrier('two', { priority: 2 })]
  const suspects: string[] = []
  const places = ['198.51.100.9', '198.51.100.8'].map((address) => ({ protocol: 'UDP', remote: { address, port: 5060 } }) as const)
  const parts = {
    admission: new CallAdmission(),
    barring: NO_BARS,
    identity: OWN_NUMBERS,
    carriers: { carrier: (id: string) => carriers.find((known) => known.id === id), carriers: () => carriers },
    isUp: () => true,
    way: (id: string) => (id === 'one' ? { targets: places, route: [] } : undefined),
    suspect: (id: string) => void suspects.push(id),
  }
  const lines = outsideLines(parts, NO_LOCK)
  const tried: DialTarget[] = []
  const flow = (call: Parameters<typeof lines.target>[0]) => {
    const wanted = { number: '+49302312500', tenant: TENANT, extension: TENANT.extensions.get('10') }
    for (let at = lines.target(call, wanted); at !== undefined; at = at.elsewhere?.()) tried.push(at)
    return Promise.resolve({ kind: 'refused', cause: 'busy', status: 486 } as const)
  }
  await new TestExchange({ flow }).call()
  assert.deepEqual(
    tried.map(({ place, silentAfterSeconds, credentials }) => [place, silentAfterSeconds, credentials?.username]),
    [
      ['one', CARRIER_SILENT_SECONDS, 'line'],
      ['one at 198.51.100.8', CARRIER_SILENT_SECONDS, 'line'],
      ['two', CARRIER_SILENT_SECONDS, undefined],
    ],
  )
  assert.deepEqual(suspects, ['one', 'one', 'two'])
})

test('a number that rings beside others goes over the next carrier, too, when the first has no channel left', async () => {
  const carriers = [carrier('one', { channels: 1 }), carrier('two', { priority: 2 })]
  const suspects: string[] = []
  const admission = new CallAdmission()
  const lines = outsideLines(
    {
      ...{ admission, barring: NO_BARS, identity: OWN_NUMBERS, isUp: () => true, suspect: (id: string) => void suspects.push(id) },
      carriers: { carrier: (id: string) => carriers.find((known) => known.id === id), carriers: () => carriers },
    },
    NO_LOCK,
  )
  admission.fromCarrier({ id: 'one', name: 'one', channels: 1 })
  const exchange = new TestExchange({
    flow: async (call, at) => {
      const target = lines.target(call, { number: '+49302312500', tenant: TENANT, extension: TENANT.extensions.get('10') })
      assert.ok(target)
      const rung = await at.ring(call, [target])
      return rung.kind === 'answered' ? at.converse(call, rung.leg) : rung
    },
  })
  await exchange.call({ offer: 'offer' })
  assert.deepEqual(
    exchange.userAgent.called.map(({ invite }) => invite.uri),
    ['sip:+49302312500@two.example'],
  )
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.deepEqual([admission.ledger.inUse('carrier', 'two').out, suspects], [1, []])
})
