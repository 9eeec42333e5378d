import { Table } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { orderTexts } from './texts.ts'

export type Price = NonNullable<Answer<'GET /orders/{orderId}'>['price']>

/** What an order costs, each month and once. */
export function PriceTables({ price: { monthly, monthlySum, once, onceSum } }: { readonly price: Price }) {
  const texts = useTexts(orderTexts)
  return (
    <>
      <PriceTable title={texts.monthly} lines={monthly} sum={monthlySum} />
      {once.length === 0 ? null : <PriceTable title={texts.once} lines={once} sum={onceSum} />}
    </>
  )
}

function PriceTable({
  title,
  lines,
  sum,
}: {
  readonly title: string
  readonly lines: Price['monthly']
  readonly sum: Price['monthlySum']
}) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { money } = useMoney()
  return (
    <Table.ScrollContainer minWidth={280} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': title } }}>
      <Table captionSide="top" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th ta="right">{texts.quantity}</Table.Th>
            <Table.Th ta="right">{texts.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ id, title: name, quantity, amount }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {name[language]}
              </Table.Th>
              <Table.Td ta="right">{quantity}</Table.Td>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={2}>
              {texts.sum}
            </Table.Th>
            <Table.Th ta="right">{money(sum)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
