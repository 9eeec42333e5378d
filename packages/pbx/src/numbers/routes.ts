import {
  assignByRules,
  blockSize,
  deleteNumbers,
  e164,
  extensionNumber,
  germanDay,
  NUMBER_STATES,
  putNumberAt,
  rangeFacts,
} from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  InvalidRequest,
  inScope,
  NotFound,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
  sortedPage,
  sortingOf,
  sortQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { callDestination, faxDestination } from '../destinations/destination.ts'
import type { TrunkTakes } from '../slices/slice.ts'
import { findLeadingNumber, type LeadingNumber, leadFaxes, leadNumber, listLeadingNumbers, mapNumber } from './store.ts'

const numberView = z.object({
  e164: z.string(),
  tenantId: z.uuid(),
  block: z.object({ first: z.string(), size: z.int() }).nullable().describe('The block it belongs to; null for a single number'),
  siteId: z.uuid().nullable().describe('The site where it is; null: the main one'),
  state: z.enum(NUMBER_STATES).describe('Calls reach it while it is temporary, active or porting out'),
  destination: callDestination
    .nullable()
    .describe('Where calls to it are led, its own or that of its large block; null: they are answered 404'),
  fax: faxDestination.nullable().describe('Where a fax machine goes that is heard calling it; null: where everybody goes'),
  extensionNumber: z.string().nullable().describe('Number of the extension that it leads to, if it leads to one'),
  createdAt: z.iso.datetime(),
})
const siteId = z
  .uuid()
  .nullable()
  .describe('The site where it is, in whose Ortsnetz a geographic number must be; null: that of its block, else the main one')
const newNumbers = z.strictObject({
  tenantId: z.uuid(),
  first: e164.describe('The number, or the first one of a block'),
  size: blockSize.default(1).describe('1, or a block of 10, 100, 1,000 or 10,000'),
  ...rangeFacts,
  state: rangeFacts.state.default('active'),
  notes: rangeFacts.notes.optional(),
  ported: z.boolean().optional().describe('It comes from another provider'),
})
const numberChange = z.strictObject({
  destination: callDestination.nullish(),
  fax: faxDestination.nullish(),
  siteId: siteId.optional(),
  extensionNumber: extensionNumber.nullish().describe('Short for the destination that is the extension with this number'),
})
const listQuery = z.strictObject({
  ...pageQuery,
  ...sortQuery(['e164'], 'e164'),
  ...searchQuery,
  tenantId: z.uuid().optional(),
  extensionNumber: extensionNumber.optional(),
})
const params = z.object({ e164 })
const tags = ['numbers']

function view(number: LeadingNumber): z.infer<typeof numberView> {
  return { ...number, createdAt: number.createdAt.toISOString() }
}

/** Numbers: the operator assigns them, the tenant says where they lead. */
export function numberRoutes(database: Database, clock: Pick<Clock, 'epochMs'>, trunkTakes?: TrunkTakes): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addMapping(api, database, trunkTakes)
    addAssignment(api, database, clock)
  }
}

function addReading(api: Api, database: Database): void {
  api.get(
    '/numbers',
    { schema: { tags, summary: 'List numbers', querystring: listQuery, response: { 200: pageOf(numberView) } } },
    async (request) => {
      const { limit, cursor, sort, tenantId, extensionNumber, q } = request.query
      const filter = { limit: limit + 1, extensionNumber, q, sorting: sortingOf(sort, cursor) }
      const numbers = await inScope(database, principalOf(request), tenantId, (tx) => listLeadingNumbers(tx, filter))
      return sortedPage(numbers, limit, view, sort, ({ e164 }) => ({ value: e164, id: e164 }))
    },
  )
  api.get('/numbers/:e164', { schema: { tags, summary: 'Get a number', params, response: { 200: numberView } } }, async (request) => {
    const { e164 } = request.params
    const number = await inScope(database, principalOf(request), undefined, (tx) => findLeadingNumber(tx, e164))
    if (!number) throw new NotFound('number', e164)
    return view(number)
  })
}

function addMapping(api: Api, database: Database, trunkTakes: TrunkTakes | undefined): void {
  api.patch(
    '/numbers/:e164',
    { schema: { tags, summary: 'Lead a number to a destination', params, body: numberChange, response: { 200: numberView } } },
    async (request) => {
      const { e164 } = request.params
      const { destination, extensionNumber, fax, siteId } = request.body
      if (destination !== undefined && extensionNumber !== undefined)
        throw new InvalidRequest({ en: 'Say `destination` or `extensionNumber`.', de: 'Nennen Sie `destination` oder `extensionNumber`.' })
      if (destination === undefined && extensionNumber === undefined && fax === undefined && siteId === undefined)
        throw new InvalidRequest({
          en: 'Say `destination` or `extensionNumber`, or `fax`.',
          de: 'Nennen Sie `destination` oder `extensionNumber`, oder `fax`.',
        })
      const number = await inScope(database, principalOf(request), undefined, async (tx) => {
        if (fax !== undefined) await leadFaxes(tx, e164, fax)
        if (siteId !== undefined) await putNumberAt(tx, e164, siteId)
        if (destination !== undefined) {
          const led = await leadNumber(tx, e164, destination)
          if (led !== undefined && destination?.kind === 'trunk') await trunkTakes?.(tx, destination.targetId)
          return led
        }
        return extensionNumber === undefined ? findLeadingNumber(tx, e164) : mapNumber(tx, e164, extensionNumber)
      })
      if (!number) throw new NotFound('number', e164)
      return view(number)
    },
  )
}

function addAssignment(api: Api, database: Database, clock: Pick<Clock, 'epochMs'>): void {
  const config = { access: 'operator' } as const
  api.post(
    '/numbers',
    {
      config,
      schema: {
        tags,
        summary: 'Assign a number or a block',
        body: newNumbers,
        response: { 201: z.object({ items: z.array(numberView) }) },
      },
    },
    async (request, reply) => {
      const numbers = await database.withOperator((tx) => assignByRules(tx, request.body))
      return reply
        .code(201)
        .send({ items: numbers.map((number) => view({ ...number, destination: null, fax: null, extensionNumber: null })) })
    },
  )
  api.delete(
    '/numbers/:e164',
    { config, schema: { tags, summary: 'Take back a number, or a block by its first number', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const { e164 } = request.params
      if (!(await database.withOperator((tx) => deleteNumbers(tx, e164, germanDay(clock.epochMs()))))) throw new NotFound('number', e164)
      return reply.code(204).send(null)
    },
  )
}
