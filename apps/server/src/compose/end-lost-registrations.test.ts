import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_PROFILE, type Extension, type TenantSnapshot } from '@klinke/accounts'
import { endLostRegistrations } from './end-lost-registrations.ts'

function extension(number: string, md5 = 'm'): Extension {
  return { id: number, number, name: number, sipUsername: `${number}-abc`, ha1: { md5, sha256: 's' }, outgoingNumber: undefined }
}

function tenant(...extensions: Extension[]): TenantSnapshot {
  const base = {
    id: 't',
    name: 'Muster',
    sipDomain: 'muster.example',
    areaCode: '221',
    profile: DEFAULT_PROFILE,
    numbers: new Map(),
    sites: new Map(),
  }
  return { ...base, extensions: new Map(extensions.map((item) => [item.number, item])) }
}

function removedBy(now: TenantSnapshot | undefined, before: TenantSnapshot | undefined): readonly string[] {
  const removed: string[] = []
  endLostRegistrations({ removeAll: (record) => removed.push(record) }, now, before)
  return removed
}

test('deleted extensions and those with a new password lose their registrations, the others keep them', () => {
  const before = tenant(extension('10'), extension('11'), extension('12'))
  const now = tenant(extension('10'), extension('11', 'new'))
  assert.deepEqual(removedBy(now, before), ['11@muster.example', '12@muster.example'])
})

test('EMG-01: a suspended tenant keeps all, to call for help and be called back', () => {
  const before = tenant(extension('10'))
  assert.deepEqual(removedBy({ ...before, suspended: true }, before), [])
})

test('a deleted tenant loses all, a new one none', () => {
  assert.deepEqual(removedBy(undefined, tenant(extension('10'))), ['10@muster.example'])
  assert.deepEqual(removedBy(tenant(extension('10')), undefined), [])
})
