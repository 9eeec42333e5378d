import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import type { Directory } from '@klinke/accounts'
import { type Admission, type CallControl, type CallRecords, callControl, type DialPlan, digestAdmission } from '@klinke/calls'
import type { ListenAddress } from '@klinke/net'
import { messagePlan, pbxCalls, StoredDirectory } from '@klinke/pbx'
import { DigestServer } from '@klinke/sip'
import { type CarrierDirectory, type CarrierLines, dialPlan, isEmergencyFor, outsideLines, StoredCarriers } from '@klinke/trunks'
import { endLostRegistrations } from './end-lost-registrations.ts'
import { keepRegistrations } from './keep-registrations.ts'
import type { Ground } from './klinke.ts'
import { openMedia } from './media.ts'
import { openSignalling, type Signalling } from './signalling.ts'
import { subscribersOf } from './subscribers.ts'

/** The telephone part of the server. */
export interface RunningExchange extends Signalling {
  readonly control: CallControl
  readonly listening: readonly ListenAddress[]
}

/** Opens SIP, media and call control, and connects them with the tenants' and carriers' configuration. */
export async function openExchange(ground: Ground, records: CallRecords): Promise<RunningExchange> {
  const { clock, random, logger } = ground
  const signalling = await openSignalling(ground)
  const { transport, stack, registrar, lines } = signalling
  const directory = await openDirectory(ground, signalling)
  await keepRegistrations(ground, registrar, directory)
  const carriers = await openCarriers(ground, lines)
  const control = callControl({
    ...openMedia(ground),
    ...{ userAgent: stack.userAgent, records, registrar, clock, random, logger },
    admission: admissionFor(ground, directory, signalling),
    flow: (id) => transport.flow(id),
    localAddress: (flow) => transport.advertised(flow).address,
    dialPlan: dialPlanFor(directory, carriers, lines),
    messagePlan: messagePlan(directory),
  })
  stack.serve(control)
  return { ...signalling, control, listening: transport.listening }
}

async function openDirectory({ database, clock, logger, scope }: Ground, { registrar }: Signalling): Promise<Directory> {
  const directory = await StoredDirectory.open({
    ...{ database, clock, logger },
    replaced: (now, before) => endLostRegistrations(registrar, now, before),
  })
  scope.own({ close: () => directory[Symbol.asyncDispose]() })
  return directory
}

async function openCarriers({ database, secrets, clock, logger, scope }: Ground, lines: CarrierLines): Promise<CarrierDirectory> {
  // Until the first set of carriers is complete there is nothing to follow.
  let follow = (): void => undefined
  const carriers = await StoredCarriers.open({ database, secrets, clock, logger, replaced: () => follow() })
  scope.own({ close: () => carriers[Symbol.asyncDispose]() })
  follow = () => lines.update(carriers.carriers())
  follow()
  return carriers
}

function admissionFor({ configuration, clock, random, logger }: Ground, directory: Directory, { registrar, lines }: Signalling): Admission {
  const { defaultDomain, digestAlgorithms } = configuration
  return digestAdmission({
    ...{ subscribers: subscribersOf(directory), carriers: lines, clock, logger },
    digest: new DigestServer({ secret: randomBytes(32), random, algorithms: digestAlgorithms }),
    isEmergency: (dialled, domain) => isEmergencyFor(directory.tenantByDomain(domain), dialled),
    holdsRegistration: (address) => registrar.holdsFrom(address),
    // Phones that know only an IP address of ours belong to the domain that is configured for them.
    domainOf: (host) => (defaultDomain !== undefined && (isIP(host) !== 0 || host === 'localhost') ? defaultDomain : host),
  })
}

function dialPlanFor(directory: Directory, carriers: CarrierDirectory, lines: CarrierLines): DialPlan {
  const outbound = {
    carriers,
    isUp: (id: string) => lines.isUp(id),
    way: (id: string) => lines.way(id),
    suspect: (id: string) => lines.suspect(id),
  }
  return dialPlan({ ...outbound, directory, inside: pbxCalls({ directory, outside: outsideLines(outbound) }) })
}
