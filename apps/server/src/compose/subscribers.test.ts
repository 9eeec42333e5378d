import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_PROFILE, type Directory, type TenantSnapshot } from '@klinke/accounts'
import { subscribersOf } from './subscribers.ts'

const tenant: TenantSnapshot = {
  id: 'tenant-1',
  name: 'Muster GmbH',
  sipDomain: 'muster.example',
  areaCode: '221',
  profile: { ...DEFAULT_PROFILE, maxContactsPerExtension: 2, whenContactsFull: 'refuse' },
  extensions: new Map([
    ['10', { id: 'e10', number: '10', name: 'Anna', sipUsername: '10-abcde', ha1: { md5: 'm', sha256: 's' }, outgoingNumber: undefined }],
  ]),
  numbers: new Map(),
  sites: new Map(),
}

const none = { find: () => undefined }

const directory: Directory = {
  tenant: () => tenant,
  tenantByDomain: (domain) => (domain === tenant.sipDomain ? tenant : undefined),
  tenantByNumber: () => undefined,
  tenants: () => [tenant],
}

test('an account is found by user name and domain, with the limits of its product', () => {
  const found = subscribersOf(directory, none).find('10-abcde', 'muster.example')
  assert.equal(found?.extensionNumber, '10')
  assert.equal(found?.registration.maxContacts, 2)
  assert.equal(found?.registration.whenFull, 'refuse')
})

test('the bare extension number is no user name, and another domain has no accounts', () => {
  const subscribers = subscribersOf(directory, none)
  assert.equal(subscribers.find('10', 'muster.example'), undefined)
  assert.equal(subscribers.find('10-abcde', 'other.example'), undefined)
})

test('a browser with credentials of its session acts for its extension, as long as that has the number', () => {
  const account = {
    ...{ tenantId: 'tenant-1', extensionId: 'e10', extensionNumber: '10', domain: 'muster.example', username: 'web-10-x' },
    ...{ ha1: { md5: 'w', sha256: 'v' }, expiresAtMs: 0 },
  }
  const found = subscribersOf(directory, { find: () => account }).find('web-10-x', 'muster.example')
  assert.deepEqual([found?.extensionNumber, found?.ha1.md5, found?.registration.maxContacts], ['10', 'w', 2])
  const other = { ...account, extensionId: 'e99' }
  assert.equal(subscribersOf(directory, { find: () => other }).find('web-10-x', 'muster.example'), undefined)
})

test('BIL-01: the package of an extension says how many telephones it has, and whether one in a browser; for help it stays known (EMG-01)', () => {
  const userPackages = [
    { id: 'basic', title: { de: 'Basis', en: 'Basic' }, limits: { maxContactsPerExtension: 1 }, features: ['voicemail' as const] },
  ]
  const profile = { ...tenant.profile, userPackages }
  const extensions = new Map([...tenant.extensions].map(([number, each]) => [number, { ...each, userPackage: 'basic' }]))
  const packaged: Directory = { ...directory, tenantByDomain: () => ({ ...tenant, profile, extensions }) }
  const account = {
    ...{ tenantId: 'tenant-1', extensionId: 'e10', extensionNumber: '10', domain: 'muster.example', username: 'web-10-x' },
    ...{ ha1: { md5: 'w', sha256: 'v' }, expiresAtMs: 0 },
  }
  const subscribers = subscribersOf(packaged, { find: () => account })
  const phone = subscribers.find('10-abcde', 'muster.example')
  assert.deepEqual([phone?.registration.maxContacts, phone?.onlyForHelp], [1, undefined])
  assert.equal(subscribers.find('web-10-x', 'muster.example')?.onlyForHelp, true)
})

test('a phone of a suspended customer is known, to call for help alone (EMG-01)', () => {
  const suspended: TenantSnapshot = { ...tenant, suspended: true }
  const helped: Directory = {
    ...directory,
    tenantByDomain: () => undefined,
    forHelp: { tenant: () => suspended, tenantByDomain: () => suspended, tenantByNumber: () => suspended },
  }
  assert.equal(subscribersOf(helped, none).find('10-abcde', 'muster.example')?.onlyForHelp, true)
  assert.equal(subscribersOf(directory, none).find('10-abcde', 'muster.example')?.onlyForHelp, undefined)
})
