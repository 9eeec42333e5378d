import { type Desk, FolderPartner, germanDay, portingRounds } from '@klinke/accounts'
import { owesMoney } from '@klinke/billing'
import type { Clock } from '@klinke/foundation'
import type { Configuration } from '../config/config.ts'
import type { Ground } from './klinke.ts'

/** The porting desk; who owes money is told by the invoices. */
export function portingDesk({ portingCode }: Pick<Configuration, 'portingCode'>, clock: Pick<Clock, 'epochMs'>): Desk {
  return { carrierCode: portingCode, owes: (tx, tenantId) => owesMoney(tx, tenantId, germanDay(clock.epochMs())) }
}

/** Switches numbers when their window begins, and exchanges messages with other carriers, until the server stops. */
export function openPortings({ configuration, database, clock, logger, scope }: Ground): void {
  const { portingFolder } = configuration
  const partner = portingFolder === undefined ? undefined : new FolderPartner(portingFolder)
  scope.own(portingRounds({ database, clock, logger, desk: portingDesk(configuration, clock), partner }))
}
