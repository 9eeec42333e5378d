import { type Database, type FastifyRequest, Forbidden, inScope, isOwn, NotFound, principalOf, type Tx } from '@klinke/platform'
import { findBook, type PhoneBook } from './book-store.ts'

/** Reading, or writing, too. */
export type Intent = 'read' | 'write'

/**
 * Runs `work` with a phone book that whoever asks may read or write: users write their own and read the company's. Throws `NotFound`, also for
 * another extension's, and `Forbidden`.
 */
export function withBook<T>(
  database: Database,
  request: FastifyRequest,
  bookId: string,
  intent: Intent,
  work: (tx: Tx, book: PhoneBook) => Promise<T>,
): Promise<T> {
  const principal = principalOf(request)
  return inScope(database, principal, undefined, async (tx) => {
    const book = await findBook(tx, bookId)
    if (book === undefined || (book.extensionId !== null && !isOwn(request, book.extensionId))) throw new NotFound('phone book', bookId)
    if (principal.kind === 'user' && book.extensionId === null && intent === 'write') throw new Forbidden('phone-books')
    return work(tx, book)
  })
}
