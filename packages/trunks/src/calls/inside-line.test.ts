import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '@klinke/calls'
import { TestExchange } from '@klinke/calls/test-support'
import type { Flow } from '@klinke/sip'
import { CallAdmission } from '../admission/call-admission.ts'
import { carrier, NO_BARS, NO_LOCK, OWN_NUMBERS, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import type { OutboundParts } from './carrier-places.ts'
import { outsideLines } from './dial-plan.ts'
import { INSIDE, MAX_INSIDE_HOPS } from './inside-line.ts'
import type { OutboundCall } from './outbound-call.ts'

const AT = { address: '127.0.0.1', port: 5060 }
const LOOP: Flow = { id: 'loop', protocol: 'TCP', local: AT, remote: AT }
const OURS = '+4930555010'
const FROM_CARRIER = carrier('one')

/** What is rung for a number that the tenant rings beside its phones. */
async function beside(wanted: Partial<OutboundCall>, headers: readonly (readonly [string, string])[] = [], guard?: OutboundParts['guard']) {
  const carriers = { carrier: () => FROM_CARRIER, carriers: () => [FROM_CARRIER] }
  const lines = outsideLines(
    {
      admission: new CallAdmission(),
      barring: NO_BARS,
      identity: OWN_NUMBERS,
      carriers,
      isUp: () => true,
      insideLine: { flow: LOOP, has: (number) => number === OURS || TENANT.numbers.has(number) },
      ...(guard !== undefined && { guard }),
    },
    NO_LOCK,
  )
  let target: ReturnType<typeof lines.target>
  const exchange = new TestExchange({
    flow: (call) => {
      target = lines.target(call, { number: OURS, tenant: TENANT, extension: TENANT.extensions.get('10'), ...wanted })
      return Promise.resolve({ kind: 'refused', cause: 'busy', status: 486 })
    },
  })
  await exchange.call({ offer: 'offer', headers })
  return target
}

const values = (target: Awaited<ReturnType<typeof beside>>, name: string) =>
  (target?.headers ?? []).filter(([field]) => field === name).map(([, value]) => value)

test('TRK-14: a number of ours goes back to ourselves; all others go to the carrier', async () => {
  const target = await beside({})
  assert.deepEqual([target?.uri, target?.destination], [`sip:${OURS}@inside.invalid;transport=tcp`, { flow: LOOP }])
  assert.equal(target?.from, '<sip:+4922155501@inside.invalid>')
  assert.equal(target?.media.localAddress, AT.address)
  const outside = await beside({ number: '+49302312500' })
  assert.deepEqual([target?.place, outside?.uri, outside?.place], [undefined, 'sip:+49302312500@one.example', 'one'])
})

test('it says by which numbers the call came, and whether a mailbox may take it', async () => {
  assert.deepEqual(values(await beside({}), 'Reject-Contact'), [])
  const target = await beside({ numbers: ['+4922155500', '+4930555011'], wantsPerson: true })
  assert.deepEqual(values(target, 'X-Klinke-Came-By'), ['+4922155500', '+4930555011'])
  assert.deepEqual(values(target, 'Reject-Contact'), ['*;actor="msg-taker"'])
})

test('CLI-01: who hides is not shown there, and a tenant without a number to show is not either', async () => {
  const hiding = [await beside({ choice: { hidden: true } }), await beside({}, [['Privacy', 'id']])]
  for (const target of hiding) assert.deepEqual(values(target, 'Privacy'), ['id'])
  const nameless = await beside({ tenant: { ...TENANT, numbers: new Map() }, extension: undefined })
  for (const target of [...hiding, nameless]) assert.equal(target?.from, '"Anonymous" <sip:anonymous@anonymous.invalid>')
})

test('FRD-03: a customer whose outgoing calls are locked rings numbers of its own beside others, and none of another customer', async () => {
  const guard = { admit: () => undefined, locked: () => refused('forbidden', 403), incoming: () => undefined }
  assert.equal(await beside({}, [], guard), undefined)
  assert.notEqual(await beside({ number: '+4922155500' }, [], guard), undefined)
})

test('LAW-01: a caller from outside stays visible', async () => {
  assert.equal((await beside({ original: '+493012345' }))?.from, '<sip:+493012345@inside.invalid>')
})

const came = (count: number) => Array.from({ length: count }, (_, i) => ['X-Klinke-Came-By', `+49305550${i}`] as const)

test('CALL-07: what comes in by it is a call from outside, until it has come by too many numbers', async () => {
  const trunks = new TestTrunks([])
  const call = { uri: 'sip:+4922155500@inside.invalid', from: '<sip:+4930555010@inside.invalid>' }
  await trunks.callIn(INSIDE.id, { ...call, headers: came(MAX_INSIDE_HOPS - 1) })
  assert.deepEqual(trunks.inside, [{ e164: '+4922155500', from: '+4930555010', displayName: undefined }])
  assert.equal(trunks.started[0]?.direction, 'inbound')
  const last = await trunks.callIn(INSIDE.id, { ...call, headers: came(MAX_INSIDE_HOPS) })
  assert.deepEqual([last.final, trunks.inside.length], [483, 1])
})

test('a carrier cannot say where a call came by', async () => {
  const trunks = new TestTrunks([FROM_CARRIER])
  const caller = await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example', headers: came(MAX_INSIDE_HOPS) })
  assert.deepEqual([caller.final, trunks.inside.length], [486, 1])
})
