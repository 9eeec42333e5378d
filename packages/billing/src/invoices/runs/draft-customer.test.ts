import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composed } from '../compose.ts'
import { fingerprintOf } from '../content-json.ts'
import type { InvoiceContent } from '../invoice.ts'
import { chargeWith, customerWith, OCTOBER } from '../test-support/example.ts'
import { inOrderOf } from './draft-customer.ts'

const now = composed(customerWith({ splitBySite: true }), OCTOBER, [
  chargeWith(),
  chargeWith({ siteId: 'koeln' }),
  chargeWith({ siteId: 'bonn' }),
])

const draftOf = (content: InvoiceContent, index: number) => ({ id: `draft-${index}`, fingerprint: fingerprintOf(content) })
const drafts = now.map(draftOf)
const idsOf = (found: readonly { readonly id: string }[] | undefined) => found?.map(({ id }) => id)

test('drafts of several sites get their numbers in the order of sites, in whatever order the database gives them', () => {
  assert.deepEqual(idsOf(inOrderOf(now, drafts.toReversed())), ['draft-0', 'draft-1', 'draft-2'])
  assert.deepEqual(idsOf(inOrderOf(now, drafts)), ['draft-0', 'draft-1', 'draft-2'])
})

test('what differs in anything from what is owed now, or is one more or one fewer, is not what was seen', () => {
  assert.equal(inOrderOf(now, drafts.slice(1)), undefined)
  assert.equal(inOrderOf(now.slice(1), drafts), undefined)
  const dearer = composed(customerWith({ splitBySite: true }), OCTOBER, [chargeWith({ quantity: 4 })])
  assert.equal(inOrderOf(dearer, drafts.slice(0, 1)), undefined)
  assert.deepEqual(inOrderOf([], []), [])
})
