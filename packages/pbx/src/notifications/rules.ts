import { KlinkeError } from '@klinke/foundation'
import type { Language, ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Of what the user of an extension is told outside the portal. Mails of the mailbox are a setting of the mailbox. */
export interface NotificationSettings {
  readonly missedCallMail: boolean
  /** Null: no address given yet; then nothing is switched on. */
  readonly mailTo: string | null
  readonly language: Language
}

export const DEFAULT_NOTIFICATIONS: NotificationSettings = { missedCallMail: false, mailTo: null, language: 'de' }

/** One tenant's part of the snapshot: by extension id; who has changed nothing is not in it. */
export type Notifications = ReadonlyMap<string, NotificationSettings>

export const notificationSettings = z.object({
  missedCallMail: z.boolean().describe('Missed calls are told by mail: those that follow each other closely in one'),
  mailTo: z.email().max(254).nullable(),
  language: z.enum(['de', 'en']).describe('Of the mails'),
})

export const notificationChange = z.strictObject(notificationSettings.partial().shape)

export class NoMailAddress extends KlinkeError {
  constructor() {
    super('no-mail-address', 'There is no address that missed calls could be told to. Give mailTo as well.')
  }
}

export const notificationProblems: ProblemTable = {
  'no-mail-address': {
    status: 422,
    title: { en: 'No mail address', de: 'Keine E-Mail-Adresse' },
    germanDetail: 'Es gibt keine Adresse, der verpasste Anrufe gemeldet werden könnten. Geben Sie auch mailTo an.',
  },
}
