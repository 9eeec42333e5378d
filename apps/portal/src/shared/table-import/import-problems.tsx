import { Fieldset, Table, Text } from '@mantine/core'
import { useLanguage, useTexts } from '../language.tsx'
import type { ImportReport } from './import-source.ts'
import { importTexts } from './import-texts.ts'

/** As many as the server tells. */
const MOST = 200

/** Rows that are left out, each with what to do about it. */
export function ImportProblems({ problems, isDone = false }: Pick<ImportReport, 'problems'> & { readonly isDone?: boolean }) {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  if (problems.length === 0) return null
  const rows = problems.map(({ row, value, text }) => [String(row), value, text[language]])
  const title = isDone ? texts.problemsDone : texts.problems
  return (
    <Fieldset legend={title}>
      <Text size="sm">{texts.problemsHint}</Text>
      <Table.ScrollContainer minWidth={320} type="native" tabIndex={0} role="region" aria-label={title} mah={360}>
        <Table data={{ head: [texts.row, texts.value, texts.what], body: rows }} />
      </Table.ScrollContainer>
      {problems.length < MOST ? null : <Text size="sm">{texts.moreProblems(problems.length)}</Text>}
    </Fieldset>
  )
}
