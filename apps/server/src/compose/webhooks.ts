import { listLogins } from '@klinke/accounts'
import { guardedPost, type MailSender, Webhooks, type WebhooksOptions } from '@klinke/platform'
import type { Ground } from './klinke.ts'

/** Administrators who are told that a webhook is disabled. */
const MAX_TOLD = 10

/** Opens the sending of events to the tenants' servers. */
export function openWebhooks(
  { database, secrets, clock, logger, events, configuration, scope }: Ground,
  mailer: MailSender | undefined,
  consentingOf: WebhooksOptions['consentingOf'],
): Webhooks {
  const post = guardedPost(configuration.lookupsInPrivateNetworks)
  const disabled: WebhooksOptions['disabled'] = async ({ tenantId, url }) => {
    const logins = await database.withTenant(tenantId, (tx) =>
      listLogins(tx, { kind: 'tenant' }, { key: 'createdAt', descending: false, after: undefined }, MAX_TOLD),
    )
    for (const { email, language, name } of logins) await mailer?.send({ to: email, ...letter(language, name, url) })
  }
  return scope.own(new Webhooks({ database, secrets, clock, logger, hub: events, post, disabled, consentingOf }))
}

function letter(language: 'de' | 'en', name: string, url: string): { readonly subject: string; readonly text: string } {
  return language === 'de'
    ? {
        subject: 'Ein Webhook wurde abgeschaltet',
        text: `Guten Tag ${name},\n\nseit einem Tag nimmt ${url} keine Ereignisse mehr an. Der Webhook ist deshalb abgeschaltet. Prüfen Sie den Server und schalten Sie den Webhook im Portal wieder ein; was nicht zugestellt wurde, können Sie dort noch einmal senden.\n`,
      }
    : {
        subject: 'A webhook has been disabled',
        text: `Hello ${name},\n\n${url} has taken no events for a day, so the webhook is disabled. Look after the server and enable the webhook in the portal; what was not delivered can be sent again there.\n`,
      }
}
