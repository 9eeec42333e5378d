import { type ApiRoutes, type Database, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type FaxLine, faxLine, faxLineChange } from './rules.ts'
import { changeFaxLine, findFaxLine } from './store.ts'

const tags = ['fax']
const params = z.object({ extensionId: z.uuid() })
const response = { 200: faxLine }

/** Which extensions are fax machines. */
export function faxRoutes(database: Database): ApiRoutes {
  return (api) => {
    const path = '/extensions/:extensionId/fax-line'
    api.get(path, { schema: { tags, summary: 'Get whether a fax machine is there', params, response } }, async (request) => {
      const { extensionId } = request.params
      return found(extensionId, await inScope(database, principalOf(request), undefined, (tx) => findFaxLine(tx, extensionId)))
    })
    const schema = { tags, summary: 'Say whether a fax machine is there', params, body: faxLineChange, response }
    api.patch(path, { schema }, async (request) => {
      const { extensionId } = request.params
      const change = request.body
      return found(extensionId, await inScope(database, principalOf(request), undefined, (tx) => changeFaxLine(tx, extensionId, change)))
    })
  }
}

function found(extensionId: string, line: FaxLine | undefined): FaxLine {
  if (line === undefined) throw new NotFound('extension', extensionId)
  return line
}
