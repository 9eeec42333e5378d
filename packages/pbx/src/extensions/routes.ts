import { findTenant, userPackage as userPackageSchema } from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  inScope,
  NotFound,
  ofOwnExtension,
  owningTenant,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
  sortedPage,
  sortingOf,
  sortQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { changeExtension, createExtension, type ExtensionWithPassword, regenerateSipAccount } from './create-extension.ts'
import { extensionChange, newExtension } from './rules.ts'
import { countByPackage, deleteExtension, EXTENSION_SORTS, findExtension, listExtensions, type StoredExtension } from './store.ts'

const extensionView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  number: z.string(),
  name: z.string(),
  sipUsername: z.string(),
  outgoingNumber: z.string().nullable(),
  siteId: z.uuid().nullable().describe('Where its phones stand; null: at the main site'),
  userPackage: z.string().nullable().describe('Its package (GET /user-packages); null: the product has none'),
  createdAt: z.iso.datetime(),
})
const withPassword = extensionView.extend({ sipPassword: z.string().describe('Shown this once; it cannot be read again') })
const listQuery = z.strictObject({ ...pageQuery, ...sortQuery(EXTENSION_SORTS, 'number'), ...searchQuery, tenantId: z.uuid().optional() })
const params = z.object({ extensionId: z.uuid() })
const tags = ['extensions']

function view({ ha1: _, createdAt, ...shown }: StoredExtension): z.infer<typeof extensionView> {
  return { ...shown, createdAt: createdAt.toISOString() }
}

function viewWithPassword({ extension, account }: ExtensionWithPassword): z.infer<typeof withPassword> {
  return { ...view(extension), sipPassword: account.password }
}

function found<T>(extension: T | undefined, id: string): T {
  if (extension === undefined) throw new NotFound('extension', id)
  return extension
}

/** Extensions with their SIP accounts: for the operator and for the tenant itself. */
export function extensionRoutes(database: Database, random: Random): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addCreation(api, database, random)
    addChanges(api, database)
    addPackages(api, database)
  }
}

function addReading(api: Api, database: Database): void {
  api.get(
    '/extensions',
    { schema: { tags, summary: 'List extensions', querystring: listQuery, response: { 200: pageOf(extensionView) } } },
    async (request) => {
      const { limit, cursor, sort, tenantId, q } = request.query
      const sorting = sortingOf(sort, cursor)
      const extensions = await inScope(database, principalOf(request), tenantId, (tx) =>
        listExtensions(tx, { limit: limit + 1, sorting, q }),
      )
      return sortedPage(extensions, limit, view, sort, ({ id, ...extension }) => ({ id, value: extension[sorting.key] }))
    },
  )
  api.get(
    '/extensions/:extensionId',
    { config: ofOwnExtension, schema: { tags, summary: 'Get an extension', params, response: { 200: extensionView } } },
    async (request) => {
      const id = request.params.extensionId
      return view(found(await inScope(database, principalOf(request), undefined, (tx) => findExtension(tx, id)), id))
    },
  )
}

function addCreation(api: Api, database: Database, random: Random): void {
  api.post(
    '/extensions',
    { schema: { tags, summary: 'Create an extension with a SIP account', body: newExtension, response: { 201: withPassword } } },
    async (request, reply) => {
      const { tenantId: named, number, name, outgoingNumber, siteId, userPackage } = request.body
      const tenantId = owningTenant(principalOf(request), named)
      const fields = { number, name, outgoingNumber: outgoingNumber ?? null, siteId: siteId ?? null, userPackage: userPackage ?? null }
      const created = await database.withTenant(tenantId, (tx) => createExtension(tx, tenantId, fields, random))
      return reply.code(201).send(viewWithPassword(created))
    },
  )
  api.post(
    '/extensions/:extensionId/sip-account',
    {
      config: ofOwnExtension,
      schema: { tags, summary: 'Replace the SIP user name and password', params, response: { 200: withPassword } },
    },
    async (request) => {
      const id = request.params.extensionId
      return viewWithPassword(
        found(await inScope(database, principalOf(request), undefined, (tx) => regenerateSipAccount(tx, id, random)), id),
      )
    },
  )
}

function addChanges(api: Api, database: Database): void {
  api.patch(
    '/extensions/:extensionId',
    { schema: { tags, summary: 'Change an extension', params, body: extensionChange, response: { 200: extensionView } } },
    async (request) => {
      const id = request.params.extensionId
      const { number, name, outgoingNumber, siteId, userPackage } = request.body
      const change = {
        ...(number === undefined ? {} : { number }),
        ...(name === undefined ? {} : { name }),
        ...(outgoingNumber === undefined ? {} : { outgoingNumber }),
        ...(siteId === undefined ? {} : { siteId }),
        ...(userPackage === undefined ? {} : { userPackage }),
      }
      return view(found(await inScope(database, principalOf(request), undefined, (tx) => changeExtension(tx, id, change)), id))
    },
  )
  api.delete(
    '/extensions/:extensionId',
    { schema: { tags, summary: 'Delete an extension', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const id = request.params.extensionId
      const deleted = await inScope(database, principalOf(request), undefined, (tx) => deleteExtension(tx, id))
      if (!deleted) throw new NotFound('extension', id)
      return reply.code(204).send(null)
    },
  )
}

const packageView = userPackageSchema.extend({ extensions: z.int().describe('That have it now') })
const packageQuery = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })

function addPackages(api: Api, database: Database): void {
  const schema = {
    ...{ tags, summary: 'List the user packages of a customer, with how many extensions have each' },
    ...{ querystring: packageQuery, response: { 200: z.object({ items: z.array(packageView) }) } },
  }
  api.get('/user-packages', { schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, async (tx) => {
      const tenant = await findTenant(tx, tenantId)
      if (tenant === undefined) throw new NotFound('tenant', tenantId)
      const have = await countByPackage(tx)
      return { items: (tenant.profile.userPackages ?? []).map((each) => ({ ...each, extensions: have.get(each.id) ?? 0 })) }
    })
  })
}
