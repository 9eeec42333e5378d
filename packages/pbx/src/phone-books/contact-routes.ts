import {
  type Api,
  checkedByHandler,
  type Database,
  decodeCursor,
  isOwn,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import type { PbxDirectory } from '../snapshot.ts'
import { listBooks } from './book-store.ts'
import { listEntries } from './entry-store.ts'
import { contains, soughtIn } from './folding.ts'
import { entryView, tags, viewEntry } from './views.ts'

/** Colleagues shown with what else was found. */
const MAX_COLLEAGUES = 20

const querystring = z.strictObject({
  ...pageQuery,
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  search: z.string().trim().max(100).default('').describe('Part of a name, company, mail address or number'),
  extensionId: z.uuid().optional().describe("Also in this extension's own phone book; a user's own is meant by default"),
})
const colleague = z.object({ extensionId: z.uuid(), number: z.string(), name: z.string() })
const contacts = z.object({
  ...pageOf(entryView).shape,
  colleagues: z.array(colleague).describe('Extensions whose name or number is meant; on the first page, 20 at most'),
})

/** One search over colleagues, the company's phone books and one's own. */
export function addContacts(api: Api, database: Database, directory: PbxDirectory): void {
  const schema = { tags, summary: 'Search colleagues and phone books', querystring, response: { 200: contacts } }
  api.get('/contacts', { config: checkedByHandler, schema }, async (request) => {
    const principal = principalOf(request)
    const { limit, cursor, search, ...wanted } = request.query
    const tenantId = owningTenant(principal, wanted.tenantId)
    const extensionId = wanted.extensionId ?? (principal.kind === 'user' ? principal.extensionId : undefined)
    if (extensionId !== undefined && !isOwn(request, extensionId)) throw new NotFound('extension', extensionId)
    const [sorted, id] = decodeCursor(cursor, 2) ?? []
    const after = sorted === undefined || id === undefined ? undefined : { sorted, id }
    const entries = await database.withTenant(tenantId, async (tx) => {
      const books = [...(await listBooks(tx)).map((book) => book.id), ...(extensionId === undefined ? [] : [extensionId])]
      return listEntries(tx, books, { search, after, limit: limit + 1 })
    })
    const colleagues = after === undefined ? colleaguesIn(directory, tenantId, search) : []
    return { ...page(entries, limit, viewEntry, (entry) => [entry.sorted, entry.id]), colleagues }
  })
}

function colleaguesIn(directory: PbxDirectory, tenantId: string, search: string): z.infer<typeof colleague>[] {
  const sought = soughtIn(search)
  const found = [...(directory.tenant(tenantId)?.extensions.values() ?? [])].filter(
    ({ name, number }) => sought.length === 0 || number.includes(search) || contains(name, sought),
  )
  return found.slice(0, MAX_COLLEAGUES).map(({ id, number, name }) => ({ extensionId: id, number, name }))
}
