import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, holderOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { byOperator } from '../catalogue/route-parts.ts'
import { counsellingEntries, counsellingEntry } from './counselling-lines.ts'
import { counsellingList, loadCounsellingList } from './counselling-store.ts'
import { counsellingListView, tags } from './views.ts'

/** The list of lines for people in need, which the operator gets from the Bundesnetzagentur each quarter (§ 11 (5) TDDDG). */
export function counsellingRoutes(database: Database, clock: Pick<Clock, 'epochMs'>): ApiRoutes {
  return (api) => {
    const response = { 200: counsellingListView }
    const get = { tags, summary: 'Get the lines for people in need that no itemised bill may show', response }
    api.get('/counselling-lines', { config: byOperator, schema: get }, () => database.withOperator(view))
    const body = z.strictObject({
      entries: counsellingEntries.meta({ examples: [[counsellingEntry.parse({ number: '+498001110111', name: 'TelefonSeelsorge' })]] }),
    })
    const put = { tags, summary: 'Replace the lines for people in need, at once for all itemised bills', body, response }
    api.patch('/counselling-lines', { config: byOperator, schema: put }, (request) =>
      database.withOperator(async (tx) => {
        await loadCounsellingList(tx, request.body.entries, holderOf(request).name, new Date(clock.epochMs()))
        return view(tx)
      }),
    )
  }
}

async function view(tx: Tx): Promise<z.infer<typeof counsellingListView>> {
  const { entries, loadedBy, loadedAt } = await counsellingList(tx)
  return { entries: [...entries], loadedBy, loadedAt: loadedAt?.toISOString() ?? null }
}
