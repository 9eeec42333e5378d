import {
  availabilityRoutes,
  type Desk,
  directoryProblems,
  directoryRoutes,
  findTenant,
  germanDay,
  incidentRoutes,
  maintenanceRoutes,
  numberProblems,
  outageRoutes,
  portingProblems,
  portingRoutes,
  privacyProblems,
  type ReportJobs,
  rangeRoutes,
  retentionRoutes,
  serviceLevelProblems,
  siteProblems,
  siteRoutes,
  stockRoutes,
  type TicketDesk,
  tenantProblems,
  tenantRoutes,
  tenantSettingsRoutes,
  ticketMails,
  ticketProblems,
  ticketRoutes,
  undeliveredMailRoutes,
} from '@klinke/accounts'
import { type Billing, creditMails, orderedMoveOf, orderMails, priceMails, unsettledOf } from '@klinke/billing'
import type { CallControl } from '@klinke/calls'
import {
  type CallTraces,
  callRecordRoutes,
  explanationRoutes,
  extensionProblems,
  extensionRoutes,
  extensionsAt,
  holdingsOf,
  liveCallRoutes,
  type Pbx,
  type PbxDirectory,
  registrationRoutes,
  reportProblems,
  reportRoutes,
  type WebPhones,
  webPhoneRoutes,
} from '@klinke/pbx'
import {
  type ApiRoutes,
  apiKeyRoutes,
  type BlobStore,
  eventProblems,
  eventRoutes,
  type GermanWords,
  inArea,
  type ProblemTable,
  type SignInRoutesOptions,
  webhookProblems,
  webhookRoutes,
} from '@klinke/platform'
import {
  barringProblems,
  type CarrierStatuses,
  callerIdentityRoutes,
  carrierProblems,
  carrierRoutes,
  carrierRoutingProblems,
  carrierRoutingRoutes,
  carrierStateRoutes,
  channelLimitRoutes,
  costGuardRoutes,
  customerTrunkProblems,
  customerTrunkRoutes,
  customerTrunkStateRoutes,
  type GuardRouteParts,
  guardProblems,
  identityProblems,
  numberRightRoutes,
  type OwnCarrierRouteParts,
  outboundRuleRoutes,
  ownCarrierProblems,
  ownCarrierRoutes,
  ownCarriersAt,
  type RouteParts,
  spamProblems,
  spamRoutes,
  type TrunkStateParts,
  traceOrderRoutes,
  traceProblems,
  trunksAt,
  usageRoutes,
} from '@klinke/trunks'
import { germanWords } from '../api-words/index.ts'
import { type NodeParts, operationRoutes } from '../operation/operation-routes.ts'
import { type Addresses, trunkServer } from './addresses.ts'
import type { CallLimits } from './call-limits.ts'
import { feeOf } from './event-fees.ts'
import type { Ground } from './klinke.ts'
import type { OutboundRules } from './outbound-rules.ts'
import { peopleParts } from './people.ts'
import { privacyRoutes } from './privacy.ts'
import { directoryTermsOf } from './product-terms.ts'
import { dataKinds } from './retention.ts'
import { customerFacts } from './service-levels.ts'
import { sipAccessRoutes } from './sip-access.ts'

/** What the routes of the API stand on. */
export type ApiGround = Pick<Ground, 'database' | 'secrets' | 'random' | 'clock'>

/** The telephone parts that the API shows and commands. */
export interface ApiExchange {
  readonly control: Pick<CallControl, 'liveCalls'>
  readonly registrar: Parameters<typeof registrationRoutes>[0]
  readonly pbx: Pick<Pbx, 'routes' | 'problems' | 'naming'>
  readonly directory: PbxDirectory
  readonly blobs: BlobStore
  readonly webPhones: WebPhones
  /** Asked with each request: ports are known once all are listened on. */
  readonly addresses: () => Addresses
  readonly traces: Pick<CallTraces, 'traceOf'>
  readonly lines: CarrierStatuses & OwnCarrierRouteParts['lines']
  /** By which ways calls leave. */
  readonly routes: RouteParts
  readonly rules: Pick<OutboundRules, 'check'>
  readonly limits: CallLimits
  readonly trunks: Pick<TrunkStateParts, 'lines'>
  readonly guard: GuardRouteParts
  /** Who we are among carriers that take numbers over. */
  readonly portings: Desk
  readonly tickets: TicketDesk
  readonly node: NodeParts
  /** Makes reports on personal data; absent: nobody does. */
  readonly reports?: ReportJobs
}

/** Every slice's routes and errors: the whole REST API. */
export interface ApiParts {
  readonly routes: readonly ApiRoutes[]
  readonly problems: readonly ProblemTable[]
  /** What its description says in German. */
  readonly german: GermanWords
}

/** What signing in and the event stream stand on. */
export interface ApiDoors {
  readonly signIn: SignInRoutesOptions
  readonly events: Parameters<typeof eventRoutes>[0]
  readonly webhooks: Parameters<typeof webhookRoutes>[0]['webhooks']
}

