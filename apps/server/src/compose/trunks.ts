import { createRegistrar, dialledIn } from '@klinke/calls'
import type { PbxDirectory } from '@klinke/pbx'
import { type CustomerTrunk, CustomerTrunkLines, mayBeEmergency, StoredCustomerTrunks, type TrunksAtWork, trunkNamed } from '@klinke/trunks'
import type { Ground } from './klinke.ts'
import type { Signalling } from './signalling.ts'

/** Customers' trunks, and where their PBXs are. */
export interface Trunks {
  readonly stored: StoredCustomerTrunks
  readonly lines: CustomerTrunkLines
  /** As calls use them. */
  readonly atWork: TrunksAtWork
}

/** Opens the trunks of all tenants. PBXs register apart from phones: no list of extensions' devices shows them. */
export async function openTrunks(
  { database, clock, random, logger, scope, configuration }: Ground,
  { transport, looped, stack, resolver, followTrunks }: Signalling,
  directory: PbxDirectory,
  told: (trunk: CustomerTrunk, isReachable: boolean) => void,
): Promise<Trunks> {
  const registrar = createRegistrar(clock)
  scope.own({ close: () => registrar.close() })
  // Until the first trunks are read there is nothing to follow.
  let follow: CustomerTrunkLines['replaced'] = () => undefined
  const stored = await StoredCustomerTrunks.open({
    ...{ database, clock, logger },
    replaced: (_tenantId, now, before) => follow(now, before),
  })
  scope.own({ close: () => stored[Symbol.asyncDispose]() })
  const lines = new CustomerTrunkLines({
    ...{ userAgent: stack.userAgent, transport, resolver, clock, random, logger, registrar, trunks: stored },
    told,
    domainOf: (tenantId) => directory.tenant(tenantId)?.sipDomain.toLowerCase(),
    whose: (request, trunks) => trunkNamed(request, trunks, (e164) => trunkOf(directory, e164)),
    isEmergency: (request) => request.method === 'INVITE' && mayBeEmergency(undefined, dialledIn(request)),
    nameOf: (domain) => `${domain}:${configuration.sipsPort}`,
  })
  scope.own({ close: () => lines.close() })
  follow = (now, before) => lines.replaced(now, before)
  for (const tenant of directory.tenants()) follow(stored.ofTenant(tenant.id), [])
  followTrunks({ hasAddress: (address) => lines.hasAddress(address), flowClosed: (flow) => registrar.flowClosed(flow) })
  const atWork = {
    directory: stored,
    ofNumber: (e164: string) => stored.trunk(trunkOf(directory, e164) ?? ''),
    lines,
    flow: transport.flow.bind(transport),
    localAddress: (flow: Parameters<typeof looped.advertised>[0]) => looped.advertised(flow).address,
  }
  return { stored, lines, atWork }
}

function trunkOf(directory: PbxDirectory, e164: string): string | undefined {
  const tenant = directory.tenantByNumber(e164)
  const destination = tenant && directory.tenant(tenant.id)?.numberDestinations.get(e164)
  return destination?.kind === 'trunk' ? destination.targetId : undefined
}
