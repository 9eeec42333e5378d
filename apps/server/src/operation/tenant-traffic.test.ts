import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TenantTraffic } from './tenant-traffic.ts'

const MINUTE_MS = 60_000

test("each customer's calls of the last hour are counted, and older ones forgotten", () => {
  const traffic = new TenantTraffic()
  traffic.count('a', 'started', 0)
  for (let minute = 1; minute <= 60; minute++) traffic.count('a', 'started', minute * MINUTE_MS)
  traffic.count('b', 'started', 60 * MINUTE_MS)
  traffic.count('b', 'failed', 60 * MINUTE_MS)
  const now = [...traffic.lastHour(60 * MINUTE_MS)]
  assert.deepEqual(now, [
    ['a', { started: 60, failed: 0 }],
    ['b', { started: 1, failed: 1 }],
  ])
  assert.deepEqual([...traffic.lastHour(121 * MINUTE_MS)], [])
})
