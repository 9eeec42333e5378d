import { useAnswer, useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { PastImports } from '../../shared/table-import/past-imports.tsx'
import { REFRESHES } from './book-imports.ts'
import { importTexts } from './import-texts.ts'

/** Contacts that were imported, and the way back. */
export function PastBookImports({ bookId }: { readonly bookId: string }) {
  const texts = useTexts(importTexts)
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /phone-books/{bookId}/imports', [{ path: { bookId } }])
  const undo = useChange('POST /phone-books/{bookId}/imports/{importId}/undo', { refreshes: REFRESHES })
  const takeBack = async (importId: string): Promise<void> => {
    try {
      const { undone, left } = await undo.mutateAsync([{ path: { bookId, importId } }])
      done(texts.undone(undone, left))
    } catch (error) {
      failed(error)
    }
  }
  return (
    <PastImports
      items={data?.items}
      counts={({ created, changed, skipped, failed: wrong }) => texts.counts(created, changed, skipped, wrong)}
      none={texts.none}
      takeBack={({ id }) => takeBack(id)}
      isBusy={undo.isPending}
    />
  )
}
