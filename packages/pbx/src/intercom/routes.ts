import { type ApiRoutes, type Database, inScope, NotFound, ofOwnExtension, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type IntercomSettings, intercomSettings } from './rules.ts'
import { changeIntercom, findIntercom } from './store.ts'

const tags = ['intercom']
const params = z.object({ extensionId: z.uuid() })

/** Whose phone answers by itself, and for whom. */
export function intercomRoutes(database: Database): ApiRoutes {
  return (api) => {
    const path = '/extensions/:extensionId/intercom-settings'
    const response = { 200: intercomSettings }
    api.get(
      path,
      { config: ofOwnExtension, schema: { tags, summary: 'Get whose calls the phone answers by itself', params, response } },
      async (request) => {
        const { extensionId } = request.params
        return view(extensionId, await inScope(database, principalOf(request), undefined, (tx) => findIntercom(tx, extensionId)))
      },
    )
    const summary = 'Change whose calls the phone answers by itself'
    const schema = { tags, summary, params, body: z.strictObject(intercomSettings.partial().shape), response }
    api.patch(path, { config: ofOwnExtension, schema }, async (request) => {
      const { extensionId } = request.params
      const { accepts, callers, otherwise } = request.body
      const change = (before: IntercomSettings): IntercomSettings => ({
        accepts: accepts ?? before.accepts,
        callers: callers ?? before.callers,
        otherwise: otherwise ?? before.otherwise,
      })
      return view(extensionId, await inScope(database, principalOf(request), undefined, (tx) => changeIntercom(tx, extensionId, change)))
    })
  }
}

function view(extensionId: string, settings: IntercomSettings | undefined): z.infer<typeof intercomSettings> {
  if (settings === undefined) throw new NotFound('extension', extensionId)
  return { ...settings, callers: [...settings.callers] }
}
