import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { exampleProfiles } from '../catalogue/examples.ts'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { readProfile } from '../catalogue/read-profile.ts'
import { askedFaults } from './asked-faults.ts'
import { type NewOrder, readForm } from './order-form.ts'
import { paymentFaults, paymentOf, waysToPay } from './payment-faults.ts'
import { newOrderForm } from './test-support/given-orders.ts'

let flat: ProfileFile
before(async () => {
  const found = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  assert.ok(found)
  flat = readProfile(found.text, found.file).profile
})

const MANDATE = { accountHolder: 'Muster GmbH', iban: 'DE02 1203 0000 0000 2020 51' }

function form(more: object = {}): NewOrder {
  const read = readForm(newOrderForm('flat', [{ item: 'extension', quantity: 3 }], more))
  assert.equal(read.kind, 'new')
  return read as NewOrder
}

function german(faults: ReturnType<typeof paymentFaults>): readonly string[] {
  return faults.map(({ pointer, detail }) => `${pointer} ${typeof detail === 'string' ? detail : detail.de}`)
}

test('BIL-08, BIL-09: an order is paid by a way that its product has; one that names none by the usual one', () => {
  assert.deepEqual(waysToPay(flat), ['direct-debit', 'prepaid'])
  assert.deepEqual(waysToPay({ payments: undefined }), ['transfer', 'direct-debit'])
  assert.equal(paymentOf(form(), flat), 'direct-debit')
  assert.equal(paymentOf(form(), { payments: { methods: ['transfer', 'sepa'] } }), 'transfer')
  assert.equal(paymentOf(form({ mandate: MANDATE }), { payments: { methods: ['transfer', 'sepa'] } }), 'direct-debit')
  assert.deepEqual(german(paymentFaults(form({ payment: 'prepaid' }), flat)), [])
})

test('BIL-08: other ways are refused in words, and so is an account that nobody would collect from', () => {
  assert.deepEqual(german(paymentFaults(form({ payment: 'transfer' }), flat)), [
    '/form/payment gibt es bei diesem Produkt nicht; möglich: SEPA-Lastschrift, Guthaben',
  ])
  assert.deepEqual(german(paymentFaults(form({ payment: 'prepaid', mandate: MANDATE }), flat)), [
    '/form/mandate gehört zur Lastschrift, gewählt ist: Guthaben',
  ])
  assert.deepEqual(german(paymentFaults(form({ mandate: MANDATE }), { payments: { methods: ['transfer'] } })), [
    '/form/mandate gibt es bei diesem Produkt nicht; möglich: Überweisung',
  ])
  assert.deepEqual(german(paymentFaults(form({ mandate: { ...MANDATE, iban: 'DE00 1203 0000 0000 2020 51' } }), flat)), [
    '/form/mandate/iban ist keine IBAN',
  ])
})

test('ORD-01: what a product does not ask for is not answered', () => {
  const answered = form({
    ...{ itemisedBill: 'full', directoryEntry: true, consents: { marketing: true }, payment: 'direct-debit' },
    items: [
      { item: 'extension', quantity: 3 },
      { item: 'queue', quantity: 1 },
    ],
  })
  assert.deepEqual(askedFaults(answered, flat), [])
  assert.deepEqual(askedFaults(answered, { ...flat, orders: { ...flat.orders, asks: undefined } }), [], 'asks for all')
  const pointers = askedFaults(answered, { ...flat, orders: { ...flat.orders, asks: ['extensions', 'itemised-bill'] } })
  assert.deepEqual(
    pointers.map(({ pointer }) => pointer),
    ['/form/items', '/form/directoryEntry', '/form/consents/marketing', '/form/payment'],
  )
})
