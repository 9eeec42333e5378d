import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ExchangeNode, findingsOf } from './health.ts'

const WELL: ExchangeNode = {
  ...{ name: 'eins', startedAt: '2026-11-21T12:00:00Z', acceptingCalls: true, databaseReady: true, faults: 0 },
  ...{ signallingDelayMs: 2, calls: 4, registrations: 9, memoryBytes: 300_000_000, diskFreeBytes: 50_000_000_000 },
  certificates: [{ use: 'web', state: 'good', endsAt: '2027-11-21T12:00:00Z' }],
}

const ROWS: readonly (readonly [string, Partial<ExchangeNode>, readonly string[]])[] = [
  ['all is well', {}, []],
  ['it takes no calls', { acceptingCalls: false }, ['notAccepting']],
  ['the database is away', { databaseReady: false }, ['databaseAway']],
  ['messages wait', { signallingDelayMs: 200 }, ['signallingSlow']],
  ['the disk is nearly full', { diskFreeBytes: 1_999_999_999 }, ['diskLow']],
  ['the free space is not known', { diskFreeBytes: null }, []],
  ['a certificate ends soon', { certificates: [{ use: 'web', state: 'ends-soon', endsAt: '' }] }, ['certificateEndsSoon']],
  ['a certificate has ended', { certificates: [{ use: 'sip', state: 'ended', endsAt: '' }] }, ['certificateEnded']],
  ['there were faults', { faults: 1, acceptingCalls: false }, ['notAccepting', 'faulty']],
]
for (const [what, part, findings] of ROWS) {
  test(`health: ${what}`, () => assert.deepEqual(findingsOf({ ...WELL, ...part }), findings))
}
