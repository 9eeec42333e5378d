import { join } from 'node:path'
import { type Desk, FolderPartner, germanDay, MailPartner, type PortingPartner, portingRounds } from '@klinke/accounts'
import { chargeOnce, owesMoney } from '@klinke/billing'
import type { Clock } from '@klinke/foundation'
import { openMailSource } from '@klinke/platform'
import type { Configuration } from '../config/config.ts'
import type { Ground } from './klinke.ts'
import { mailOf } from './mail.ts'
import { operatorsDay, portingTermsOf } from './product-terms.ts'

/** The porting desk; who owes money is told by the invoices, what a porting costs by the customer's contract. */
export function portingDesk({ portingCode }: Pick<Configuration, 'portingCode'>, clock: Pick<Clock, 'epochMs'>): Desk {
  return {
    carrierCode: portingCode,
    owes: (tx, tenantId) => owesMoney(tx, tenantId, germanDay(clock.epochMs())),
    terms: (tx, tenantId) => portingTermsOf(tx, tenantId, operatorsDay(clock.epochMs())),
    charge: async (tx, { by, epochMs, ...charged }) => {
      await chargeOnce(tx, { ...charged, on: operatorsDay(epochMs) }, { by, atMs: epochMs })
    },
  }
}

/** Switches numbers when their window begins, and exchanges messages with other carriers, until the server stops. */
export function openPortings({ configuration, database, clock, logger, scope }: Ground): void {
  const partner = partnerOf({ configuration, clock, logger })
  scope.own(portingRounds({ database, clock, logger, desk: portingDesk(configuration, clock), partner }))
}

/** By mail where an address is given, else by a folder; undefined: by nobody. */
function partnerOf({ configuration, clock, logger }: Pick<Ground, 'configuration' | 'clock' | 'logger'>): PortingPartner | undefined {
  const { portingFolder, portingMail, dataDir } = configuration
  const mail = mailOf(configuration)
  if (portingMail !== undefined && mail !== undefined)
    return new MailPartner({
      folder: join(dataDir, 'porting-mail'),
      mail,
      source: openMailSource(portingMail.mailbox),
      address: portingMail.address,
      clock,
      logger,
    })
  return portingFolder === undefined ? undefined : new FolderPartner(portingFolder, clock)
}
