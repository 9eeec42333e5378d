import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_BOOK } from './customer-book.ts'
import type { KeptCall } from './list-calls.ts'
import { CALLS_AT_A_TIME, ratedAnew } from './rate-anew.ts'

const SLICES = 8
const AT_MS = Date.parse('2026-11-10T10:00:00Z')

/** All in one hour; each second one was rated before the customer's tariff was taken away. */
const CALLS = Array.from({ length: SLICES * CALLS_AT_A_TIME }, (_, index): KeptCall => {
  const answeredAtMs = AT_MS + ((index * 7_919) % 3_600_000)
  const leg = { billedNumber: '+4922155500', called: '+493012345', origin: 'own', way: 'carrier', medium: 'voice' } as const
  return {
    usage: { ...leg, id: `call-${index}`, callId: `call-${index}`, tenantId: 'acme', answeredAtMs, endedAtMs: answeredAtMs + 90_000 },
    rating: index % 2 === 0 ? { outcome: 'put-aside', fault: 'no-tariff' } : { outcome: 'free', reason: 'enum', seconds: 90 },
    ...{ month: '2026-11-01', invoiceId: null },
  }
})

test('however many calls are rated anew, others have their turns meanwhile', async () => {
  let turns = 0
  let turn = setImmediate(function again() {
    turns++
    turn = setImmediate(again)
  })
  const { differences } = await ratedAnew({ tenantId: 'acme', open: CALLS, book: NO_BOOK, used: [] }, AT_MS + 86_400_000)
  clearImmediate(turn)
  assert.equal(differences.length, CALLS.length / 2)
  assert.ok(turns >= SLICES, `others had ${turns} turns`)
  const answers = differences.map(({ before }) => before.usage.answeredAtMs ?? 0)
  assert.deepEqual(
    answers,
    answers.toSorted((a, b) => a - b),
  )
})
