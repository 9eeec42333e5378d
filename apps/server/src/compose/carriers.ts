import { TimedNaptr } from '@klinke/net'
import { ImportJobs } from '@klinke/platform'
import {
  CarrierRouting,
  EnumLookup,
  type OutboundParts,
  type RouteParts,
  StoredCarriers,
  StoredOwnCarriers,
  StoredRouting,
} from '@klinke/trunks'
import type { Ground } from './klinke.ts'
import type { Signalling } from './signalling.ts'

/** The carriers, the lines to them and the order in which calls take them. */
export interface RunningCarriers {
  readonly outbound: Omit<OutboundParts, 'barring' | 'identity' | 'admission' | 'insideLine'>
  readonly routes: RouteParts
}

/** Opens the lines to all carriers, the operator's and customers' own, and what is set about the ways of calls. */
export async function openCarriers(ground: Ground, { lines, guardedResolver }: Signalling): Promise<RunningCarriers> {
  const { database, secrets, clock, random, logger, scope, configuration } = ground
  // Until the first set of carriers is complete there is nothing to follow.
  let follow = (): void => undefined
  const stored = { database, secrets, clock, logger, replaced: () => follow() }
  const carriers = await StoredCarriers.open(stored)
  scope.own({ close: () => carriers[Symbol.asyncDispose]() })
  const ownCarriers = await StoredOwnCarriers.open(stored)
  scope.own({ close: () => ownCarriers[Symbol.asyncDispose]() })
  follow = () => lines.update([...carriers.carriers(), ...ownCarriers.carriers()])
  follow()
  const tables = await StoredRouting.open({ database, clock, logger })
  scope.own({ close: () => tables[Symbol.asyncDispose]() })
  const routing = new CarrierRouting({ tables: () => tables, clock, random })
  const { dnsServers: servers, enumZones: zones } = configuration
  const naptr = new TimedNaptr({ clock, random, ...(servers !== undefined && { servers }) })
  const enumLookup = new EnumLookup({ zones, naptr: (name) => naptr.find(name), resolver: guardedResolver, clock })
  const isUp = (id: string): boolean => lines.isUp(id)
  const all = { carrier: (id: string) => carriers.carrier(id) ?? ownCarriers.carrier(id), carriers: () => carriers.carriers() }
  const priceImports: RouteParts['priceImports'] = new ImportJobs(clock, logger)
  scope.own(priceImports)
  return {
    outbound: {
      ...{ carriers: all, ownCarriers, routing, enumLookup, isUp },
      way: (id) => lines.way(id),
      suspect: (id) => lines.suspect(id),
    },
    routes: { carriers, routing, isUp, clock, priceImports },
  }
}
