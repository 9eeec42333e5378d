import { type MailSender, smtpMailSender } from '@klinke/platform'
import type { Configuration } from '../config/config.ts'

/** Where mail goes; undefined when none is sent. */
export function mailOf({ smtpUrl, mailFrom }: Pick<Configuration, 'smtpUrl' | 'mailFrom'>): MailSender | undefined {
  return smtpUrl === undefined ? undefined : smtpMailSender(smtpUrl, mailFrom)
}
