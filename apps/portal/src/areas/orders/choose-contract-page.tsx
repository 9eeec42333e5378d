import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { orderTexts } from './texts.ts'

const SHOWN = 50

/** Which contract is to change; usually there is one. */
export function ChooseContractPage() {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /contracts', [{ query: { limit: SHOWN } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Page title={texts.change} about={texts.chooseContract}>
      {data === undefined ? <Skeleton height={120} /> : null}
      {data?.items.length === 0 ? <Text>{texts.noContracts}</Text> : null}
      <Stack maw={480} align="flex-start">
        {data?.items.map(({ id, title, begins }) => (
          <Group key={id}>
            <Button component={Link} href={`/change/${id}`} variant="default">
              {`${title[language]} (${begins})`}
            </Button>
            <Button component={Link} href={`/move/${id}`} variant="default" aria-label={texts.moveOf(title[language])}>
              {texts.moveTitle}
            </Button>
          </Group>
        ))}
      </Stack>
    </Page>
  )
}
