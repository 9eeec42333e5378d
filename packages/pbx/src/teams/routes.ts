import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  ofOwnExtension,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { changeMembership } from './membership.ts'
import { type TeamRules, teamSchemas } from './rules.ts'
import { deleteTeam, findTeam, insertTeam, listTeams, updateTeam } from './store.ts'

const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ teamId: z.uuid() })
const memberParams = z.object({ teamId: z.uuid(), extensionId: z.uuid() })

/** Teams of one kind: the same routes for ring groups and queues. */
export function teamRoutes(database: Database, rules: TeamRules): ApiRoutes {
  return (api) => {
    addReading(api, database, rules)
    addCreation(api, database, rules)
    addChanges(api, database, rules)
    addMembership(api, database, rules)
  }
}

function addReading(api: Api, database: Database, rules: TeamRules): void {
  const { path, title } = rules
  const { view } = teamSchemas(rules)
  const tags = [`${title}s`]
  const list = { tags, summary: `List ${title}s`, querystring: listQuery, response: { 200: pageOf(view) } }
  api.get(path, { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const teams = await inScope(database, principalOf(request), tenantId, (tx) => listTeams(tx, rules, limit + 1, after))
    return page(
      teams,
      limit,
      (team) => ({ ...team, members: [...team.members] }),
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: `Get a ${title}`, params, response: { 200: view } }
  api.get(`${path}/:teamId`, { schema: get }, async (request) => {
    const id = request.params.teamId
    const team = await inScope(database, principalOf(request), undefined, (tx) => findTeam(tx, rules, id))
    if (team === undefined) throw new NotFound(title, id)
    return { ...team, members: [...team.members] }
  })
}

function addCreation(api: Api, database: Database, rules: TeamRules): void {
  const { path, title } = rules
  const { view, created } = teamSchemas(rules)
  const schema = { tags: [`${title}s`], summary: `Create a ${title}`, body: created, response: { 201: view } }
  api.post(path, { schema }, async (request, reply) => {
    const { tenantId: named, ...team } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const stored = await database.withTenant(tenantId, (tx) => insertTeam(tx, rules, { ...team, tenantId }))
    return reply.code(201).send({ ...stored, members: [...stored.members] })
  })
}

function addChanges(api: Api, database: Database, rules: TeamRules): void {
  const { path, title } = rules
  const { view, change } = teamSchemas(rules)
  const tags = [`${title}s`]
  const patch = { tags, summary: `Change a ${title}`, params, body: change, response: { 200: view } }
  api.patch(`${path}/:teamId`, { schema: patch }, async (request) => {
    const id = request.params.teamId
    const { name, number, settings, members } = request.body
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await findTeam(tx, rules, id)
      if (before === undefined) return undefined
      const after = {
        ...{ id, tenantId: before.tenantId, name: name ?? before.name, number: number === undefined ? before.number : number },
        ...{ settings: settings ?? before.settings, members: members ?? before.members },
      }
      await updateTeam(tx, after, members !== undefined)
      return after
    })
    if (changed === undefined) throw new NotFound(title, id)
    return { ...changed, members: [...changed.members] }
  })
  const remove = { tags, summary: `Delete a ${title}`, params, response: { 204: z.null() } }
  api.delete(`${path}/:teamId`, { schema: remove }, async (request, reply) => {
    const id = request.params.teamId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteTeam(tx, rules, id)))) throw new NotFound(title, id)
    return reply.code(204).send(null)
  })
}

function addMembership(api: Api, database: Database, rules: TeamRules): void {
  const { path, title, kind } = rules
  const { member, membership } = teamSchemas(rules)
  const summary = `Sign a member in or out, or pause it`
  const schema = { tags: [`${title}s`], summary, params: memberParams, body: membership, response: { 200: member } }
  api.patch(`${path}/:teamId/members/:extensionId`, { config: ofOwnExtension, schema }, async (request) => {
    const { teamId, extensionId } = request.params
    const team = await inScope(database, principalOf(request), undefined, async (tx) => {
      await changeMembership(tx, { kind, extensionId, team: { id: teamId } }, request.body)
      return findTeam(tx, rules, teamId)
    })
    const changed = team?.members.find((each) => each.extensionId === extensionId)
    if (changed === undefined) throw new NotFound('member', extensionId)
    return { ...changed }
  })
}