/** Puts the REST API together. Nothing is read or opened before a request comes. */
export function apiParts(
  { database, secrets, random, clock }: ApiGround,
  exchange: ApiExchange,
  { signIn, events, webhooks }: ApiDoors,
  billing: Pick<Billing, 'routes' | 'problems'>,
): ApiParts {
  const { control, registrar, pbx, directory, blobs, webPhones, addresses, traces, lines, rules, limits, node } = exchange
  const tenants = tenantRoutes(database, {
    holdings: holdingsOf,
    callsInProgress: (tenantId) => control.liveCalls(tenantId).length,
    unsettled: (tx, tenantId) => unsettledOf(tx, tenantId, germanDay(clock.epochMs())),
  })
  const liveCalls = liveCallRoutes((tenantId) => control.liveCalls(tenantId), pbx.naming)
  const people = peopleParts(database, random, signIn)
  return {
    routes: [
      inArea(
        'logins',
        apiKeyRoutes(database, async (id) => (await database.withOperator((tx) => findTenant(tx, id))) !== undefined),
      ),
      ...people.routes,
      eventRoutes(events),
      inArea('settings', webhookRoutes({ database, secrets, clock, webhooks, consentingOf: events.consentingOf })),
      inArea('settings', tenants),
      inArea('settings', tenantSettingsRoutes(database)),
      inArea('numbers', directoryRoutes({ database, clock, termsOf: directoryTermsOf(database, clock) })),
      inArea('numbers', rangeRoutes(database)),
      inArea('numbers', stockRoutes(database)),
      ...privacyRoutes({ database, clock }, blobs, exchange.reports),
      inArea('settings', retentionRoutes({ database, clock, kinds: dataKinds({ blobs, clock }) })),
      inArea('settings', maintenanceRoutes({ database, clock })),
      inArea('settings', incidentRoutes({ database, clock })),
      inArea('settings', outageRoutes({ database, clock })),
      inArea('settings', undeliveredMailRoutes({ database, clock, rooms: [ticketMails, orderMails, creditMails, priceMails] })),
      inArea('settings', availabilityRoutes({ database, clock, facts: customerFacts(clock) })),
      inArea('numbers', portingRoutes({ database, clock, desk: exchange.portings })),
      inArea('settings', ticketRoutes({ database, clock, blobs, desk: exchange.tickets })),
      inArea(
        'settings',
        siteRoutes({
          database,
          blobs,
          clock,
          users: async (tx, site) => [...(await extensionsAt(tx, site)), ...(await trunksAt(tx, site)), ...(await ownCarriersAt(tx, site))],
          orderedMove: orderedMoveOf,
        }),
      ),
      inArea('extensions', extensionRoutes(database, random)),
      ...pbx.routes,
      carrierRoutes(database, secrets),
      carrierRoutingRoutes(database, exchange.routes),
      carrierStateRoutes(database, lines, limits.admission.ledger),
      inArea('settings', ownCarrierRoutes({ database, secrets, lines })),
      inArea('settings', outboundRuleRoutes(database, rules.check)),
      inArea('settings', costGuardRoutes(database, exchange.guard)),
      inArea(
        'settings',
        customerTrunkRoutes({ database, random, server: () => trunkServer(addresses()), charge: feeOf('minorChange', clock) }),
      ),
      inArea('live', customerTrunkStateRoutes({ database, lines: exchange.trunks.lines, callsNow: callsAt(control) })),
      inArea('settings', channelLimitRoutes(database)),
      inArea('live', usageRoutes(limits)),
      inArea('numbers', numberRightRoutes({ database, blobs, clock, charge: feeOf('clipValidation', clock) })),
      inArea('numbers', callerIdentityRoutes(database)),
      inArea('numbers', traceOrderRoutes({ database, clock })),
      inArea('settings', spamRoutes(database)),
      operationRoutes(node),
      inArea('extensions', webPhoneRoutes({ database, directory, webPhones })),
      inArea('live', registrationRoutes(registrar)),
      inArea('reports', callRecordRoutes(database, pbx.naming)),
      inArea('reports', explanationRoutes(database, { traces, liveCalls: (tenantId) => control.liveCalls(tenantId), naming: pbx.naming })),
      inArea('reports', reportRoutes(database, pbx.naming)),
      inArea('live', liveCalls),
      sipAccessRoutes(database, addresses),
      ...billing.routes,
    ],
    german: germanWords,
    problems: [
      ...people.problems,
      directoryProblems,
      eventProblems,
      webhookProblems,
      tenantProblems,
      numberProblems,
      portingProblems,
      privacyProblems,
      serviceLevelProblems,
      ticketProblems,
      siteProblems,
      extensionProblems,
      reportProblems,
      ...pbx.problems,
      carrierProblems,
      carrierRoutingProblems,
      ownCarrierProblems,
      barringProblems,
      customerTrunkProblems,
      identityProblems,
      traceProblems,
      guardProblems,
      spamProblems,
      ...billing.problems,
    ],
  }
}

/** Calls of which the PBX at a trunk is a party. */
function callsAt(control: ApiExchange['control']): TrunkStateParts['callsNow'] {
  return (tenantId, trunkId) =>
    control
      .liveCalls(tenantId)
      .filter(({ caller, legs }) => [caller, ...legs.map(({ party }) => party)].some(({ trunk }) => trunk?.id === trunkId)).length
}
