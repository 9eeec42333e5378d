import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  accountsMigrations,
  insertTenant,
  numberProblems,
  profileOf,
  rangeRoutes,
  siteProblems,
  siteRoutes,
  tenantProblems,
  tenantRoutes,
} from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { type BlobStore, type Database, FolderBlobStore, inArea, type Principal, platformMigrations, systemClock } from '@klinke/platform'
import { type TestClient, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { StoredDirectory } from '../directory/stored-directory.ts'
import { extensionsAt } from '../extensions/create-extension.ts'
import { extensionRoutes } from '../extensions/routes.ts'
import { extensionProblems } from '../extensions/rules.ts'
import { pbxMigrations } from '../migrations.ts'
import { openSlices, sliceProblems } from '../slices/open-slices.ts'
import type { PbxDirectory } from '../snapshot.ts'
import { holdingsOf } from '../storage/holdings.ts'

/** A PostgreSQL with the tables of the PBX, for one test file: `before`. */
export function pbxCluster(): Promise<TestCluster> {
  return testCluster([platformMigrations, accountsMigrations, pbxMigrations])
}

/** The REST API with every feature, over a database of its own with two tenants. */
export interface PbxApi extends AsyncDisposable {
  readonly database: Database
  /** As calls would see it: follows the database. */
  readonly directory: PbxDirectory
  /** Where features keep their files. */
  readonly dataDir: string
  readonly blobs: BlobStore
  /** Tenant ids. */
  readonly alice: string
  readonly bob: string
  readonly operator: TestClient
  readonly asAlice: TestClient
  readonly asBob: TestClient
  /** Somebody else: a user, or an administrator with some rights. */
  as(principal: Principal): Promise<TestClient>
  /** Id of a new extension of alice. */
  extension(number: string): Promise<string>
}

export async function pbxApi(cluster: TestCluster): Promise<PbxApi> {
  const opened = await cluster.database()
  const { database } = opened
  const [clock, logger, random] = [systemClock(), silentLogger, seededRandom(1)]
  const directory = await StoredDirectory.open({ database, clock, logger })
  const dataDir = await mkdtemp(join(tmpdir(), 'klinke-pbx-'))
  const blobs = new FolderBlobStore(join(dataDir, 'blobs'))
  const { routes } = openSlices({ database, directory, clock, random, logger, dataDir, blobs })
  const problems = [extensionProblems, numberProblems, siteProblems, tenantProblems, ...sliceProblems()]
  const api = await testApi(
    database,
    [
      tenantRoutes(database, { holdings: holdingsOf, callsInProgress: () => 0 }),
      inArea('extensions', extensionRoutes(database, random)),
      inArea('numbers', rangeRoutes(database)),
      inArea('settings', siteRoutes({ database, blobs, clock, users: extensionsAt, orderedMove: () => Promise.resolve(undefined) })),
      ...routes,
    ],
    problems,
  )
  const [alice, bob] = [await newTenant(database, 'alice'), await newTenant(database, 'bob')]
  const asAlice = await api.client({ kind: 'tenant', tenantId: alice })
  return {
    ...{ database, directory, dataDir, blobs, alice, bob, asAlice },
    operator: await api.client({ kind: 'operator' }),
    asBob: await api.client({ kind: 'tenant', tenantId: bob }),
    as: (principal) => api.client(principal),
    extension: async (number) => String((await asAlice('POST', '/extensions', { number, name: `Extension ${number}` })).body.id),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await directory[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true })
    },
  }
}

async function newTenant(database: Database, name: string): Promise<string> {
  const tenant = { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: profileOf(undefined) }
  return (await database.withOperator((tx) => insertTenant(tx, tenant))).id
}
