import { Skeleton } from '@mantine/core'
import { BookUser } from 'lucide-react'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useBooks } from './books.ts'
import { NewEntryPage } from './new-entry-page.tsx'
import { phoneBookTexts } from './texts.ts'

/** A caller of a list of calls becomes a contact: in the own phone book, or the company's first one. */
export function AddCallerPage() {
  const texts = useTexts(phoneBookTexts)
  const books = useBooks()
  if (books === undefined) return <Skeleton height={240} />
  const book = books.find(({ isMine }) => isMine)
  return book === undefined ? (
    <EmptyState icon={BookUser} title={texts.noBook} text={texts.noBookText} />
  ) : (
    <NewEntryPage bookId={book.id} />
  )
}
