import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { MemoryRecords } from '../test-support/memory-records.ts'
import { CallRecord } from './call-record.ts'

const PARTY = { tenantId: 't', extensionId: undefined, number: '10', displayName: undefined }
const HEAD = {
  ...{
    id: 'c',
    tenantId: 't',
    direction: 'outbound' as const,
    caller: PARTY,
    called: PARTY,
    startedAtMs: 0,
    sipCallId: 's',
    emergency: false,
  },
}
const ENDING = { cause: 'hung-up-by-caller', sipStatus: undefined, callerMedia: undefined, calledMedia: undefined } as const
const ANNOUNCED = { way: 'carrier', origin: 'own', billed: '+4922155500', connectedAtMs: null } as const
const REACHED = { ...ANNOUNCED, connectedAtMs: 9 }

test('what a call is rated by is told with its answer, after it at once, and after its end no more', () => {
  const records = new MemoryRecords()
  const record = new CallRecord(HEAD, records, new VirtualClock())
  const told = () => records.calls.map(({ answered, charged, ended }) => [answered?.charge, charged?.charge, ended?.charge])
  record.charged(ANNOUNCED)
  assert.deepEqual(told(), [[undefined, undefined, undefined]])
  record.answered(PARTY)
  assert.deepEqual(told(), [[ANNOUNCED, undefined, undefined]])
  record.charged(REACHED)
  assert.deepEqual(told(), [[ANNOUNCED, REACHED, undefined]])
  record.ended(ENDING, 60)
  record.charged(ANNOUNCED)
  assert.deepEqual(told(), [[ANNOUNCED, REACHED, REACHED]])
})
