import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { BeyondCounts } from '@klinke/accounts'
import {
  type Admission,
  admitSubscription,
  type CallControl,
  type CallRecords,
  type Carriers,
  callControl,
  claimedHost,
  dialledIn,
  digestAdmission,
  LoadShedding,
  type Subscribers,
} from '@klinke/calls'
import type { ListenAddress, LiveIdentity } from '@klinke/net'
import {
  CallTraces,
  type EventService,
  followDialogs,
  followRegistrations,
  messagePlan,
  openPbx,
  type Pbx,
  type PbxDirectory,
  type Replaced,
  StoredDirectory,
  type WebPhones,
} from '@klinke/pbx'
import type { BlobStore } from '@klinke/platform'
import { DigestServer, type LoopTransport, type NotifierPackage } from '@klinke/sip'
import {
  assertTrunkTakes,
  type CarrierLines,
  type CustomerTrunkLines,
  dialPlan,
  INSIDE,
  isCallBack,
  mayBeEmergency,
  outsideLines,
  type RouteParts,
  tenantCalled,
  watchedRecords,
} from '@klinke/trunks'
import type { Configuration } from '../config/config.ts'
import { Traffic } from '../operation/traffic.ts'
import { type ProbeAccount, probeAccount, withEchoForProbe, withoutProbes, withProbe } from '../probes/probe-account.ts'
import { alsoSuspended, isDomain } from './also-suspended.ts'
import { openBlobs } from './blobs.ts'
import { type CallLimits, openCallLimits } from './call-limits.ts'
import { openCarriers } from './carriers.ts'
import { guardMails, openCostGuard, type RunningGuard } from './cost-guard.ts'
import { endLostRegistrations } from './end-lost-registrations.ts'
import { keepCallBacks } from './keep-call-backs.ts'
import { keepRegistrations } from './keep-registrations.ts'
import type { Ground, KeptRecords } from './klinke.ts'
import { mailOf, portalUrl } from './mail.ts'
import { openMedia } from './media.ts'
import { type OutboundRules, openOutboundRules } from './outbound-rules.ts'
import { openPrepaidCalls, type RunningPrepaid } from './prepaid-calls.ts'
import { openSignalling, type Signalling } from './signalling.ts'
import { openSpamFilter } from './spam.ts'
import { subscribersOf } from './subscribers.ts'
import { trunkNews } from './trunk-news.ts'
import { openTrunks, type Trunks } from './trunks.ts'
import { openWebPhones } from './web-phones.ts'

/** The telephone part of the server. */
export interface RunningExchange extends Signalling {
  readonly control: CallControl
  readonly pbx: Pbx
  /** Where tenants' files are kept. */
  readonly blobs: BlobStore
  readonly directory: PbxDirectory
  readonly rules: OutboundRules
  readonly guard: RunningGuard
  readonly prepaid: RunningPrepaid
  readonly trunks: Trunks
  readonly routes: RouteParts
  readonly limits: CallLimits
  readonly webPhones: WebPhones
  readonly listening: readonly ListenAddress[]
  readonly traces: CallTraces
  readonly traffic: Traffic
  /** As whom the exchange calls itself. */
  readonly probe: ProbeAccount
  /** Devices that are registered now. */
  readonly registered: () => number
}

