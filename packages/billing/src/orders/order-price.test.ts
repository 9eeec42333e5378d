import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountOf } from '../amounts.ts'
import { exampleProfiles } from '../catalogue/examples.ts'
import { readProfile } from '../catalogue/read-profile.ts'
import { contractOf } from '../contracts/fold.ts'
import { historyOf, planContractChange, planNewContract } from './order-contract.ts'
import { priceOf } from './order-price.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const newId = () => crypto.randomUUID()

async function flat(name = 'flat.yaml') {
  const found = (await exampleProfiles()).find(({ file }) => file === name)
  assert.ok(found)
  return { id: 'v1', file: readProfile(found.text, name).profile }
}

test('ORD-01, BIL-04: a flat rate that is ordered within a month begins with the next one, and the price has it whole', async () => {
  const sold = await flat()
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 15 },
    { item: 'flat-fixed-mobile', quantity: 1 },
    { item: 'number-ten', quantity: 2 },
  ]
  const deeds = planNewContract({ items, termMonths: undefined }, day('2026-11-23'), { sold, today: day('2026-11-22'), newId })
  const begun = deeds.flatMap((deed) => (deed.kind === 'item-added' ? [`${deed.item} ${deed.from}`] : []))
  assert.deepEqual(begun, ['base 2026-11-23', 'extension 2026-11-23', 'flat-fixed-mobile 2026-12-01'])
  const price = priceOf(historyOf(deeds), day('2026-11-23'), () => sold.file, 'Europe/Berlin')
  // 15 × 7.90 (step from 15) + 15 × 12.90 = 118.50 + 193.50; once 199 + 2 × 29.90.
  assert.equal(amountOf(price.monthlySum), '312.00')
  assert.equal(amountOf(price.onceSum), '258.80')
})

test('ORD-02: notice to a part counts from the day on which the order came; before the earliest day it is refused with that day', async () => {
  const sold = await flat()
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 5 },
  ]
  const facts = { sold, today: day('2026-10-01'), newId }
  const history = historyOf(planNewContract({ items, termMonths: undefined }, day('2026-10-01'), facts))
  const contract = contractOf(history)
  const item = contract?.items.find((each) => each.item === 'extension')
  assert.ok(contract !== undefined && item !== undefined)
  const change = (wishDate: string, today: string) =>
    planContractChange(
      contract,
      { items: [{ itemId: item.id, quantity: 4 }], cancel: null, wishDate },
      { ...facts, terms: sold.file.terms, today: day(today) },
    )
  assert.throws(() => change('2026-12-01', '2026-11-17'), /next possible day is 2027-01-01/)
  assert.equal(change('2026-12-01', '2026-11-16').length, 1)
})

test('ORD-05: a contract that began in a month that has ended by now is charged from the one that runs on, its installation too', async () => {
  const sold = await flat('quota.yaml')
  const items = [
    { item: 'quota-10', quantity: 1 },
    { item: 'extension', quantity: 10 },
    { item: 'install-comfort', quantity: 1 },
  ]
  const facts = { sold, today: day('2026-12-01'), newId }
  const deeds = planNewContract({ items, termMonths: undefined }, day('2026-11-30'), facts)
  const charged = deeds.flatMap((deed) => (deed.kind === 'one-off' ? [`${deed.item} ${deed.on}`] : []))
  assert.deepEqual(charged, ['install-comfort 2026-12-01'])
  assert.equal(contractOf(historyOf(deeds))?.begins.toString(), '2026-11-30')
})
