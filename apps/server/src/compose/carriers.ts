import { type CarrierLines, CarrierRouting, type OutboundParts, type RouteParts, StoredCarriers, StoredRouting } from '@klinke/trunks'
import type { Ground } from './klinke.ts'

/** The carriers, the lines to them and the order in which calls take them. */
export interface RunningCarriers {
  readonly outbound: Omit<OutboundParts, 'barring' | 'identity' | 'admission' | 'insideLine'>
  readonly routes: RouteParts
}

/** Opens the lines to all carriers, and what is set about the ways of calls. */
export async function openCarriers(ground: Ground, lines: CarrierLines): Promise<RunningCarriers> {
  const { database, secrets, clock, random, logger, scope } = ground
  // Until the first set of carriers is complete there is nothing to follow.
  let follow = (): void => undefined
  const carriers = await StoredCarriers.open({ database, secrets, clock, logger, replaced: () => follow() })
  scope.own({ close: () => carriers[Symbol.asyncDispose]() })
  follow = () => lines.update(carriers.carriers())
  follow()
  const tables = await StoredRouting.open({ database, clock, logger })
  scope.own({ close: () => tables[Symbol.asyncDispose]() })
  const routing = new CarrierRouting({ tables: () => tables, clock, random })
  const isUp = (id: string): boolean => lines.isUp(id)
  return {
    outbound: { carriers, routing, isUp, way: (id) => lines.way(id), suspect: (id) => lines.suspect(id) },
    routes: { carriers, routing, isUp },
  }
}
