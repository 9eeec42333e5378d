/** What a porting costs, and whether it is refused, is the product's to say: desk, catalogue and contracts together (ORD-03). */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { PortingPartner } from '@klinke/accounts'
import { portingRounds } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'
import { portingDesk } from './portings.ts'

let cluster: TestCluster
before(async () => {
  cluster = await wholeCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const NUMBER = '+492217777770'
const HOLDER = { name: 'Muster GmbH', street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' }
const DAY = '2030-03-04'
const WINDOW = { from: `${DAY}T06:00:00+01:00`, until: `${DAY}T08:00:00+01:00` }

async function made(operator: TestClient, path: string, body: object): Promise<string> {
  const answer = await operator('POST', path, body)
  assert.ok(answer.status === 201, `POST ${path}: ${String(answer.raw)}`)
  return String(answer.body.id)
}

async function customerOf(operator: TestClient, profileId: string, item: string): Promise<string> {
  const file = `${profileId}.yaml`
  const yaml = await readFile(join(import.meta.dirname, '../../../../profiles', file), 'utf8')
  await made(operator, '/product-profiles', { yaml, file })
  const tenantId = await made(operator, '/tenants', { name: HOLDER.name, sipDomain: `${profileId}.example`, areaCode: '221' })
  const { name: _name, ...address } = HOLDER
  const siteId = await made(operator, '/sites', { tenantId, name: 'Zentrale', areaCode: '221', address })
  // NUM-02: some products give numbers only to who proves the place.
  const proof = await operator('POST', `/sites/${siteId}/proofs?name=Auszug`, Buffer.from('%PDF-1.7\n%%EOF\n'), {
    'content-type': 'application/pdf',
  })
  assert.equal(proof.status, 201, String(proof.raw))
  const begins = Temporal.Now.plainDateISO('Europe/Berlin').with({ day: 1 }).toString()
  await made(operator, '/contracts', { tenantId, profileId, begins, items: [{ item, quantity: profileId === 'flat' ? 3 : 4 }] })
  return tenantId
}

/** Another carrier that asks once for the number. */
function asking(): PortingPartner {
  const says = { kind: 'VA', businessCase: 'VA-RRNP', holder: HOLDER, wishedFor: DAY, number: NUMBER, size: 10, attendant: null }
  const content = { id: crypto.randomUUID(), reference: 'DEU.ANDERER.V000000042', from: 'DEU.ANDERER', to: 'DEU.KLINKE', says }
  let messages = [content]
  return {
    send: () => Promise.resolve(),
    receive: () => {
      const received = messages.map((message) => ({ content: message, done: () => Promise.resolve(), refused: () => Promise.resolve() }))
      messages = []
      return Promise.resolve(received)
    },
  }
}

for (const [profileId, item, charged, isRefusedUntilPaid] of [
  ['flat', 'extension', 1, true],
  ['trunks', 'basic', 0, false],
] as const)
  test(`ORD-03: a number that leaves the profile ${profileId} ${charged === 0 ? 'costs nothing' : 'is charged once it is gone'}`, async () => {
    await using whole = await wholeApi(cluster)
    const { database, api } = whole
    const operator = await api.client({ kind: 'operator' })
    const tenantId = await customerOf(operator, profileId, item)
    const assigned = await operator('POST', '/numbers', { tenantId, first: NUMBER, size: 10 })
    assert.equal(assigned.status, 201, String(assigned.raw))
    const desk = portingDesk({ portingCode: 'DEU.KLINKE' }, systemClock())
    const terms = await database.withOperator(async (tx) => desk.terms?.(tx, tenantId))
    assert.equal(terms?.outgoingRefusedUntilPaid, isRefusedUntilPaid)

    const clock = new VirtualClock(systemClock().epochMs())
    const rounds = portingRounds({ database, clock, logger: silentLogger, desk, partner: asking() })
    await clock.advance(15_000)
    const found = await eventually('the other carrier is heard', async () => {
      const { items = [] } = (await operator('GET', '/portings?direction=out')).body
      return items[0]?.id
    })
    await rounds.close(undefined)
    const step = async (body: object): Promise<void> => {
      const answer = await operator('POST', `/portings/${String(found)}/steps`, body)
      assert.equal(answer.status, 200, String(answer.raw))
    }
    const oneOffs = async (): Promise<readonly unknown[]> => {
      const [contract] = (await operator('GET', `/contracts?tenantId=${tenantId}`)).body.items ?? []
      const { items = [] } = (await operator('GET', `/contracts/${String(contract?.id)}/events`)).body
      return items.filter(({ kind }) => kind === 'one-off').map(({ text }) => (text as { readonly de: string }).de)
    }
    for (const body of [{ step: 'agree', agreedFor: DAY }, { step: 'schedule', window: WINDOW }, { step: 'switch' }]) await step(body)
    assert.deepEqual(await oneOffs(), [])
    await step({ step: 'confirm' })
    const texts = await oneOffs()
    assert.equal(texts.length, charged)
    for (const text of texts) assert.match(String(text), /Portierung/)
  })

test('TRK-17: calls reach the temporary number until the switch, both after it, the temporary one alone after a roll-back, and the ported one in the end', async () => {
  await using whole = await wholeApi(cluster)
  const operator = await whole.api.client({ kind: 'operator' })
  const tenantId = await customerOf(operator, 'flat', 'extension')
  const temporary = '+492219999990'
  const form = { tenantId, number: NUMBER, size: 10, businessCase: 'VA-KUE-MRN', carrier: 'DEU.ANDERER', holder: HOLDER, wishedFor: DAY }
  const id = await made(operator, '/portings', form)
  const beside = { tenantId, first: temporary, size: 10, state: 'temporary', temporaryFor: NUMBER }
  assert.equal((await operator('POST', '/numbers', beside)).status, 201)
  const reached = async (...steps: readonly object[]): Promise<readonly boolean[]> => {
    for (const step of steps) {
      const answer = await operator('POST', `/portings/${id}/steps`, step)
      assert.equal(answer.status, 200, String(answer.raw))
    }
    const { now } = await whole.pictures(tenantId)
    return [NUMBER, temporary].map((number) => now?.numbers.has(number) === true)
  }
  const plan = { step: 'schedule', window: WINDOW }
  assert.deepEqual(await reached({ step: 'ask' }, { step: 'agree', agreedFor: DAY }, plan), [false, true])
  assert.deepEqual(await reached({ step: 'switch' }), [true, true])
  assert.deepEqual(await reached({ step: 'roll-back' }), [false, true])
  assert.deepEqual(await reached(plan, { step: 'switch' }), [true, true])
  assert.deepEqual(await reached({ step: 'confirm' }), [true, false])
})
