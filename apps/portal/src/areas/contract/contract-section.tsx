import { Group, List, Table, Text } from '@mantine/core'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { ContractActions } from './contract-actions.tsx'
import { contractTexts } from './texts.ts'

export type Contract = Entry<'GET /contracts'>
type Item = Contract['items'][number]

/** One contract: its dates, what is in it, and what happened to it. */
export function ContractSection({ contract, isOperator }: { readonly contract: Contract; readonly isOperator: boolean }) {
  const { language } = useLanguage()
  return (
    <Section title={contract.title[language]}>
      <Dates contract={contract} />
      <Items items={contract.items} />
      {isOperator ? <ContractActions contract={contract} /> : null}
      <History contractId={contract.id} />
    </Section>
  )
}

function Dates({ contract: { begins, term, cancellation, earliestEnd, newPrices } }: { readonly contract: Contract }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const earliest = texts.earliest(day(earliestEnd.until), day(earliestEnd.noticeBy), earliestEnd.layer[language])
  const lines = [
    `${texts.begins}: ${day(begins)}`,
    `${texts.term}: ${term === null ? texts.noTerm : texts.termUntil(String(term.months), day(term.ends))}`,
    `${texts.end}: ${cancellation === null ? earliest : texts.cancelledFor(day(cancellation.until))}`,
    ...newPrices.map(({ from }) => texts.newPrices(day(from))),
  ]
  return (
    <List size="sm" listStyleType="none">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  )
}

function Items({ items }: { readonly items: readonly Item[] }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.item } }}>
      <Table aria-label={texts.item}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.item}</Table.Th>
            <Table.Th>{texts.quantity}</Table.Th>
            <Table.Th>{texts.price}</Table.Th>
            <Table.Th>{texts.itemEnd}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Th scope="row" fw={500}>
                {item.title[language]}
              </Table.Th>
              <Quantity item={item} />
              <PriceAndEnd item={item} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Quantity({ item: { quantity, quantities, follows, quantityFrom } }: { readonly item: Item }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const today = new Date().toISOString().slice(0, 10)
  const planned = quantities.filter(({ from }) => from > today)
  return (
    <Table.Td>
      {follows === null ? quantity : texts.forAll(follows[language])}
      {quantityFrom === 'use' ? <Text size="sm">{texts.countedByUse}</Text> : null}
      {planned.map(({ from, quantity: later }) => (
        <Text key={from} size="sm">
          {texts.plannedFrom(String(later), day(from))}
        </Text>
      ))}
    </Table.Td>
  )
}

function PriceAndEnd({ item: { price, earliestEnd } }: { readonly item: Item }) {
  const { money, day } = useMoney()
  return (
    <>
      <Table.Td>{price === null ? '–' : money(price)}</Table.Td>
      <Table.Td>{earliestEnd === null ? '–' : day(earliestEnd.until)}</Table.Td>
    </>
  )
}

function History({ contractId }: { readonly contractId: string }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const { data } = useAnswer('GET /contracts/{contractId}/events', [{ path: { contractId } }])
  if (data === undefined) return null
  return (
    <>
      <Text size="sm" fw={600}>
        {texts.history}
      </Text>
      <List size="sm">
        {data.items.map(({ id, text, recordedAt, recordedBy }) => (
          <List.Item key={id}>
            <Group gap="xs">
              {text[language]}
              <Text span size="xs">
                {texts.by(format.dateTime(recordedAt), recordedBy)}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
    </>
  )
}
