import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  makePaper,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  preferredLanguage,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { germanDay } from '../sites/address-history.ts'
import { type EntryForm, entryChange, entryFields, newEntry, OBJECTIONS, withoutObjected } from './entry.ts'
import { addExportRoutes } from './export-routes.ts'
import { toldListings } from './export-store.ts'
import { entryForm, type FormPurpose } from './form.ts'
import { changesBetween, type Held } from './listing.ts'
import { isEnded, shownListing } from './make-export.ts'
import { DirectoryNotOffered } from './problems.ts'
import { proposedEntry } from './proposal.ts'
import {
  changeEntry,
  deleteEntry,
  findEntry,
  insertEntry,
  insertObjection,
  listEntries,
  listObjections,
  type StoredEntry,
  writeEntry,
} from './store.ts'
import type { DirectoryTerms } from './terms.ts'

export interface DirectoryParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  /** What the customer's product says about entries. */
  readonly termsOf: (tenantId: string) => Promise<DirectoryTerms>
}

const tags = ['directory entries']
const params = z.object({ entryId: z.uuid() })

const entryView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), ...entryFields },
  publication: z
    .enum(['waiting', 'listed', 'hidden', 'ended'])
    .describe('waiting: for the number; hidden: nobody is to know of it, or its time is over; ended: the number is gone'),
  toTell: z.enum(['create', 'change', 'delete']).nullable().describe('What the next file tells the publisher; null: it knows all'),
})
const objectionView = z.object({ against: z.array(z.enum(OBJECTIONS)), remark: z.string(), by: z.string(), at: z.iso.datetime() })
const newObjection = z.strictObject({
  against: z.array(z.enum(OBJECTIONS)).min(1).max(OBJECTIONS.length),
  remark: z.string().trim().max(500).default('').describe('Such as the letter by which it came'),
})

/** Entries in telephone directories (ORD-04) and objections to them (PRI-03), for administrators; files for the publisher, for the operator. */
export function directoryRoutes(parts: DirectoryParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addForm(api, parts)
    addChanges(api, parts)
    addObjections(api, parts)
    addExportRoutes(api, parts)
  }
}

function addReading(api: Api, { database, clock, termsOf }: DirectoryParts): void {
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const list = { tags, summary: 'List directory entries', querystring, response: { 200: pageOf(entryView) } }
  api.get('/directory-entries', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const shown = await inScope(database, principalOf(request), tenantId, async (tx) =>
      views(tx, await listEntries(tx, { after, limit: limit + 1 }), clock.epochMs()),
    )
    return page(
      shown,
      limit,
      (entry) => entry,
      ({ id }) => [id],
    )
  })
  const proposal = {
    ...{ tags, summary: 'Propose a directory entry for a number, as the product has it' },
    querystring: z.strictObject({ tenantId: z.uuid().optional(), subscriberNumber: entryFields.subscriberNumber }),
    response: {
      200: z.object({
        ...entryFields,
        address: z.object({ street: z.string(), houseNumber: z.string(), postalCode: z.string(), city: z.string() }),
      }),
    },
  }
  api.get('/directory-entries/proposal', { schema: proposal }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const terms = await offered(termsOf, tenantId)
    return database.withTenant(tenantId, (tx) => proposedEntry(tx, tenantId, request.query.subscriberNumber, terms, clock.epochMs()))
  })
  const get = { tags, summary: 'Get a directory entry', params, response: { 200: entryView } }
  api.get('/directory-entries/:entryId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) =>
      view(tx, await findEntry(tx, request.params.entryId), clock.epochMs()),
    ),
  )
}

function addForm(api: Api, { database, clock }: DirectoryParts): void {
  const querystring = z.strictObject({ purpose: z.enum(['create', 'change', 'delete']).optional().describe('Absent: what is to be told') })
  const form = { tags, summary: 'Download the form of a directory entry as PDF', params, querystring, produces: ['application/pdf'] }
  api.get('/directory-entries/:entryId/form', { schema: form }, async (request, reply) => {
    const { entryId } = params.parse(request.params)
    const { purpose } = querystring.parse(request.query)
    const language = preferredLanguage(request.headers['accept-language'], 'de')
    const paper = await inScope(database, principalOf(request), undefined, async (tx) => {
      const entry = await findEntry(tx, entryId)
      const { toTell } = await view(tx, entry, clock.epochMs())
      const usual: FormPurpose = toTell ?? 'change'
      return entryForm(entry, purpose ?? usual, language)
    })
    const pdf = await makePaper({ ...paper, createdAt: new Date(clock.epochMs()) })
    reply.header('content-disposition', 'attachment; filename="telefonbucheintrag.pdf"')
    return reply.type('application/pdf').send(Buffer.from(pdf))
  })
}

