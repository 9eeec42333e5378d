import { List, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { paymentTexts } from './texts.ts'

/** Debits that came back. */
export function Returns() {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  const { data } = useAnswer('GET /direct-debits', [{ query: { state: 'returned' } }])
  return (
    <Section title={texts.returns} about={texts.returnsAbout}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noReturns}</Text> : null}
      <List size="sm">
        {data?.items.map(({ id, itemNumber, amount, returnedOn, dueOn, reason }) => (
          <List.Item key={id}>
            {texts.returnLine(itemNumber, format.money(amount), format.date(returnedOn ?? dueOn), reason ?? '')}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
