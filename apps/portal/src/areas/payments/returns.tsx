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
  const { data: items } = useAnswer('GET /open-items', [{ query: {} }])
  const numbers = new Map(items?.items.map(({ id, number }) => [id, number]))
  return (
    <Section title={texts.returns} about={texts.returnsAbout}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noReturns}</Text> : null}
      <List size="sm">
        {data?.items.toReversed().map(({ id, itemId, amount, returnedOn, dueOn, reason }) => (
          <List.Item key={id}>
            {texts.returnLine(numbers.get(itemId) ?? '', format.money(amount), format.date(returnedOn ?? dueOn), reason ?? '')}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
