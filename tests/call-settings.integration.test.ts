/** Forwarding, do not disturb, unwanted callers and the mobile beside, with phones that are not ours: who rings, and who hears whom. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, type Baresip, type ExpectedTone, eventually, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CARL = { frequencyHz: 620, levelDbm0: -12 }
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

/** Changes the settings of extension 11. */
async function settings(change: object): Promise<void> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const id = items.find(({ number }) => number === '11')?.id
  const response = await product.request('PATCH', `/extensions/${id}/call-settings`, change)
  assert.equal(response.status, 200, await response.clone().text())
}

async function idOf(number: string): Promise<string> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  return items.find((item) => item.number === number)?.id ?? ''
}

/** Dials a code and listens to what is said until the end. */
async function code(by: Baresip, digits: string): Promise<void> {
  await by.dial(dialled(product, digits))
  await by.established()
  await by.ended()
}

/** The phone rings and answers. */
async function talk(caller: Baresip, rung: Baresip, tone: ExpectedTone): Promise<void> {
  await rung.rings()
  await answered(caller, rung, tone)
}

/** Both hear each other, and the caller hangs up. */
async function answered(caller: Baresip, rung: Baresip, tone: ExpectedTone): Promise<void> {
  await rung.accept()
  await Promise.all([caller.established(), rung.established()])
  assertHearsTone('the caller', await caller.listen(600), tone)
  assertHearsTone('who answered', await rung.listen(600), TONES.anna)
  await caller.hangUp()
  await rung.ended()
  await noLiveCalls(product)
}

test('CALL-03: *21 forwards all calls to the extension dialled behind it, #21 ends that', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using carl = await phone(product, '12', { tone: CARL })
  await code(bea, '*2112')
  await anna.dial(dialled(product, '11'))
  await talk(anna, carl, CARL)
  await code(bea, '#21')
  await anna.dial(dialled(product, '11'))
  await talk(anna, bea, TONES.bea)
})

test('CALL-03, CALL-04: no answer and do not disturb lead to the extension chosen for each', { skip }, async () => {
  const to = { kind: 'extension', targetId: await idOf('12') }
  await settings({
    forwardings: [
      { when: 'no-answer', afterSeconds: 5, to },
      { when: 'busy', to },
    ],
  })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using carl = await phone(product, '12', { tone: CARL })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  await talk(anna, carl, CARL)
  await settings({ doNotDisturb: true })
  await anna.dial(dialled(product, '11'))
  await talk(anna, carl, CARL)
  await settings({ doNotDisturb: false, forwardings: [] })
})

test('CALL-03: a mailbox that answers for the mobile beside never takes the call; the desk phone does', { skip }, async () => {
  await settings({ alsoRing: { parties: [{ kind: 'external', number: product.demo.network.tone }] } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '11'))
  await bea.rings()
  // The network answers at once, and presses nothing.
  const { tone } = product.demo.network
  await eventually('an answer outside', async () => (await parties()).includes(`${tone} answered`), { shown: parties })
  assert.equal((await parties())[0], '10 ringing')
  await answered(anna, bea, TONES.bea)
  await settings({ alsoRing: { parties: [] } })
})

/** Parties of the call that goes on, with their states. */
async function parties(): Promise<readonly string[]> {
  const { items } = (await product.get('/live-calls')) as {
    readonly items: readonly { readonly legs: readonly { readonly party: { readonly number: string }; readonly state: string }[] }[]
  }
  return items.flatMap(({ legs }) => legs.map(({ party, state }) => `${party.number} ${state}`))
}

test('CALL-04: who is unwanted hears so before the answer, and is declined', { skip }, async () => {
  await settings({ rejectedCallers: ['10'] })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await anna.ended(10_000)
  const record = await callRecord(product, 'the call', ({ cause }) => cause === 'declined')
  assert.deepEqual([record.called.number, record.answeredAt], ['11', null])
  await settings({ rejectedCallers: [] })
})
