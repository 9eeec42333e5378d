import { type MailSender, smtpMailSender } from '@klinke/platform'
import type { Configuration } from '../config/config.ts'

/** Where mail goes; undefined when none is sent. */
export function mailOf({ smtpUrl, mailFrom }: Pick<Configuration, 'smtpUrl' | 'mailFrom'>): MailSender | undefined {
  return smtpUrl === undefined ? undefined : smtpMailSender(smtpUrl, mailFrom)
}

/** Where links in mails about calls lead. Without a public address it is the port of this machine, which is of use there alone. */
export function portalUrl({ publicUrl, httpPort }: Pick<Configuration, 'publicUrl' | 'httpPort'>): string {
  return publicUrl ?? `http://localhost:${httpPort}`
}
