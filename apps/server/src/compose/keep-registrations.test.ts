import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_PROFILE, type TenantSnapshot } from '@klinke/accounts'
import { hasAccount } from './keep-registrations.ts'

const TENANT: TenantSnapshot = {
  ...{
    id: 't',
    name: 'Muster',
    sipDomain: 'muster.example',
    areaCode: '221',
    profile: DEFAULT_PROFILE,
    numbers: new Map(),
    sites: new Map(),
  },
  extensions: new Map([
    ['10', { id: 'e10', number: '10', name: 'Ten', sipUsername: 'x', ha1: { md5: '', sha256: '' }, outgoingNumber: undefined }],
  ]),
}
const KEPT = { tenantId: 't', extensionId: 'e10', addressOfRecord: '10@muster.example' }

const rows: readonly (readonly [what: string, kept: Partial<typeof KEPT>, known: boolean])[] = [
  ['of an extension that is there', {}, true],
  ['of a tenant that is gone', { tenantId: 'u' }, false],
  ['of an extension that was deleted, whose number another has', { extensionId: 'e11' }, false],
  ['of an extension that has another number now', { addressOfRecord: '11@muster.example' }, false],
]
for (const [what, kept, known] of rows) {
  test(`a registration ${what} is ${known ? '' : 'not '}taken up after a restart`, () => {
    const directory = { tenant: (id: string) => (id === TENANT.id ? TENANT : undefined) }
    assert.equal(hasAccount(directory, { ...KEPT, ...kept }), known)
  })
}
