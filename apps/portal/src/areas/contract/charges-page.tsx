import { Skeleton, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { contractTexts } from './texts.ts'

const MONTH = /^\d{4}-\d{2}$/

/** What a contract costs on the invoice of a month, line by line. */
export function ChargesPage({ contractId }: { readonly contractId: string }) {
  const texts = useTexts(contractTexts)
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7))
  return (
    <Page title={texts.charges} about={texts.chargesAbout}>
      <Stack>
        <TextInput type="month" label={texts.month} value={month} onChange={(event) => setMonth(event.currentTarget.value)} maw={240} />
        {MONTH.test(month) ? <Charges contractId={contractId} month={month} /> : null}
      </Stack>
    </Page>
  )
}

function Charges({ contractId, month }: { readonly contractId: string; readonly month: string }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { money, day } = useMoney()
  const { data, error, refetch } = useAnswer('GET /contracts/{contractId}/charges', [{ path: { contractId }, query: { month } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={160} />
  if (data.items.length === 0) return <Text>{texts.noCharges}</Text>
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.charges } }}>
      <Table aria-label={texts.charges}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.item}</Table.Th>
            <Table.Th>{texts.days}</Table.Th>
            <Table.Th>{texts.counted}</Table.Th>
            <Table.Th ta="right">{texts.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.items.map(({ id, title, from, until, counted, amount }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {title[language]}
              </Table.Th>
              <Table.Td>{from === until ? day(from) : `${day(from)} – ${day(until)}`}</Table.Td>
              <Table.Td>{counted[language]}</Table.Td>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={3}>
              {texts.total}
            </Table.Th>
            <Table.Th ta="right">{money(data.total)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
