import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { useNotices } from '../../shared/notices.tsx'
import type { Line } from './line.ts'

type Lines = Answer<'GET /counselling-lines'>

/**
 * Replaces the list as it was read, so that nobody's change is overwritten unseen; the notice afterwards has a button that puts the list of before back.
 * Throws `Problem`.
 */
export function useReplaceLines(read: Lines): (entries: readonly Line[], said: string) => Promise<void> {
  const { done } = useNotices()
  const replace = useChange('PATCH /counselling-lines', { refreshes: ['/counselling-lines'] })
  const put = (entries: readonly Line[], over: Lines): Promise<Lines> =>
    replace.mutateAsync([{ body: { entries: [...entries] }, ifMatch: versionOf(over) }])
  return async (entries, said) => {
    const saved = await put(entries, read)
    done(said, () => put(read.entries, saved))
  }
}
