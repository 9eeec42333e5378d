import { type ApiRoutes, type Database, inScope, NotFound, ofOwnExtension, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type NotificationSettings, notificationChange, notificationSettings } from './rules.ts'
import { changeNotifications, findNotifications } from './store.ts'

const tags = ['notifications']
const params = z.object({ extensionId: z.uuid() })
const path = '/extensions/:extensionId/notifications'

/** Of what the user of an extension is told by mail. */
export function notificationRoutes(database: Database): ApiRoutes {
  return (api) => {
    const response = { 200: notificationSettings }
    const get = { tags, summary: 'Get of what the user is told by mail', params, response }
    api.get(path, { config: ofOwnExtension, schema: get }, async (request) => {
      const { extensionId } = request.params
      return found(extensionId, await inScope(database, principalOf(request), undefined, (tx) => findNotifications(tx, extensionId)))
    })
    const patch = { tags, summary: 'Change of what the user is told by mail', params, body: notificationChange, response }
    api.patch(path, { config: ofOwnExtension, schema: patch }, async (request) => {
      const { extensionId } = request.params
      const { missedCallMail, mailTo, language } = request.body
      const change = {
        ...(missedCallMail === undefined ? {} : { missedCallMail }),
        ...(mailTo === undefined ? {} : { mailTo }),
        ...(language === undefined ? {} : { language }),
      }
      const changed = await inScope(database, principalOf(request), undefined, (tx) => changeNotifications(tx, extensionId, change))
      return found(extensionId, changed)
    })
  }
}

function found(extensionId: string, settings: NotificationSettings | undefined): NotificationSettings {
  if (settings === undefined) throw new NotFound('extension', extensionId)
  return settings
}
