import type { PbxDirectory } from '@klinke/pbx'
import type { MailSender } from '@klinke/platform'
import {
  CallAdmission,
  CarrierWatch,
  ChannelLedger,
  StoredChannels,
  type UsageParts,
  type UsageWarning,
  UsageWatch,
  UsedMinutes,
  warningWords,
} from '@klinke/trunks'
import { carrierNews } from './carrier-news.ts'
import type { Ground } from './klinke.ts'
import { administratorsTold, operatorsTold } from './people-told.ts'

/** Channels and call rate of all customers, and how near they are to their limits. */
export type CallLimits = UsageParts

/** The same warning reaches people once in this time, however often it comes and goes. */
const MAIL_EVERY_MS = 3_600_000

/** Opens admission of calls. */
export async function openCallLimits(
  ground: Pick<Ground, 'database' | 'clock' | 'logger' | 'scope' | 'events'>,
  directory: PbxDirectory,
  mailer: MailSender | undefined,
): Promise<CallLimits> {
  const { clock, scope } = ground
  const channels = await StoredChannels.open(ground)
  scope.own({ close: () => channels[Symbol.asyncDispose]() })
  const minutes = new UsedMinutes({ ...ground, tenants: () => directory.tenants() })
  scope.own(minutes)
  const tell = tellers(ground, directory, mailer)
  const watch: UsageWatch = new UsageWatch({
    clock,
    profileOf: (tenantId) => directory.tenant(tenantId)?.profile,
    rateOf: (tenantId) => {
      const tenant = directory.tenant(tenantId)
      return tenant && admission.rateOf(tenant)
    },
    warn: tell,
  })
  const carriers = new CarrierWatch(carrierNews(ground, mailer))
  const admission: CallAdmission = new CallAdmission({
    channelsOf: (tenantId) => channels.channelsOf(tenantId),
    ledger: new ChannelLedger((place, inUse) => (place.scope === 'carrier' ? carriers : watch).channelsChanged(place, inUse)),
    minutesPerChannel: (tenantId) => minutes.perChannel(tenantId),
    attempted: (tenantId) => watch.attempted(tenantId),
  })
  return { admission, watch, directory }
}

/** Warnings go to clients of the API and into the log at once, and by mail to who can do something about it: the customer, of abuse the operator. */
function tellers(
  { database, clock, logger, events }: Pick<Ground, 'database' | 'clock' | 'logger' | 'events'>,
  directory: PbxDirectory,
  mailer: MailSender | undefined,
): (tenantId: string, warning: UsageWarning) => void {
  const mailed = new Map<string, number>()
  const mail = async (tenantId: string, warning: UsageWarning): Promise<void> => {
    const isAbuse = warning.kind === 'dialler' || warning.kind === 'signalling-only'
    const logins = await (isAbuse ? operatorsTold(database) : administratorsTold(database, tenantId))
    const customer = directory.tenant(tenantId)?.name ?? tenantId
    for (const { email, language, name } of logins) await mailer?.send({ to: email, ...letter(language, name, customer, warning) })
  }
  return (tenantId, warning) => {
    const words = warningWords(warning)
    logger.warn('a customer is near a limit of its calls', { tenant: tenantId, kind: warning.kind, detail: words.en })
    const data = { kind: warning.kind, text: words }
    events.tell({ topic: 'calls', type: 'usage.warning', tenantId, area: 'live', users: [], data })
    const about = `${tenantId} ${warning.kind}`
    const nowMs = clock.nowMs()
    if (mailer === undefined || nowMs - (mailed.get(about) ?? Number.NEGATIVE_INFINITY) < MAIL_EVERY_MS) return
    mailed.set(about, nowMs)
    mail(tenantId, warning).catch((error: unknown) => {
      logger.warn('a warning could not be mailed', { tenant: tenantId, error: error instanceof Error ? error : new Error(String(error)) })
    })
  }
}

function letter(
  language: 'de' | 'en',
  name: string,
  customer: string,
  warning: UsageWarning,
): { readonly subject: string; readonly text: string } {
  const words = warningWords(warning)
  return language === 'de'
    ? {
        subject: `Auslastung der Telefonie: ${customer}`,
        text: `Guten Tag ${name},\n\n${words.de}\n\nWie es jetzt steht, zeigt das Portal unter „Auslastung“.\n`,
      }
    : {
        subject: `Use of telephone lines: ${customer}`,
        text: `Hello ${name},\n\n${words.en}\n\nThe portal shows under “Use of lines” how it stands now.\n`,
      }
}
