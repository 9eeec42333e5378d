import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Extension, PhoneNumber, TenantSnapshot } from '../snapshot.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { emergencyLine } from './emergency-line.ts'
import type { Site } from './site.ts'

const SITE = { addresses: [], emergencyNumber: undefined }
const COLOGNE: Site = { ...SITE, id: 'cologne', name: 'Köln', isMain: true, areaCode: '221' }
const BERLIN: Site = { ...SITE, id: 'berlin', name: 'Berlin', isMain: false, areaCode: '30' }
const NUMBERS: readonly PhoneNumber[] = [
  { e164: '+491701234567' },
  { e164: '+4922155500' },
  { e164: '+4922155501' },
  { e164: '+493023125000', siteId: 'berlin' },
  { e164: '+4932211234567', siteId: 'berlin' },
]

function tenant({
  sites = [COLOGNE, BERLIN],
  numbers = NUMBERS,
}: {
  sites?: readonly Site[]
  numbers?: readonly PhoneNumber[]
}): TenantSnapshot {
  return {
    ...{ id: 'acme', name: 'Acme', sipDomain: 'acme.example', areaCode: '221', profile: DEFAULT_PROFILE, extensions: new Map() },
    numbers: new Map(numbers.map((number) => [number.e164, number])),
    sites: new Map(sites.map((site) => [site.id, site])),
  }
}

function standing(siteId?: string, outgoingNumber?: string): Extension {
  const extension = { id: 'x', number: '10', name: 'Ten', sipUsername: '10', ha1: { md5: '', sha256: '' }, outgoingNumber }
  return siteId === undefined ? extension : { ...extension, siteId }
}

interface Row {
  readonly what: string
  readonly of?: Parameters<typeof tenant>[0]
  readonly at?: Extension
  readonly number: string | undefined
  readonly isOfSite: boolean
}

const OTHERS: readonly PhoneNumber[] = [{ e164: '+491701234567' }, { e164: '+4932211234567' }, { e164: '+498001234567' }]
const rows: readonly Row[] = [
  { what: 'who stands nowhere else is at the main site', number: '+4922155500', isOfSite: true },
  { what: 'another site has a number of its own', at: standing('berlin'), number: '+493023125000', isOfSite: true },
  {
    what: 'the outgoing number of the user changes nothing',
    at: standing('berlin', '+4922155501'),
    number: '+493023125000',
    isOfSite: true,
  },
  {
    what: 'the number chosen for the site comes first',
    of: { sites: [{ ...COLOGNE, emergencyNumber: '+4922155501' }] },
    number: '+4922155501',
    isOfSite: true,
  },
  {
    what: 'a chosen number that is at another site by now is not shown',
    of: { sites: [{ ...COLOGNE, emergencyNumber: '+493023125000' }, BERLIN] },
    number: '+4922155500',
    isOfSite: true,
  },
  {
    what: 'a chosen number that the tenant has no more is not shown',
    of: { sites: [{ ...COLOGNE, emergencyNumber: '+4922177700' }] },
    number: '+4922155500',
    isOfSite: true,
  },
  {
    what: 'a chosen 032 number is never shown (EMG-05)',
    of: { sites: [COLOGNE, { ...BERLIN, emergencyNumber: '+4932211234567' }] },
    at: standing('berlin'),
    number: '+493023125000',
    isOfSite: true,
  },
  {
    what: 'a number of another Ortsnetz does not stand for the site, and is shown only to call back',
    of: { sites: [{ ...COLOGNE, areaCode: '89' }], numbers: [{ e164: '+4922155500' }] },
    number: '+4922155500',
    isOfSite: false,
  },
  {
    what: 'a site without number: the own number of the extension, to call back',
    of: { numbers: NUMBERS.slice(0, 3) },
    at: standing('berlin', '+4922155501'),
    number: '+4922155501',
    isOfSite: false,
  },
  { what: 'no site at all: a geographic number', of: { sites: [] }, number: '+4922155500', isOfSite: false },
  { what: '032, mobile and service numbers are never shown (EMG-05)', of: { numbers: OTHERS }, number: undefined, isOfSite: false },
  {
    what: 'nor as the own number of the extension',
    of: { numbers: OTHERS },
    at: standing(undefined, '+491701234567'),
    number: undefined,
    isOfSite: false,
  },
  { what: 'a site that is gone: the main one', at: standing('gone'), number: '+4922155500', isOfSite: true },
]
for (const { what, of = {}, at = standing(), number, isOfSite } of rows) {
  test(`110 and 112 see: ${what}`, () => {
    const line = emergencyLine(tenant(of), at)
    assert.deepEqual([line.number, line.isOfSite], [number, isOfSite])
  })
}
