import { type Api, type Database, decodeCursor, NotFound, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { newRule, ruleChange, ruleView } from './rules.ts'
import { deleteRule, findRule, insertRule, listRules, replaceRule, type StoredRule } from './store.ts'

const tags = ['carriers']
const config = { access: 'operator' } as const
const params = z.object({ ruleId: z.uuid() })

/** Which carriers have the numbers that begin with a prefix. */
export function addRules(api: Api, database: Database): void {
  addReading(api, database)
  addChanges(api, database)
}

function view({ createdAt, ...rule }: StoredRule): z.infer<typeof ruleView> {
  return { ...rule, createdAt: createdAt.toISOString() }
}

function found<T>(rule: T | undefined, id: string): T {
  if (rule === undefined) throw new NotFound('carrier rule', id)
  return rule
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List rules for prefixes', querystring: z.strictObject(pageQuery), response: { 200: pageOf(ruleView) } }
  api.get('/carrier-rules', { config, schema: list }, async (request) => {
    const { limit, cursor } = request.query
    const rules = await database.withOperator((tx) => listRules(tx, limit + 1, decodeCursor(cursor, 1)?.[0]))
    return page(rules, limit, view, ({ prefix }) => [prefix])
  })
  const get = { tags, summary: 'Get a rule for a prefix', params, response: { 200: ruleView } }
  api.get('/carrier-rules/:ruleId', { config, schema: get }, async (request) => {
    const id = request.params.ruleId
    return view(found(await database.withOperator((tx) => findRule(tx, id)), id))
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Say which carriers have a prefix', body: newRule, response: { 201: ruleView } }
  api.post('/carrier-rules', { config, schema: create }, async (request, reply) =>
    reply.code(201).send(view(await database.withOperator((tx) => insertRule(tx, request.body)))),
  )
  const change = { tags, summary: 'Change a rule for a prefix', params, body: ruleChange, response: { 200: ruleView } }
  api.patch('/carrier-rules/:ruleId', { config, schema: change }, async (request) => {
    const id = request.params.ruleId
    const { prefix, effect, carrierIds, note } = request.body
    const changed = await database.withOperator(async (tx) => {
      const before = found(await findRule(tx, id), id)
      return replaceRule(tx, id, {
        ...{ prefix: prefix ?? before.prefix, effect: effect ?? before.effect, carrierIds: carrierIds ?? before.carrierIds },
        note: note === undefined ? before.note : note,
      })
    })
    return view(found(changed, id))
  })
  const remove = { tags, summary: 'Delete a rule for a prefix', params, response: { 204: z.null() } }
  api.delete('/carrier-rules/:ruleId', { config, schema: remove }, async (request, reply) => {
    const id = request.params.ruleId
    if (!(await database.withOperator((tx) => deleteRule(tx, id)))) throw new NotFound('carrier rule', id)
    return reply.code(204).send(null)
  })
}
