import { listLogins } from '@klinke/accounts'
import { type MailSender, OF_OPERATOR } from '@klinke/platform'
import { type ChannelWarning, warningWords } from '@klinke/trunks'
import type { Ground } from './klinke.ts'

/** People who are told. */
const MAX_TOLD = 10
/** The same carrier fills nobody's mailbox, however often it comes near its limit. */
const MAIL_EVERY_MS = 3_600_000

/** The operator is told that a carrier has few channels left: by event and in the log at once, by mail once an hour. */
export function carrierNews(
  { database, clock, logger, events }: Pick<Ground, 'database' | 'clock' | 'logger' | 'events'>,
  mailer: MailSender | undefined,
): (warning: ChannelWarning) => void {
  const mailedAtMs = new Map<string, number>()
  const sorting = { key: 'createdAt', descending: false, after: undefined } as const
  const mail = async (warning: ChannelWarning): Promise<void> => {
    const told = await database.withOperator((tx) => listLogins(tx, { kind: 'operator' }, sorting, MAX_TOLD))
    for (const { email, language, name } of told) await mailer?.send({ to: email, ...letter(language, name, warning) })
  }
  return (warning) => {
    const { place, inUse, channels } = warning
    const text = warningWords(warning)
    logger.warn('a carrier has few channels left', { carrier: place.name, inUse, channels })
    const data = { carrierId: place.id, name: place.name, inUse, channels, text }
    events.tell({ topic: 'calls', type: 'carrier.channels', tenantId: OF_OPERATOR, area: 'live', users: [], data })
    const nowMs = clock.nowMs()
    if (mailer === undefined || nowMs - (mailedAtMs.get(place.id) ?? Number.NEGATIVE_INFINITY) < MAIL_EVERY_MS) return
    mailedAtMs.set(place.id, nowMs)
    mail(warning).catch((error: unknown) => {
      logger.warn('news of a carrier could not be mailed', { error: error instanceof Error ? error : new Error(String(error)) })
    })
  }
}

function letter(language: 'de' | 'en', to: string, warning: ChannelWarning): { readonly subject: string; readonly text: string } {
  const words = warningWords(warning)
  return language === 'de'
    ? {
        subject: `Kanäle des Carriers ${warning.place.name}`,
        text: `Guten Tag ${to},\n\n${words.de}\n\nSind alle belegt, gehen Anrufe über den nächsten Carrier. Wie es jetzt steht, zeigt das Portal unter „Zustand“.\n`,
      }
    : {
        subject: `Channels of the carrier ${warning.place.name}`,
        text: `Hello ${to},\n\n${words.en}\n\nWhen all are in use, calls go over the next carrier. The portal shows under “Health” how it stands now.\n`,
      }
}