/** Opens SIP, media and call control, and connects them with the tenants' and carriers' configuration. */
export async function openExchange(ground: Ground, kept: KeptRecords, identity: LiveIdentity): Promise<RunningExchange> {
  const { clock, random, logger } = ground
  const signalling = await openSignalling(ground, identity)
  const { transport, looped, stack, registrar } = signalling
  // Until the PBX is open there is nobody to tell.
  let replaced: Replaced = () => undefined
  const directory = await openDirectory(ground, signalling, (...what) => replaced(...what))
  await keepRegistrations(ground, registrar, directory)
  const carriers = await openCarriers(ground, signalling)
  const rules = await openOutboundRules(ground, directory)
  const spam = await openSpamFilter(ground)
  let prompt: Pbx['prompt'] = () => undefined
  const guard = await openCostGuard({ ...ground, ...guardMails(ground.configuration) }, directory, (tenantId) =>
    prompt('limit-reached', tenantId),
  )
  const trunks = await openTrunks(ground, signalling, directory, trunkNews(ground, directory, mailOf(ground.configuration)))
  const limits = await openCallLimits(ground, directory, mailOf(ground.configuration))
  const insideLine = { flow: looped.loop, has: (number: string) => directory.tenantByNumber(number) !== undefined }
  const prepaid = await openPrepaidCalls(ground, guard)
  const decided = {
    barring: rules.barring,
    guard: guard.guard,
    credit: prepaid.calls,
    identity: rules.identity,
    connected: rules.connected,
    admission: limits.admission,
  }
  const outbound = { ...carriers.outbound, ...decided, insideLine }
  const blobs = await openBlobs(ground)
  const pbx = openPbx({
    ...ground,
    dataDir: ground.configuration.dataDir,
    mail: mailOf(ground.configuration),
    publicUrl: portalUrl(ground.configuration),
    lookupsInPrivateNetworks: ground.configuration.lookupsInPrivateNetworks,
    blobs,
    directory,
    callBacks: keepCallBacks(ground),
    outside: outsideLines({ ...outbound, trunks: trunks.atWork, malicious: rules.malicious }, rules.phoneLock),
    sink: ground.events,
    queueHistory: kept.queues,
    trunkTakes: assertTrunkTakes,
  })
  replaced = pbx.replaced
  prompt = pbx.prompt
  const traces = openTraces(ground, directory, signalling, kept.calls)
  const registered = (): number => Iterator.from(registrar.list()).reduce((count) => count + 1, 0)
  const traffic = new Traffic({ clock, calls: () => control.size, registrations: registered })
  ground.scope.own(traffic)
  const watched = watchedRecords(traffic.counting(traces), (...what) => limits.watch.ended(...what))
  const probe = probeAccount()
  const records = withoutProbes(pbx.following(watched))
  const webPhones = openWebPhones(ground, registrar)
  const admission = admissionFor(
    ground,
    { subscribers: withProbe(subscribersOf(directory, webPhones), probe), trunks: trunks.lines },
    directory,
    signalling,
    pbx,
    records,
  )
  const lookup = pbx.calls.devicesOf((addressOfRecord) => registrar.lookup(addressOfRecord))
  const beyond = new BeyondCounts(ground)
  ground.scope.own(beyond)
  const control = callControl({
    ...openMedia(ground),
    ...{ userAgent: stack.userAgent, records, clock, random, logger },
    registrar: { register: (...who) => registrar.register(...who), lookup },
    admission,
    loadShedding: loadSheddingFor(ground, directory, signalling, pbx),
    flow: (id) => looped.flow(id),
    localAddress: (flow) => looped.advertised(flow).address,
    registerTrunk: (...who) => trunks.lines.register(...who),
    dialPlan: withEchoForProbe(
      dialPlan({
        ...outbound,
        trunks: trunks.atWork,
        directory,
        inside: pbx.calls,
        malicious: rules.malicious,
        spam,
        beyondBlock: (first) => beyond.note(first),
      }),
    ),
    mayReplace: pbx.calls.mayReplace,
    talks: pbx.calls.talks,
    messagePlan: messagePlan(directory),
    published: pbx.published,
  })
  for (const service of pbx.events) stack.notify(servedBy(service, admission))
  const phones = {
    ...{ lookup, flow: (id: string) => transport.flow(id) },
    changes: () => registrar.changes(),
    request: (...what: Parameters<typeof stack.userAgent.request>) => stack.userAgent.request(...what),
  }
  ground.scope.own(pbx.calls.begin(control.exchange, phones))
  ground.scope.own(followDialogs(control.calls, ground.events))
  ground.scope.own(followRegistrations(phones.changes, ground.events))
  stack.serve(control)
  const asked = { directory, rules, guard, prepaid, trunks, limits, routes: carriers.routes, webPhones, traces, traffic, registered, probe }
  return { ...signalling, ...asked, control, pbx, blobs, listening: transport.listening }
}

