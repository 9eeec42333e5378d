import type { TicketDesk } from '@klinke/accounts'
import type { Configuration } from '../config/config.ts'
import { portalUrl } from './mail.ts'

/** Where tickets are dealt with. */
export function ticketDesk(configuration: Pick<Configuration, 'mailFrom' | 'publicUrl' | 'httpPort'>): TicketDesk {
  return { portalUrl: portalUrl(configuration), messageDomain: configuration.mailFrom.split('@').at(-1) ?? 'localhost' }
}
