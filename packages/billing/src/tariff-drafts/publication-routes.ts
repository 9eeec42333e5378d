import type { ApiRoutes } from '@klinke/platform'
import { z } from 'zod'
import { madeBy } from './draft-routes.ts'
import { type Draft, deleteDraft, findDraft } from './draft-store.ts'
import { DraftNotReady } from './problems.ts'
import { OBJECTIONS, type PublicationPlan, planOf, published } from './publication.ts'
import { config, type DraftRouteParts, ofDraft, revisionSeen, tags, words } from './route-parts.ts'
import { takeDraft } from './take-draft.ts'

const rule = z.string().max(100).optional().describe('Name of a rule of notice of the profile (BIL-07); absent: the first one')
const planView = z.object({
  revision: z.int().describe('Of the draft that this is said of: what publishing it asks for'),
  validFrom: z.string().describe('First day of the version: for new contracts'),
  earliest: z.iso.date().describe('The first day that the notice allows for who pays by the tariff now'),
  holdsFrom: z.iso.date().nullable().describe('From this day on they pay by it; null: there are none'),
  customers: z.int().describe('Contracts, or customers, that are told by mail'),
  rules: z.array(z.object({ name: z.string(), title: words })),
  rule: z.string().nullable().describe('null: none is agreed'),
  faults: z.int(),
  objections: z.array(z.enum(OBJECTIONS)).describe('Empty: it can be published'),
})
const publishedView = z.object({ versionId: z.uuid(), ...planView.pick({ validFrom: true, holdsFrom: true, customers: true }).shape })

function viewOf(plan: PublicationPlan, { revision }: Pick<Draft, 'revision'>): z.infer<typeof planView> {
  const { earliest, holdsFrom, rules, objections } = plan
  return {
    ...{ ...plan, revision },
    ...{ earliest: earliest.toString(), holdsFrom: holdsFrom?.toString() ?? null, rule: plan.rule ?? null, objections: [...objections] },
    rules: rules.map(({ name, title }) => ({ name, title: { de: title.de, en: title.en } })),
  }
}

/** Making a version of a draft, which everybody is told of who pays by it (BIL-07). */
export function publicationRoutes(parts: DraftRouteParts): ApiRoutes {
  const { database } = parts
  return (api) => {
    const querystring = z.strictObject({ rule })
    const summary = 'Say what publishing a draft would mean: from when on for whom, and what stands against it'
    const get = { tags, summary, params: ofDraft, querystring, response: { 200: planView } }
    api.get('/tariff-drafts/:draftId/publication', { config, schema: get }, (request) =>
      database.withOperator(async (tx) => {
        const draft = await findDraft(tx, request.params.draftId)
        return viewOf(await planOf(tx, parts, draft, request.query.rule), draft)
      }),
    )
    const post = {
      ...{ tags, summary: 'Publish a draft as a version; whoever pays by the tariff is told by mail', params: ofDraft },
      ...{ body: z.strictObject({ revision: revisionSeen, rule }), response: { 201: publishedView } },
    }
    api.post('/tariff-drafts/:draftId/publication', { config, schema: post }, async (request, reply) => {
      const { draftId } = request.params
      const done = await database.withOperator(async (tx) => {
        const draft = await takeDraft(tx, draftId, request.body.revision)
        const plan = await planOf(tx, parts, draft, request.body.rule)
        if (plan.objections.length > 0) throw new DraftNotReady(plan.objections)
        const versionId = await published(tx, draft, plan, madeBy(request, parts))
        await deleteDraft(tx, draftId)
        return { versionId, plan }
      })
      parts.tell()
      const { validFrom, customers, holdsFrom } = viewOf(done.plan, request.body)
      return reply.code(201).send({ versionId: done.versionId, validFrom, customers, holdsFrom })
    })
  }
}
