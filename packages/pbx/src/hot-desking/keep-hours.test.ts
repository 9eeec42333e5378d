import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_PROFILE } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { emptyParts } from '../slices/parts.ts'
import { noTenants } from '../test-support/no-tenants.ts'
import { DEFAULT_HOT_DESK_SETTINGS, hotDeskingOf } from './hot-desks.ts'
import { keepHours } from './keep-hours.ts'

test('DEV-05: who has been logged in for the hours that the tenant allows is logged out; a database that is away is asked again', async () => {
  const clock = new VirtualClock()
  const sinceMs = clock.epochMs()
  const phones = [['phone-1', { extensionId: 'user', sinceMs }] as const, ['phone-2', undefined] as const]
  const settings = { ...DEFAULT_HOT_DESK_SETTINGS, logOutAfterHours: 1 }
  const tenant = {
    ...{ id: 'acme', name: 'acme', sipDomain: 'acme.example', areaCode: undefined, profile: DEFAULT_PROFILE },
    ...{ extensions: new Map(), numbers: new Map(), sites: new Map() },
    ...{ ...emptyParts(), hotDesking: hotDeskingOf(phones, [], settings) },
  }
  const asked: string[] = []
  keepHours({
    ...{ clock, logger: silentLogger, directory: { ...noTenants, tenants: () => [tenant] } },
    logOut: (tenantId, phoneId, since) => {
      asked.push(`${tenantId} ${phoneId} ${since - sinceMs}`)
      return asked.length === 1 ? Promise.reject(new Error('away')) : Promise.resolve()
    },
  })
  await clock.advance(3_599_000)
  assert.deepEqual(asked, [])
  await clock.advance(16_000)
  assert.deepEqual(asked, ['acme phone-1 0', 'acme phone-1 0'])
})