function addChanges(api: Api, { database, clock, termsOf }: DirectoryParts): void {
  const create = { tags, summary: 'Create a directory entry', body: newEntry, response: { 201: entryView } }
  api.post('/directory-entries', { schema: create }, async (request, reply) => {
    const { tenantId: named, ...form } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    await offered(termsOf, tenantId)
    const made = await database.withTenant(tenantId, async (tx) => view(tx, await insertEntry(tx, tenantId, form), clock.epochMs()))
    return reply.code(201).send(made)
  })
  const change = { tags, summary: 'Change a directory entry', params, body: entryChange, response: { 200: entryView } }
  api.patch('/directory-entries/:entryId', { schema: change }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const entry = await findEntry(tx, request.params.entryId, 'for change')
      const changed = await changeEntry(tx, entry, { ...formOf(entry), ...given(request.body) })
      return view(tx, changed, clock.epochMs())
    }),
  )
  const remove = {
    tags,
    summary: 'Delete a directory entry; the publisher hears of it by the next file',
    params,
    response: { 204: z.null() },
  }
  api.delete('/directory-entries/:entryId', { schema: remove }, async (request, reply) => {
    const { entryId } = request.params
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteEntry(tx, entryId))))
      throw new NotFound('directory entry', entryId)
    return reply.code(204).send(null)
  })
}

function addObjections(api: Api, { database, clock }: DirectoryParts): void {
  const list = {
    tags,
    summary: 'List objections to a directory entry',
    params,
    response: { 200: z.object({ items: z.array(objectionView) }) },
  }
  api.get('/directory-entries/:entryId/objections', { schema: list }, async (request) => {
    const made = await inScope(database, principalOf(request), undefined, async (tx) => {
      const { id } = await findEntry(tx, request.params.entryId)
      return listObjections(tx, id)
    })
    return { items: made.map(({ against, at, ...rest }) => ({ ...rest, against: [...against], at: at.toISOString() })) }
  })
  const object = {
    ...{ tags, summary: 'Object to parts of a directory entry; it holds from the next file on', params },
    ...{ body: newObjection, response: { 200: entryView } },
  }
  api.post('/directory-entries/:entryId/objections', { schema: object }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const entry = await findEntry(tx, request.params.entryId, 'for change')
      const { against, remark } = request.body
      const made = { against: [...new Set(against)], remark, by: holderOf(request).name, at: new Date(clock.epochMs()) }
      await insertObjection(tx, entry, made)
      await writeEntry(tx, entry.id, withoutObjected(formOf(entry), made.against))
      return view(tx, await findEntry(tx, entry.id), clock.epochMs())
    }),
  )
}

/** Throws `DirectoryNotOffered`. */
async function offered(termsOf: DirectoryParts['termsOf'], tenantId: string): Promise<DirectoryTerms> {
  const terms = await termsOf(tenantId)
  if (!terms.offered) throw new DirectoryNotOffered()
  return terms
}

type View = z.infer<typeof entryView>

async function view(tx: Tx, entry: StoredEntry, epochMs: number): Promise<View> {
  const [shown] = await views(tx, [entry], epochMs)
  if (shown === undefined) throw new NotFound('directory entry', entry.id)
  return shown
}

async function views(tx: Tx, entries: readonly StoredEntry[], epochMs: number): Promise<View[]> {
  const today = germanDay(epochMs)
  const told = await toldListings(
    tx,
    entries.map(({ id }) => id),
  )
  return entries.map((entry) => {
    const { id, tenantId, numberState } = entry
    const listing = shownListing(entry, today)
    const one = (held: Held | undefined): ReadonlyMap<string, Held> => new Map(held === undefined ? [] : [[id, held]])
    const [change] = changesBetween(one(told.get(id)), one(listing && { tenantId, listing }))
    const isWaiting = numberState === 'ordered' || numberState === 'porting-in' || numberState === 'temporary'
    const publication = isEnded(entry) ? 'ended' : isWaiting ? 'waiting' : listing === undefined ? 'hidden' : 'listed'
    return { id, tenantId, ...formOf(entry), publication, toTell: change?.kind ?? null }
  })
}

function formOf({ id: _id, tenantId: _tenant, size: _size, numberState: _state, updatedAt: _at, ...form }: StoredEntry): EntryForm {
  return form
}

/** Without what the request does not name. */
function given(body: z.infer<typeof entryChange>): Partial<EntryForm> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}