/** The call records, with what explains them. */
function openTraces(
  { database, clock, logger, scope }: Ground,
  directory: PbxDirectory,
  { messages }: Signalling,
  records: CallRecords,
): CallTraces {
  const traces = new CallTraces({ records, messages, directory, database, clock, logger })
  scope.own({ close: () => traces.close() })
  return traces
}

/** Who subscribes proves himself first. */
function servedBy(service: EventService, admission: Admission): NotifierPackage {
  return {
    ...service,
    subscribed: (subscription) => {
      const subscriber = admitSubscription(admission, subscription)
      if (subscriber !== undefined) service.subscribed(subscription, subscriber)
    },
  }
}

async function openDirectory(
  { database, clock, logger, scope }: Ground,
  { registrar }: Signalling,
  replaced: Replaced,
): Promise<PbxDirectory> {
  const directory = await StoredDirectory.open({
    ...{ database, clock, logger },
    accountsReplaced: (now, before) => endLostRegistrations(registrar, now, before),
    replaced,
  })
  scope.own({ close: () => directory[Symbol.asyncDispose]() })
  return directory
}

function admissionFor(
  { configuration, clock, random, logger }: Ground,
  { subscribers, trunks }: { readonly subscribers: Subscribers; readonly trunks: CustomerTrunkLines },
  directory: PbxDirectory,
  { registrar, lines, looped }: Signalling,
  pbx: Pbx,
  records: CallRecords,
): Admission {
  return digestAdmission({
    ...{ subscribers, trunks, carriers: carriersAnd(looped, lines, directory), clock, logger },
    digest: new DigestServer({ secret: randomBytes(32), random, algorithms: configuration.digestAlgorithms }),
    isEmergency: (dialled, domain) => mayBeEmergency(alsoSuspended(directory).tenantByDomain(domain), dialled),
    holdsRegistration: (address) => registrar.holdsFrom(address) || trunks.hasAddress(address) || lines.hasOperatorAddress(address),
    holdsPhoneAt: (address, port) => registrar.holdsFrom(address, port),
    domainOf: (host) => domainOf(host, configuration),
    isDomain: (domain) => isDomain(directory, domain),
    actsAs: pbx.calls.actsAs,
    refused: (request) => records.refused?.(request),
  })
}

/** The carriers, and the exchange itself on its own line. */
function carriersAnd({ loop }: LoopTransport, lines: CarrierLines, directory: PbxDirectory): Carriers {
  return {
    byFlow: (id) => (id === loop.id ? INSIDE : lines.byFlow(id)),
    bySourceAddress: (...from) => lines.bySourceAddress(...from),
    ofCustomer: (invite, flow) => lines.ownAt(flow, () => tenantCalled(invite, alsoSuspended(directory))),
  }
}

/** Who calls for help is taken however late we are, and so is the control centre that calls back. */
function loadSheddingFor(
  { configuration, random, logger }: Ground,
  directory: PbxDirectory,
  { transport }: Signalling,
  { calls: inside }: Pbx,
): LoadShedding {
  return new LoadShedding({
    queueDelayMs: () => transport.queueDelayMs(),
    isEmergency: (request, flow) => {
      const domain = domainOf(claimedHost(request, flow), configuration)
      const tenant = alsoSuspended(directory).tenantByDomain(domain)
      return mayBeEmergency(tenant, dialledIn(request)) || isCallBack(request, { directory, inside })
    },
    ...{ random, logger },
  })
}

/** Phones that know only an IP address of ours belong to the domain that is configured for them. */
function domainOf(host: string, { defaultDomain }: Configuration): string {
  return defaultDomain !== undefined && (isIP(host) !== 0 || host === 'localhost') ? defaultDomain : host
}
