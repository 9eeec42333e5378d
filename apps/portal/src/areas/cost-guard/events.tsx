import { List, Skeleton, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { guardTexts } from './texts.ts'

/** The newest ones; the rest the API has. */
const SHOWN = 20

/** What the guard has told. */
export function Events() {
  const texts = useTexts(guardTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /cost-guard/events', [{ query: { ...useCustomer(), limit: SHOWN } }])
  return (
    <Section title={texts.events} about={texts.eventsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noEvents}</Text> : null}
      <List spacing="xs">
        {data?.items.map(({ id, at, words }) => (
          <List.Item key={id}>
            {format.dateTime(at)}: {words[language]}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
