import { type Desk, FolderPartner, portingRounds } from '@klinke/accounts'
import type { Configuration } from '../config/config.ts'
import type { Ground } from './klinke.ts'

/** The porting desk; nobody is asked yet whether a customer owes money. */
export function portingDesk({ portingCode }: Pick<Configuration, 'portingCode'>): Desk {
  return { carrierCode: portingCode }
}

/** Switches numbers when their window begins, and exchanges messages with other carriers, until the server stops. */
export function openPortings({ configuration, database, clock, logger, scope }: Ground): void {
  const { portingFolder } = configuration
  const partner = portingFolder === undefined ? undefined : new FolderPartner(portingFolder)
  scope.own(portingRounds({ database, clock, logger, desk: portingDesk(configuration), partner }))
}
