import type { TestClient } from '@klinke/platform/test-support'
import { z } from 'zod'
import type { Operation } from './operations.ts'

type Item = Readonly<Record<string, unknown>>

/** Texts of an entry that people search for. */
const SEARCHED = ['name', 'number', 'e164', 'email', 'sipDomain', 'type', 'subject', 'addressOfRecord']

/** Lists that are read page by page. */
export function isPaged({ method, parameters }: Operation): boolean {
  return method === 'GET' && parameters.some(({ name }) => name === 'cursor')
}

export function isSearched({ parameters }: Operation): boolean {
  return parameters.some(({ name }) => name === 'q')
}

/** What is wrong with reading the list entry by entry, if something is: it must give each entry once, in the same order as at once. */
export async function wrongPaging(client: TestClient, url: string): Promise<string | undefined> {
  const all = await client('GET', withQuery(url, 'limit=200'))
  // Not for who asks, or about something that is not there.
  if (all.status !== 200) return all.status < 500 ? undefined : String(all.status)
  const apart: Item[] = []
  for (let cursor: unknown = '', left = MAX_PAGES; cursor !== null && left > 0; left--) {
    const { status, body } = await client('GET', withQuery(url, `limit=1${cursor === '' ? '' : `&cursor=${String(cursor)}`}`))
    if (status !== 200) return `a page answers ${status}: ${String(body.detail)}`
    apart.push(...(body.items ?? []))
    cursor = body.nextCursor
  }
  const expected = (all.body.items ?? []).slice(0, MAX_PAGES).map(keyOf)
  return apart.map(keyOf).join() === expected.join() ? undefined : `${expected.length} entries, but ${apart.length} page by page`
}

/** What the list can be sorted by. */
export function sortsOf({ parameters }: Operation): readonly string[] {
  const schema = parameters.find(({ name }) => name === 'sort')?.schema
  return z.object({ enum: z.array(z.string()) }).safeParse(schema).data?.enum ?? []
}

/** What is wrong with sorting the list, if something is: page by page it must be what it is at once, and turned round with `-`. */
export async function wrongSorting(client: TestClient, url: string, sorts: readonly string[]): Promise<string | undefined> {
  for (const sort of sorts) {
    const sorted = withQuery(url, `sort=${sort}`)
    const wrong = await wrongPaging(client, sorted)
    if (wrong !== undefined) return `sort=${sort}: ${wrong}`
    const { body: upwards } = await client('GET', withQuery(sorted, 'limit=200'))
    const { body: downwards } = await client('GET', withQuery(url, `limit=200&sort=${sort.startsWith('-') ? sort.slice(1) : `-${sort}`}`))
    if (upwards.items?.map(keyOf).join() !== downwards.items?.map(keyOf).reverse().join()) return `sort=${sort} is not turned round`
    const { body } = await client('GET', withQuery(sorted, 'limit=1'))
    const other = sorts.find((each) => each !== sort)
    const mixed = await client('GET', withQuery(url, `sort=${other}&cursor=${String(body.nextCursor)}`))
    if (typeof body.nextCursor === 'string' && mixed.status !== 400) return `a cursor of ${sort} is taken for ${other}`
  }
  return undefined
}

/** What is wrong with searching the list, if something is: it must find an entry by its own words, and nothing by words that nobody has written. */
export async function wrongSearch(client: TestClient, url: string): Promise<string | undefined> {
  const all = await client('GET', withQuery(url, 'limit=200'))
  if (all.status !== 200) return all.status < 500 ? undefined : String(all.status)
  const nothing = await client('GET', withQuery(url, 'q=nobody%20has%20written%20this'))
  if (nothing.status !== 200 || nothing.body.items?.length !== 0) return `nonsense finds ${nothing.status} ${nothing.body.items?.length}`
  const [item] = all.body.items ?? []
  const text =
    item === undefined ? undefined : SEARCHED.map((field) => item[field]).find((value) => typeof value === 'string' && value !== '')
  if (item === undefined || text === undefined) return undefined
  const found = await client('GET', withQuery(url, `limit=200&q=${encodeURIComponent(String(text).toUpperCase())}`))
  return found.body.items?.some((each) => keyOf(each) === keyOf(item)) ? undefined : `"${String(text)}" is not found`
}

/** A list of the test is not longer, but for logs. */
const MAX_PAGES = 30

function keyOf(item: Item): string {
  return String(item.id ?? item.e164 ?? item.extensionId ?? item.feature ?? JSON.stringify(item))
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}
