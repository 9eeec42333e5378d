import { type Api, holderOf, NotFound } from '@klinke/platform'
import { z } from 'zod'
import { byOperator, type CatalogueRouteParts, catalogueTags, operatorsToday } from '../route-parts.ts'
import { civilDate } from '../schema-parts.ts'
import { findVersion } from '../store.ts'
import { profileId } from '../views.ts'
import { firstDayOfPrices, NoPriceChangeRule, PriceChangeWithoutMail, VersionWithdrawn } from './rules.ts'
import { insertPriceChange, listPriceChanges, type StoredPriceChange, type Telling, tellingOf } from './store.ts'

const params = z.object({ profileId })
const body = z.strictObject({
  versionId: z.uuid().describe('The version whose prices contracts get'),
  rule: z.string().max(100).optional().describe('Name of a rule of `priceChange`; absent: the first one'),
  from: civilDate.optional().describe('The first day on which they are wanted; absent, or too early: as soon as the notice allows'),
})
const changeView = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  rule: z.string(),
  wantedFrom: z.iso.date().describe('For who is told late prices begin later'),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  told: z.int().describe('Contracts whose customers have the mail, and that get the prices'),
  notNeeded: z.int().describe('Contracts that have these prices, or end before'),
  nobodyToTell: z.int().describe('Contracts of customers without an administrator: they keep their prices until there is one'),
  waiting: z.int().describe('Contracts whose customers are still to be told'),
  percent: z.int().min(0).max(100),
  withdrawnAt: z.iso.datetime().nullable().describe('The prices do not come: whoever was told of them is told of that'),
})

function view(
  { id, versionId, rule, wantedFrom, createdBy, createdAt, withdrawnAt }: StoredPriceChange,
  telling: Telling,
): z.infer<typeof changeView> {
  const all = telling.told + telling.notNeeded + telling.nobodyToTell + telling.waiting
  const percent = all === 0 ? 100 : Math.floor(((all - telling.waiting) * 100) / all)
  const times = { wantedFrom: wantedFrom.toString(), createdAt: createdAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null }
  return { id, versionId, rule, createdBy, ...times, ...telling, percent }
}

/** Changes of prices with notice (BIL-07): each customer gets a mail, then the prices. */
export function addPriceChanges(api: Api, { database, catalogue, clock, mail, tell }: CatalogueRouteParts): void {
  const list = {
    ...{ tags: catalogueTags, summary: 'List the price changes of a product profile, the newest first', params },
    response: { 200: z.object({ items: z.array(changeView) }) },
  }
  const path = '/product-profiles/:profileId/price-changes'
  api.get(path, { config: byOperator, schema: list }, (request) =>
    database.withOperator(async (tx) => {
      const items: z.infer<typeof changeView>[] = []
      for (const change of await listPriceChanges(tx, request.params.profileId)) items.push(view(change, await tellingOf(tx, change.id)))
      return { items }
    }),
  )
  const summary = 'Change the prices of all contracts of a product profile: each customer is told by mail first'
  const make = { tags: catalogueTags, summary, params, body, response: { 201: changeView } }
  api.post(path, { config: byOperator, schema: make }, async (request, reply) => {
    const { versionId, rule: named, from } = request.body
    const version = await catalogue.version(versionId)
    if (version.profile !== request.params.profileId) throw new NotFound('version of a profile', versionId)
    // Asked for anew: the version that is remembered may have been withdrawn since.
    if ((await database.withOperator((tx) => findVersion(tx, versionId)))?.isWithdrawn === true) throw new VersionWithdrawn()
    if (mail === undefined) throw new PriceChangeWithoutMail()
    const { priceChange: rules } = version.file
    const rule = named === undefined ? rules[0] : rules.find(({ name }) => name === named)
    if (rule === undefined)
      throw new NoPriceChangeRule(
        named ?? '',
        rules.map(({ name }) => name),
      )
    const today = operatorsToday(clock)
    const wantedFrom = firstDayOfPrices(rule, today, from === undefined ? version.validFrom : Temporal.PlainDate.from(from))
    const made = { profile: version.profile, versionId, rule: rule.name, wantedFrom, createdBy: holderOf(request).name }
    const change = await database.withOperator((tx) => insertPriceChange(tx, { ...made, createdAt: new Date(clock.epochMs()) }))
    tell()
    const telling = await database.withOperator((tx) => tellingOf(tx, change.id))
    return reply.code(201).send(view(change, telling))
  })
}
