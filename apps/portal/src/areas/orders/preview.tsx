import { Alert, List, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answer, Body } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { PriceTables } from './price-table.tsx'
import { orderTexts } from './texts.ts'

export type OrderBody = Body<'POST /orders'>
type Preview = Answer<'POST /orders/preview'>

/** What an order would cost and what is wrong with it, asked anew with each change of it. */
export function usePreview(body: OrderBody | undefined): Preview | undefined {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['POST /orders/preview', body],
    queryFn: () => (body === undefined ? Promise.reject(new Error('Nothing is ordered.')) : api('POST /orders/preview', { body })),
    enabled: body !== undefined,
    retry: false,
    placeholderData: (before) => before,
  })
  return body === undefined ? undefined : data
}

/** Whether it can be ordered, and why not. */
export function Faults({ preview: { faults } }: { readonly preview: Preview }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  if (faults.length === 0) return <Text role="status">{texts.fine}</Text>
  return (
    <Alert color="red" title={texts.faults} role="status">
      <List size="sm">
        {faults.map(({ pointer, text }) => (
          <List.Item key={`${pointer} ${text.en}`}>{text[language]}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

/** Price and faults together. */
export function PreviewOf({ preview }: { readonly preview: Preview }) {
  const texts = useTexts(orderTexts)
  const { money } = useMoney()
  const { monthlySum, monthlySumBefore } = preview
  return (
    <Stack>
      {monthlySumBefore === null ? null : <Text>{texts.monthlyNow(money(monthlySum), money(monthlySumBefore))}</Text>}
      <PriceTables price={preview} />
      <Faults preview={preview} />
    </Stack>
  )
}
