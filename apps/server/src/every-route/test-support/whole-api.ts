import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountsMigrations, customerIds, isCustomer } from '@klinke/accounts'
import { type Billing, billingMigrations, openBilling } from '@klinke/billing'
import { type Clock, Scope, seededRandom, silentLogger } from '@klinke/foundation'
import { openPbx, type PbxSnapshot, pbxMigrations, StoredDirectory, usedCalls, WebPhones } from '@klinke/pbx'
import {
  type Database,
  EventHub,
  EventSockets,
  FolderBlobStore,
  ImportJobs,
  PasswordHasher,
  platformMigrations,
  SignIn,
  systemClock,
  Upgrades,
} from '@klinke/platform'
import { QUICK_HASH, type TestApi, type TestCluster, testApi, testCluster, testSecrets } from '@klinke/platform/test-support'
import { outsideLines, type RouteParts, trunksMigrations } from '@klinke/trunks'
import { apiParts } from '../../compose/api.ts'
import { openCallLimits } from '../../compose/call-limits.ts'
import { openCostGuard } from '../../compose/cost-guard.ts'
import { openOutboundRules } from '../../compose/outbound-rules.ts'
import { portingDesk } from '../../compose/portings.ts'
import { provisioningOf } from '../../compose/provisioning.ts'
import { whereaboutsIn } from '../../compose/sign-in.ts'
import { TenantTraffic } from '../../operation/tenant-traffic.ts'

/** The tests are about what is refused: they send more than a client may. */
const LIMITS = { perKey: { burst: 1e6, perSecond: 1e6 }, wrongKeysPerAddress: { burst: 1e6, perSecond: 1e6 } }

/** A PostgreSQL with all tables of the product. */
export function wholeCluster(): Promise<TestCluster> {
  return testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
}

export interface WholeApi extends AsyncDisposable {
  readonly database: Database
  readonly api: TestApi
  /** Nothing that it does by itself runs before `begin`. */
  readonly billing: Billing
  /** The tenant as calls see it, and as it would be read anew. */
  pictures(tenantId: string): Promise<{ readonly now: PbxSnapshot | undefined; readonly anew: PbxSnapshot | undefined }>
}

/** The REST API as the product puts it together, over an empty database; no telephone is there. `now`: the clock of its routes and of billing, if it is not that of the wall. */
export async function wholeApi(cluster: TestCluster, now?: Clock): Promise<WholeApi> {
  const opened = await cluster.database()
  const { database } = opened
  const [clock, logger, random, secrets] = [systemClock(), silentLogger, seededRandom(1), testSecrets()]
  const directory = await StoredDirectory.open({ database, clock, logger })
  const dataDir = await mkdtemp(join(tmpdir(), 'klinke-api-'))
  const blobs = new FolderBlobStore(join(dataDir, 'blobs'))
  const scope = new Scope('api')
  const rules = await openOutboundRules({ database, clock, logger, scope }, directory)
  const limits = await openCallLimits({ database, clock, logger, scope, events: new EventHub(clock, random) }, directory, undefined)
  const guard = await openCostGuard(
    { database, clock, logger, scope, mail: undefined, portal: 'http://localhost' },
    directory,
    () => undefined,
  )
  const priceImports: RouteParts['priceImports'] = scope.own(new ImportJobs(clock, logger))
  const pbx = openPbx({
    database,
    directory,
    clock,
    logger,
    random,
    blobs,
    dataDir,
    outside: outsideLines(
      { carriers: NO_CARRIERS, isUp: () => false, barring: rules.barring, identity: rules.identity, admission: limits.admission },
      rules.phoneLock,
    ),
  })
  const hasher = new PasswordHasher(QUICK_HASH)
  const signIn = {
    ...{ signIn: new SignIn({ database, clock, hasher }), hasher, clock, logger, secrets, mailer: { send: () => Promise.resolve() } },
    ...{ whereabouts: whereaboutsIn(database), publicUrl: () => 'http://localhost' },
  }
  const events = {
    ...{ sockets: new EventSockets(new EventHub(clock, random), clock), upgrades: new Upgrades() },
    customersOf: (resellerId: string) => database.withOperator((tx) => customerIds(tx, resellerId)),
    consentingOf: async () => new Set<string>(),
  }
  const webPhones = new WebPhones({ clock, random })
  const failed = () => Promise.resolve({ kind: 'failed', status: undefined, why: 'nobody is there' } as const)
  const webhooks = { changed: () => Promise.resolve(), look: () => undefined, send: failed }
  const exchange = {
    control: { liveCalls: () => [] },
    registrar: { list: () => [], remove: () => false },
    pbx,
    directory,
    blobs,
    webPhones,
    addresses: () => ADDRESSES,
    traces: NO_TRACES,
    lines: { statuses: () => [], status: () => undefined },
    rules,
    limits,
    trunks: { lines: { state: () => ({ places: undefined, isReachable: false }), registrations: () => [] } },
    guard,
    portings: portingDesk({ portingCode: 'DEU.KLINKE' }, clock),
    tickets: { portalUrl: 'http://localhost', messageDomain: 'example.org' },
    routes: { carriers: NO_CARRIERS, routing: { route: () => ({ carriers: [], rule: undefined }) }, isUp: () => true, clock, priceImports },
    node: { ...QUIET_NODE, clock, database, dataDir },
  }
  const billing = openBilling({
    database,
    clock: now ?? clock,
    random,
    logger,
    secrets,
    blobs,
    mail: undefined,
    portalUrl: 'http://localhost',
    usage: usedCalls(database),
    provisioning: provisioningOf({ database, random, invitations: signIn }),
  })
  const { routes, problems } = apiParts({ database, secrets, random, clock: now ?? clock }, exchange, { signIn, events, webhooks }, billing)
  const ofReseller = (resellerId: string, tenantId: string) => database.withOperator((tx) => isCustomer(tx, resellerId, tenantId))
  const api = await testApi(database, routes, problems, LIMITS, { isCustomer: ofReseller, customersOf: events.customersOf })
  return {
    ...{ database, api, billing },
    pictures: async (tenantId) => {
      await using anew = await StoredDirectory.open({ database, clock, logger })
      return { now: directory.tenant(tenantId), anew: anew.tenant(tenantId) }
    },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await scope.close()
      await directory[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true })
    },
  }
}

const QUIET_NODE = {
  ...{ startedAtMs: 0, faults: () => 0, certificates: () => [], isAccepting: () => true, signallingDelayMs: () => 0 },
  ...{ calls: () => 0, registrations: () => 0, traffic: { samples: [], tenants: new TenantTraffic() }, callsOf: () => 0 },
}

const NO_TRACES = { traceOf: () => undefined }

const ADDRESSES = {
  ...{ host: '127.0.0.1', outward: undefined, sipPort: 5060, sipsPort: 5061 },
  ...{ http: 'http://127.0.0.1:8080', webSocket: 'ws://127.0.0.1:8080/sip', publicUrl: undefined },
}

const NO_CARRIERS = { carrier: () => undefined, carriers: () => [] }
