import { randomUUIDv7 } from 'node:crypto'
import { findTenant } from '@klinke/accounts'
import {
  type Api,
  checkedByHandler,
  type Database,
  decodeCursor,
  InvalidRequest,
  NotFound,
  page,
  pageOf,
  pageQuery,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { keepBook, type PhoneBook } from './book-store.ts'
import { assertRoom, deleteEntries, type Entry, findEntry, listEntries, writeEntries } from './entry-store.ts'
import { withBook } from './reach.ts'
import { type EntryFields, entryChange, keptNumber, newEntry } from './rules.ts'
import { entryView, tags, viewEntry } from './views.ts'

const listQuery = z.strictObject({
  ...pageQuery,
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Part of a name, company, mail address or number; Müller finds Mueller and Muller'),
  favourite: z.stringbool().optional(),
})
const bookParams = z.object({ bookId: z.uuid() })
const params = z.object({ bookId: z.uuid(), entryId: z.uuid() })
const config = checkedByHandler

/** Entries of a phone book. */
export function addEntries(api: Api, database: Database): void {
  const list = {
    tags,
    summary: 'List and search entries, by name',
    params: bookParams,
    querystring: listQuery,
    response: { 200: pageOf(entryView) },
  }
  api.get('/phone-books/:bookId/entries', { config, schema: list }, (request) =>
    withBook(database, request, request.params.bookId, 'read', async (tx, book) => {
      const { limit, cursor, search, favourite } = request.query
      const [sorted, id] = decodeCursor(cursor, 2) ?? []
      const after = sorted === undefined || id === undefined ? undefined : { sorted, id }
      const entries = await listEntries(tx, [book.id], { search, favourite, after, limit: limit + 1 })
      return page(entries, limit, viewEntry, (entry) => [entry.sorted, entry.id])
    }),
  )
  const get = { tags, summary: 'Get an entry', params, response: { 200: entryView } }
  api.get('/phone-books/:bookId/entries/:entryId', { config, schema: get }, (request) =>
    withBook(database, request, request.params.bookId, 'read', async (tx, book) =>
      viewEntry(await found(tx, book, request.params.entryId)),
    ),
  )
  addChanges(api, database)
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Add an entry', params: bookParams, body: newEntry, response: { 201: entryView } }
  api.post('/phone-books/:bookId/entries', { config, schema: create }, async (request, reply) => {
    const entry = await withBook(database, request, request.params.bookId, 'write', async (tx, book) => {
      const id = randomUUIDv7()
      const { fields, limits } = await checked(tx, book, request.body)
      await assertRoom(tx, book, 1, limits)
      await keepBook(tx, book)
      await writeEntries(tx, book, [{ id, fields }])
      return { id, bookId: book.id, ...fields }
    })
    return reply.code(201).send(viewEntry(entry))
  })
  const change = { tags, summary: 'Change an entry', params, body: entryChange, response: { 200: entryView } }
  api.patch('/phone-books/:bookId/entries/:entryId', { config, schema: change }, (request) =>
    withBook(database, request, request.params.bookId, 'write', async (tx, book) => {
      const before = await found(tx, book, request.params.entryId)
      const { name, company, email, notes, favourite, numbers } = request.body
      const { fields } = await checked(tx, book, {
        ...{ name: name ?? before.name, company: company ?? before.company, email: email ?? before.email },
        ...{ notes: notes ?? before.notes, favourite: favourite ?? before.favourite, numbers: numbers ?? before.numbers },
      })
      await writeEntries(tx, book, [{ id: before.id, fields }])
      return viewEntry({ id: before.id, bookId: book.id, ...fields })
    }),
  )
  const remove = { tags, summary: 'Delete an entry', params, response: { 204: z.null() } }
  api.delete('/phone-books/:bookId/entries/:entryId', { config, schema: remove }, async (request, reply) => {
    const { bookId, entryId } = request.params
    await withBook(database, request, bookId, 'write', async (tx, book) => {
      if ((await deleteEntries(tx, book.id, [entryId])) === 0) throw new NotFound('entry', entryId)
    })
    return reply.code(204).send(null)
  })
}

async function found(tx: Tx, book: PhoneBook, id: string): Promise<Entry> {
  const entry = await findEntry(tx, book.id, id)
  if (entry === undefined) throw new NotFound('entry', id)
  return entry
}

/** With its numbers as they are kept. Throws `InvalidRequest` for an entry without name, and for what is no number. */
async function checked(tx: Tx, book: PhoneBook, fields: EntryFields) {
  const tenant = await findTenant(tx, book.tenantId)
  if (fields.name === '' && fields.company === '')
    throw new InvalidRequest({ en: 'An entry needs a name or a company.', de: 'Ein Eintrag braucht einen Namen oder eine Firma.' }, [
      { pointer: '/name', detail: { en: 'name or company', de: 'Name oder Firma' } },
    ])
  const numbers = fields.numbers.map(({ kind, number: written }, index) => {
    const number = keptNumber(written, tenant?.areaCode ?? null)
    if (number !== undefined) return { kind, number }
    const detail = {
      en: 'must be a telephone number with its area code, such as 0221 1234 or +43 1 2345',
      de: 'muss eine Rufnummer mit Vorwahl sein, etwa 0221 1234 oder +43 1 2345',
    }
    throw new InvalidRequest({ en: `"${written}" is not a telephone number.`, de: `„${written}“ ist keine Rufnummer.` }, [
      { pointer: `/numbers/${index}/number`, detail },
    ])
  })
  return { fields: { ...fields, numbers }, limits: tenant?.profile ?? {} }
}
