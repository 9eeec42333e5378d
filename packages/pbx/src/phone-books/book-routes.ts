import {
  type Api,
  checkedByHandler,
  type Database,
  decodeCursor,
  InvalidRequest,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  seenByAll,
} from '@klinke/platform'
import { z } from 'zod'
import { findNameCallers, insertBook, listBooks, renameBook, saveNameCallers } from './book-store.ts'
import { discardBook, restoreBook } from './discarded-books.ts'
import { withBook } from './reach.ts'
import { bookChange, newBook, phoneBookSettings } from './rules.ts'
import { bookView, tags, viewBook } from './views.ts'

const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ bookId: z.uuid() })
const config = checkedByHandler

/** The company's phone books, and whether callers are named by them. */
export function addBooks(api: Api, database: Database): void {
  const list = { tags, summary: "List the company's phone books", querystring: listQuery, response: { 200: pageOf(bookView) } }
  api.get('/phone-books', { config: seenByAll, schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const books = await inScope(database, principalOf(request), tenantId, (tx) => listBooks(tx, limit + 1, after))
    return page(books, limit, viewBook, ({ id }) => [id])
  })
  const get = { tags, summary: "Get a phone book; an extension's own has the extension's id", params, response: { 200: bookView } }
  api.get('/phone-books/:bookId', { config, schema: get }, (request) =>
    withBook(database, request, request.params.bookId, 'read', (_tx, book) => Promise.resolve(viewBook(book))),
  )
  addChanges(api, database)
  addSettings(api, database)
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Create a phone book of the company', body: newBook, response: { 201: bookView } }
  api.post('/phone-books', { schema: create }, async (request, reply) => {
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const book = await database.withTenant(tenantId, (tx) => insertBook(tx, { tenantId, name: request.body.name }))
    return reply.code(201).send(viewBook(book))
  })
  const change = { tags, summary: 'Rename a phone book of the company', params, body: bookChange, response: { 200: bookView } }
  api.patch('/phone-books/:bookId', { schema: change }, (request) =>
    withBook(database, request, request.params.bookId, 'write', async (tx, book) => {
      if (book.extensionId !== null)
        throw new InvalidRequest({
          en: "An extension's own phone book has no name.",
          de: 'Das eigene Telefonbuch einer Nebenstelle hat keinen Namen.',
        })
      return viewBook(await renameBook(tx, book, request.body.name))
    }),
  )
  const remove = {
    tags,
    summary: 'Delete a phone book with all its entries; for an hour it can be restored',
    params,
    response: { 204: z.null() },
  }
  api.delete('/phone-books/:bookId', { schema: remove }, async (request, reply) => {
    await withBook(database, request, request.params.bookId, 'write', (tx, book) => discardBook(tx, book.id))
    return reply.code(204).send(null)
  })
  const restore = { tags, summary: 'Take the deletion of a phone book back', params, response: { 200: bookView } }
  api.post('/phone-books/:bookId/restore', { schema: restore }, async (request) => {
    const { bookId } = request.params
    const book = await inScope(database, principalOf(request), undefined, (tx) => restoreBook(tx, bookId))
    if (book === undefined) throw new NotFound('deleted phone book', bookId)
    return viewBook(book)
  })
}

function addSettings(api: Api, database: Database): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const get = { tags, summary: 'Get when callers are named', querystring, response: { 200: phoneBookSettings } }
  api.get('/phone-book-settings', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return { nameCallers: await database.withTenant(tenantId, (tx) => findNameCallers(tx, tenantId)) }
  })
  const change = {
    tags,
    summary: 'Change when callers are named',
    querystring,
    body: phoneBookSettings,
    response: { 200: phoneBookSettings },
  }
  api.patch('/phone-book-settings', { schema: change }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    await database.withTenant(tenantId, (tx) => saveNameCallers(tx, tenantId, request.body.nameCallers))
    return request.body
  })
}
