import { accountsMigrations } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { platformMigrations } from '@klinke/platform'
import { type TestClient, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { billingMigrations } from '../../migrations.ts'
import type { Usage } from '../../usage.ts'
import { ratedCallProblems } from '../problems.ts'
import { type RaterParts, rateNext } from '../rating-job.ts'
import { ratedCallsRoom } from '../room.ts'
import { nothingToSettle, type SettleRated } from '../settle.ts'
import { TariffBooks } from '../tariff-books.ts'
import type { TariffDocument } from '../tariff-file.ts'

export const ACME = '018f0000-0000-7000-8000-00000000000a'
export const BOLT = '018f0000-0000-7000-8000-00000000000b'

export const billingCluster = (): Promise<TestCluster> => testCluster([platformMigrations, accountsMigrations, billingMigrations])

/** Per started minute: fixed 0.0151, mobile 0.1252; ten free minutes fixed in the bundle `quota`. */
export const DOCUMENT: TariffDocument = {
  ...{ validFrom: '2026-01-01', currency: 'EUR', timeZone: 'Europe/Berlin', priceAt: 'start', free: ['on-net', 'enum'] },
  rounding: { where: 'line', mode: 'half-up' },
  increment: { firstSeconds: 60, thenSeconds: 60 },
  zones: [
    { id: 'de-fixed', name: { de: 'Festnetz', en: 'Fixed' }, kind: 'geographic', country: 'DE', prices: [{ perMinute: '0.0151' }] },
    { id: 'de-mobile', name: { de: 'Mobilfunk', en: 'Mobile' }, kind: 'mobile', country: 'DE', prices: [{ perMinute: '0.1252' }] },
  ],
  prefixes: [
    { prefix: '+49', zone: 'de-fixed' },
    { prefix: '+49151', zone: 'de-mobile' },
  ],
  bundles: [
    {
      ...{ id: 'quota', name: { de: 'Freiminuten', en: 'Free minutes' }, zones: ['de-fixed'], seconds: 600, of: 'customer' },
      ...{ origins: ['own'], media: ['voice'] },
    },
  ],
}

export function used(id: string, changes: Partial<Usage> = {}, seconds = 90): Usage {
  const answeredAtMs = changes.answeredAtMs ?? Date.parse('2026-11-10T10:00:00Z')
  return {
    ...{
      id,
      callId: id,
      tenantId: ACME,
      billedNumber: '+4922155500',
      called: '+493012345',
      origin: 'own',
      way: 'carrier',
      medium: 'voice',
    },
    ...{ answeredAtMs, endedAtMs: answeredAtMs + seconds * 1_000 },
    ...changes,
  }
}

/** The room with its routes, and a source of usage that tells what a test puts into it. `settle`: who has taken money before. */
export async function ratedWorld(cluster: TestCluster, settle: SettleRated = nothingToSettle) {
  const opened = await cluster.database()
  const { database } = opened
  for (const [id, name] of [
    [ACME, 'acme'],
    [BOLT, 'bolt'],
  ] as const)
    await database.withOperator((tx) =>
      sql`INSERT INTO tenant (id, name, sip_domain, profile) VALUES (${id}, ${name}, ${`${name}.example.org`}, '{}')`.execute(tx.tables()),
    )
  const told: Usage[] = []
  const usage: RaterParts['usage'] = {
    after: async (cursor, limit) => {
      const from = Number(cursor ?? 0)
      const next = told.slice(from, from + limit)
      return { usage: next, cursor: next.length === 0 ? cursor : String(from + next.length) }
    },
  }
  const clock = new VirtualClock(Date.parse('2026-12-01T00:00:00Z'))
  const books = new TariffBooks()
  const parts: RaterParts = { database, usage, books, clock, settle }
  const room = ratedCallsRoom(() => settle).open({ ...GROUND, database, clock, usage })
  const api = await testApi(database, room.routes === undefined ? [] : [room.routes], [ratedCallProblems])
  const operator = await api.client({ kind: 'operator' })
  return {
    ...{ database, told, parts, api, operator, clock },
    /** Rates all that was told. */
    rateAll: async (batch?: number): Promise<void> => {
      while (await rateNext(parts, batch));
    },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

/** What the room does not ask for. */
const GROUND = {
  ...{ random: { uint32: () => 0 }, logger: silentLogger, mail: undefined, portalUrl: '' },
  secrets: nothing(),
  blobs: nothing(),
}

function nothing(): never {
  return undefined as never
}

/** A tariff with this version, given to the customer. */
export async function giveTariff(
  operator: TestClient,
  { document = DOCUMENT, tenantId = ACME, bundles = [{ bundle: 'quota', seats: 1 }] as readonly object[], validFrom = '2026-01-01' } = {},
): Promise<string> {
  const { body: tariff } = await operator('POST', '/tariffs', { name: `tariff ${crypto.randomUUID()}` })
  const tariffId = String(tariff.id)
  const version = await operator('POST', `/tariffs/${tariffId}/versions`, document)
  if (version.status !== 201) throw new Error(JSON.stringify(version.body))
  const given = await operator('PATCH', `/customer-tariffs?tenantId=${tenantId}`, { validFrom, tariffId, extensions: 1, bundles })
  if (given.status !== 200) throw new Error(JSON.stringify(given.body))
  return tariffId
}
