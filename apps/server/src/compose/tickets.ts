import { type TicketDesk, ticketRounds } from '@klinke/accounts'
import { type BlobStore, openMailSource } from '@klinke/platform'
import type { Configuration } from '../config/config.ts'
import type { Ground } from './klinke.ts'
import { mailOf, portalUrl } from './mail.ts'

/** Where tickets are dealt with. */
export function ticketDesk(configuration: Pick<Configuration, 'mailFrom' | 'publicUrl' | 'httpPort'>): TicketDesk {
  return { portalUrl: portalUrl(configuration), messageDomain: configuration.mailFrom.split('@').at(-1) ?? 'localhost' }
}

/** Takes and sends mail about tickets and looks after their deadlines, until the server stops. */
export function openTickets({ configuration, database, clock, logger, scope }: Ground, blobs: BlobStore): void {
  const { ticketMailUrl, ticketMailAddress: address } = configuration
  const source = ticketMailUrl === undefined ? undefined : openMailSource(ticketMailUrl)
  const desk = ticketDesk(configuration)
  scope.own(ticketRounds({ database, clock, logger, blobs, desk, source, sender: mailOf(configuration), address }))
}
