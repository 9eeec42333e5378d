import { type ApiRoutes, type Database, inScope, NotFound, ofOwnExtension, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type CallControlSettings, callControlSettings } from './settings.ts'
import { changeCallControl, findCallControl } from './store.ts'

const tags = ['call control']
const params = z.object({ extensionId: z.uuid() })
const path = '/extensions/:extensionId/call-control-settings'

/** How an extension's phone is called for what its user does by a program. */
export function callControlSettingsRoutes(database: Database): ApiRoutes {
  const config = { ...ofOwnExtension, area: 'extensions' } as const
  const response = { 200: callControlSettings }
  return (api) => {
    const get = { tags, summary: 'Get how the phone is called for calls made by a program', params, response }
    api.get(path, { config, schema: get }, async (request) => {
      const { extensionId } = request.params
      return found(extensionId, await inScope(database, principalOf(request), undefined, (tx) => findCallControl(tx, extensionId)))
    })
    const body = z.strictObject(callControlSettings.partial().shape)
    const change = { tags, summary: 'Change how the phone is called for calls made by a program', params, body, response }
    api.patch(path, { config, schema: change }, async (request) => {
      const { extensionId } = request.params
      const { autoAnswer } = request.body
      const changed = autoAnswer === undefined ? {} : { autoAnswer }
      return found(
        extensionId,
        await inScope(database, principalOf(request), undefined, (tx) => changeCallControl(tx, extensionId, changed)),
      )
    })
  }
}

function found(extensionId: string, settings: CallControlSettings | undefined): CallControlSettings {
  if (settings === undefined) throw new NotFound('extension', extensionId)
  return settings
}
