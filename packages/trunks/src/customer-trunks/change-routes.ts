import { type Api, holderOf, inScope, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { listChanges } from './change-store.ts'
import { makeChange, previewChange, undoChange } from './make-change.ts'
import { assertSeller, foundTrunk, type TrunkRouteParts, trunkParams, trunkTags } from './route-parts.ts'
import { type TrunkChange, trunkChange } from './rules.ts'
import { accountView, changeView, planView, viewOfAccounts, viewOfChange, viewOfPlan } from './views.ts'

const changeParams = z.object({ trunkId: z.uuid(), changeId: z.uuid() })
const makeQuery = z.strictObject({
  charge: z
    .stringbool()
    .default(false)
    .describe('true: charged as a minor change, where the product of the customer does (TRK-16); only who sells says so'),
})
const madeView = changeView.extend({ accounts: z.array(accountView).describe('New accounts with their passwords, shown this once') })

/** What the customer does itself: its PBX has moved to other addresses. All else changes the contract. */
const BY_CUSTOMER: ReadonlySet<TrunkChange['kind']> = new Set(['places'])

/** The operations of TRK-16: what each would do, doing it, taking it back. */
export function changeRoutes(api: Api, parts: TrunkRouteParts): void {
  const { database, random, charge } = parts
  const list = {
    ...{ tags: trunkTags, summary: 'List the changes of a trunk, the newest first', params: trunkParams },
    response: { 200: z.object({ items: z.array(changeView) }) },
  }
  api.get('/customer-trunks/:trunkId/changes', { schema: list }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const trunk = await foundTrunk(tx, request.params.trunkId)
      return { items: (await listChanges(tx, trunk.id)).map(viewOfChange) }
    }),
  )
  const common = { tags: trunkTags, params: trunkParams, body: trunkChange }
  const preview = { ...common, summary: 'Tell what a change of a trunk would do and need', response: { 200: planView } }
  api.post('/customer-trunks/:trunkId/changes/preview', { schema: preview }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) =>
      viewOfPlan(await previewChange(tx, await foundTrunk(tx, request.params.trunkId), request.body)),
    ),
  )
  const make = {
    ...{ ...common, summary: 'Change a trunk by an operation of the catalogue', querystring: makeQuery },
    response: { 201: madeView },
  }
  api.post('/customer-trunks/:trunkId/changes', { schema: make }, async (request, reply) => {
    const by = { by: holderOf(request).name, random }
    const principal = principalOf(request)
    const { trunkId } = request.params
    await inScope(database, principal, undefined, (tx) => foundTrunk(tx, trunkId))
    const isCharged = request.query.charge
    if (isCharged || !BY_CUSTOMER.has(request.body.kind)) assertSeller(principal)
    const change = async (tx: Tx) => {
      const trunk = await foundTrunk(tx, trunkId, 'for update')
      const changed = await makeChange(tx, trunk, request.body, by)
      if (isCharged) await charge?.(tx, { tenantId: trunk.tenantId, note: trunk.name, siteId: trunk.siteId ?? null, by: by.by })
      return changed
    }
    // Contracts are the operator's to write, whoever sells: that the trunk is one of the seller's was seen before.
    const { made, now } = await (isCharged ? database.withOperator(change) : inScope(database, principal, undefined, change))
    return reply.code(201).send({ ...viewOfChange(made), accounts: viewOfAccounts(now) })
  })
  addUndo(api, parts)
}

function addUndo(api: Api, { database }: TrunkRouteParts): void {
  const undo = { tags: trunkTags, summary: 'Take the last change of a trunk back', params: changeParams, response: { 200: changeView } }
  api.post('/customer-trunks/:trunkId/changes/:changeId/undo', { schema: undo }, (request) => {
    const { trunkId, changeId } = request.params
    return inScope(database, principalOf(request), undefined, async (tx) => {
      const kind = (await listChanges(tx, (await foundTrunk(tx, trunkId)).id)).find(({ id }) => id === changeId)?.kind
      if (kind !== undefined && !BY_CUSTOMER.has(kind)) assertSeller(principalOf(request))
      return viewOfChange(await undoChange(tx, trunkId, changeId, holderOf(request).name))
    })
  })
}
