import { join } from 'node:path'
import { createRegistrar, type Registrar } from '@klinke/calls'
import { type PbxDirectory, RegistrationJournal } from '@klinke/pbx'
import { type CustomerTrunk, CustomerTrunkLines, StoredCustomerTrunks, TrunkOutages, type TrunksAtWork } from '@klinke/trunks'
import { alsoSuspended } from './also-suspended.ts'
import type { Ground } from './klinke.ts'
import type { Signalling } from './signalling.ts'
import { callsForHelp, trunkOf, whoseTrunk } from './whose-trunk.ts'

/** Customers' trunks, and where their PBXs are. */
export interface Trunks {
  readonly stored: StoredCustomerTrunks
  readonly lines: CustomerTrunkLines
  /** As calls use them. */
  readonly atWork: TrunksAtWork
}

/** Opens the trunks of all tenants. PBXs register apart from phones: no list of extensions' devices shows them. */
export async function openTrunks(
  ground: Ground,
  { transport, looped, stack, resolver, guardedResolver, followTrunks }: Signalling,
  directory: PbxDirectory,
  told: (trunk: CustomerTrunk, isReachable: boolean) => void,
): Promise<Trunks> {
  const { database, clock, random, logger, scope, configuration } = ground
  const registrar = createRegistrar(clock)
  scope.own({ close: () => registrar.close() })
  // Until the first trunks are read there is nothing to follow.
  let follow: CustomerTrunkLines['replaced'] = () => undefined
  const stored = await StoredCustomerTrunks.open({
    ...{ database, clock, logger },
    replaced: (_tenantId, now, before) => follow(now, before),
  })
  scope.own({ close: () => stored[Symbol.asyncDispose]() })
  // A suspended customer's PBX still reaches help, so its addresses and logins stay known.
  const domainOf = (tenantId: string): string | undefined => alsoSuspended(directory).tenant(tenantId)?.sipDomain.toLowerCase()
  await keepRegistrations(ground, registrar, stored, domainOf)
  const outages = await TrunkOutages.open({ database, clock, logger })
  scope.own(outages)
  const lines = new CustomerTrunkLines({
    ...{ userAgent: stack.userAgent, transport, resolver, guardedResolver, clock, random, logger, registrar, trunks: stored },
    told: (trunk, isReachable) => {
      outages.told(trunk, isReachable)
      told(trunk, isReachable)
    },
    wasAway: (id) => outages.wasAway(id),
    domainOf,
    whose: (request, trunks) => whoseTrunk(directory, request, trunks),
    isEmergency: callsForHelp,
    sipsPort: configuration.sipsPort,
  })
  scope.own({ close: () => lines.close() })
  follow = (now, before) => lines.replaced(now, before)
  follow([...stored.trunks()], [])
  followTrunks({
    hasAddress: (address) => lines.hasAddress(address),
    flowClosed: (flow) => registrar.flowClosed(flow),
    nameFor: (flow) => lines.nameFor(flow),
  })
  const atWork = {
    directory: stored,
    // Those of a suspended customer are called back.
    ofNumber: (e164: string) => stored.trunk(trunkOf(alsoSuspended(directory), e164) ?? ''),
    lines,
    flow: transport.flow.bind(transport),
    localAddress: (flow: Parameters<typeof looped.advertised>[0]) => looped.advertised(flow).address,
  }
  return { stored, lines, atWork }
}

/** PBXs that have registered are reached after a restart before they register again, as phones are. */
async function keepRegistrations(
  { configuration, clock, logger, scope }: Ground,
  registrar: Registrar,
  trunks: StoredCustomerTrunks,
  domainOf: (tenantId: string) => string | undefined,
): Promise<void> {
  const journal = await RegistrationJournal.open({
    ...{ registrar, clock, logger, directory: join(configuration.dataDir, 'trunk-registrations') },
    isKnown: ({ addressOfRecord, tenantId, extensionId }) => {
      const [username = '', domain = ''] = addressOfRecord.split('@', 2)
      return domain === domainOf(tenantId) && trunks.byLogin(username, domain)?.trunk.id === extensionId
    },
  })
  scope.own({ close: () => journal.close() })
}
