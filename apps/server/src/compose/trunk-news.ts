import type { PbxDirectory } from '@klinke/pbx'
import type { MailSender } from '@klinke/platform'
import type { CustomerTrunk } from '@klinke/trunks'
import type { Ground } from './klinke.ts'
import { administratorsTold, operatorsTold } from './people-told.ts'

/** A PBX that comes and goes fills nobody's mailbox: one mail about each trunk in this time, and the next one tells how it stands then. */
const MAIL_EVERY_MS = 900_000

/** Both ends are told when the PBX at a trunk is unreachable, and when it is back (BCP-01): the customer's administrators and the operator. */
export function trunkNews(
  { database, clock, logger, events }: Pick<Ground, 'database' | 'clock' | 'logger' | 'events'>,
  directory: PbxDirectory,
  mailer: MailSender | undefined,
): (trunk: CustomerTrunk, isReachable: boolean) => void {
  const mailedAtMs = new Map<string, number>()
  const mail = async (trunk: CustomerTrunk, isReachable: boolean): Promise<void> => {
    const customer = directory.tenant(trunk.tenantId)?.name ?? trunk.tenantId
    const told = [...(await administratorsTold(database, trunk.tenantId)), ...(await operatorsTold(database))]
    for (const { email, language, name } of told) await mailer?.send({ to: email, ...letter(language, name, customer, trunk, isReachable) })
  }
  return (trunk, isReachable) => {
    const { id, tenantId, name } = trunk
    logger.warn(isReachable ? "a customer's PBX is back" : "a customer's PBX is unreachable", { tenant: tenantId, trunk: name })
    const type = isReachable ? 'trunk.reachable' : 'trunk.unreachable'
    events.tell({ topic: 'calls', type, tenantId, area: 'live', users: [], data: { trunkId: id, name } })
    const nowMs = clock.nowMs()
    const about = `${id} ${type}`
    if (mailer === undefined || nowMs - (mailedAtMs.get(about) ?? Number.NEGATIVE_INFINITY) < MAIL_EVERY_MS) return
    mailedAtMs.set(about, nowMs)
    mail(trunk, isReachable).catch((error: unknown) => {
      logger.warn('news of a trunk could not be mailed', {
        tenant: tenantId,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    })
  }
}

function letter(language: 'de' | 'en', to: string, customer: string, { name }: CustomerTrunk, isReachable: boolean) {
  if (language === 'de')
    return isReachable
      ? {
          subject: `Telefonanlage wieder erreichbar: ${customer}`,
          text: `Guten Tag ${to},\n\ndie Telefonanlage am SIP-Trunk „${name}“ ist wieder erreichbar. Anrufe gehen wieder dorthin.\n`,
        }
      : {
          subject: `Telefonanlage nicht erreichbar: ${customer}`,
          text: `Guten Tag ${to},\n\ndie Telefonanlage am SIP-Trunk „${name}“ ist nicht erreichbar. Für Anrufe dorthin gilt, was für den Ausfall eingestellt ist.\n`,
        }
  return isReachable
    ? {
        subject: `PBX reachable again: ${customer}`,
        text: `Hello ${to},\n\nthe PBX at the SIP trunk “${name}” is reachable again. Calls go there again.\n`,
      }
    : {
        subject: `PBX unreachable: ${customer}`,
        text: `Hello ${to},\n\nthe PBX at the SIP trunk “${name}” is unreachable. Calls to it go where they are to go in an outage.\n`,
      }
}
