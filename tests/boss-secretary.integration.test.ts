/** Boss and secretary with phones that are not ours: who rings, and what each hears. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baresip, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const BOSS = { frequencyHz: 620, levelDbm0: -12 }
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
  await secretariat({ active: false })
})
after(() => product?.[Symbol.asyncDispose]())

/** Extension 12 is the boss of 11. */
async function secretariat(change: object): Promise<void> {
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Record<string, string>[] }
  const idOf = (number: string) => items.find((item) => item.number === number)?.id
  const response = await product.request('PATCH', `/extensions/${idOf('12')}/secretariat`, { secretaries: [idOf('11')], ...change })
  assert.equal(response.status, 200, await response.clone().text())
}

/** 10 calls the boss. */
async function callBoss(caller: Baresip, rung: Baresip): Promise<void> {
  await caller.dial(dialled(product, '12'))
  await rung.rings()
  await rung.accept()
  await Promise.all([caller.established(), rung.established()])
}

test('CALL-05: the boss switches the filter on by code; the secretary is rung, sees for whom, and the boss takes the caller over', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using secretary = await phone(product, '11', { tone: TONES.bea })
  await using boss = await phone(product, '12', { tone: BOSS })
  await boss.dial(dialled(product, '*48'))
  await boss.established()
  await boss.ended()
  await callBoss(anna, secretary)
  assert.match(secretary.output, /Incoming call from: für /)
  await hearsTone('the caller', anna, TONES.bea, 600)
  await hearsTone('the secretary', secretary, TONES.anna, 600)
  await boss.dial(dialled(product, '*49'))
  await Promise.all([boss.established(), secretary.ended()])
  await hearsTone('the caller, taken over', anna, BOSS, 600)
  await hearsTone('the boss', boss, TONES.anna, 600)
  await anna.hangUp()
  await boss.ended()
  await noLiveCalls(product)
})

test('CALL-05: the secretary reaches the boss though the filter is on, and sends the caller there', { skip }, async () => {
  await secretariat({ active: true })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using secretary = await phone(product, '11', { tone: TONES.bea })
  await using boss = await phone(product, '12', { tone: BOSS })
  await callBoss(anna, secretary)
  await secretary.transfer(dialled(product, '12'))
  await boss.rings()
  await boss.accept()
  await Promise.all([boss.established(), secretary.ended()])
  await hearsTone('the caller', anna, BOSS, 600)
  await hearsTone('the boss', boss, TONES.anna, 600)
  await boss.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('CALL-05: a caller on the bypass list, and any caller while no secretary is there, rings the boss', { skip }, async () => {
  await secretariat({ active: true, bypass: ['10'] })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using boss = await phone(product, '12', { tone: BOSS })
  {
    await using secretary = await phone(product, '11', { tone: TONES.bea })
    await callBoss(anna, boss)
    await hearsTone('the caller who passes', anna, BOSS, 600)
    await anna.hangUp()
    await boss.ended()
    assert.doesNotMatch(secretary.output, /Incoming call/)
  }
  await secretariat({ bypass: [], whenAbsent: { kind: 'boss' }, ringSeconds: 5 })
  await anna.dial(dialled(product, '12'))
  await boss.event('CALL_INCOMING', 25_000)
  await boss.accept()
  await Promise.all([anna.established(), boss.established()])
  await hearsTone('the caller without a secretary', anna, BOSS, 600)
  await hearsTone('the boss', boss, TONES.anna, 600)
  await boss.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})
