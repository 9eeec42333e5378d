import { useQueryClient } from '@tanstack/react-query'
import type { Problem } from '../../api/problem.ts'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { conflictTexts } from './conflict-texts.ts'

/** For what was not deleted because somebody has changed it meanwhile: says who, and shows what is there now. */
export function useChangedMeanwhile(): (problem: Problem) => Promise<void> {
  const texts = useTexts(conflictTexts)
  const format = useFormat()
  const { warn } = useNotices()
  const queries = useQueryClient()
  return async ({ changed }) => {
    const who = changed === undefined ? texts.changedBySomebody : texts.changedBy(changed.by, format.when(changed.at))
    warn(texts.changedMeanwhile, `${who} ${texts.notDeleted}`)
    await queries.invalidateQueries()
  }
}
