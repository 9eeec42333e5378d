import { Skeleton, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { ChoiceSection } from './choice-section.tsx'
import { DeclarationSection } from './declaration-section.tsx'
import { choiceTexts } from './texts.ts'

export type BillSettings = Answer<'GET /itemised-bill-settings'>

/** What itemised bills look like from the next month on, and what is declared for that. */
export function SettingsPage() {
  const texts = useTexts(choiceTexts)
  const { data, error, refetch } = useAnswer('GET /itemised-bill-settings', [{ query: useCustomer() }])
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data === undefined ? null : (
        <>
          <ChoiceSection settings={data} />
          <DeclarationSection settings={data} />
          <Text size="sm">{texts.gone(data.deletedAfterMonths)}</Text>
        </>
      )}
    </Page>
  )
}
