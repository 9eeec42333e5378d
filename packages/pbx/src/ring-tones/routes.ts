import { type ApiRoutes, type Database, owningTenant, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { PRODUCT_TONES, RING_KINDS } from './ring-tone.ts'
import { RING_TITLES, ringTonesChange, ringTonesView } from './rules.ts'
import { changeRingTones, findRingTones } from './store.ts'

const tags = ['ring tones']
const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })

/** How phones ring for what kind of call. */
export function ringToneRoutes(database: Database): ApiRoutes {
  return (api) => {
    const get = { tags, summary: 'Get how phones ring for which calls', querystring, response: { 200: ringTonesView } }
    api.get('/ring-tones', { schema: get }, (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      return database.withTenant(tenantId, (tx) => view(tx, tenantId))
    })
    const summary = 'Change how phones ring for which calls'
    const patch = { tags, summary, querystring, body: ringTonesChange, response: { 200: ringTonesView } }
    api.patch('/ring-tones', { schema: patch }, (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      return database.withTenant(tenantId, async (tx) => {
        await changeRingTones(tx, tenantId, request.body)
        return view(tx, tenantId)
      })
    })
  }
}

async function view(tx: Tx, tenantId: string): Promise<z.infer<typeof ringTonesView>> {
  const { tones, doors } = await findRingTones(tx, tenantId)
  const all = { ...PRODUCT_TONES, ...tones }
  const items = RING_KINDS.map((kind) => ({ kind, title: { ...RING_TITLES[kind] }, tone: all[kind], isProduct: tones[kind] === undefined }))
  return { items, doorStations: [...doors] }
}
