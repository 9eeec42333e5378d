import { Skeleton, Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { rerunCustomerTexts, rerunTexts } from './rerun-texts.ts'
import { costTexts } from './texts.ts'

type Differences = Answer<'GET /rerating-runs/{runId}/customers/{tenantId}'>['differences']

/** What a run that rates anew has found of one customer: the first calls that would cost something else. */
export function RerunCustomerPage({ runId, tenantId }: { readonly runId: string; readonly tenantId: string }) {
  const texts = useTexts(rerunTexts)
  const states = useTexts(rerunCustomerTexts)
  const { number } = useFormat()
  const { data, error, refetch } = useAnswer('GET /rerating-runs/{runId}/customers/{tenantId}', [{ path: { runId, tenantId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const { name, state, calls, invoiced, different, before, after, differences } = data
  return (
    <Page title={`${texts.anew}: ${name}`} about={states[state]}>
      <Section title={texts.found} about={texts.resultAbout(number(calls), number(invoiced))}>
        <Text size="sm">
          {different === 0 ? texts.nothingDifferent : texts.sums(number(different), number(Number(before)), number(Number(after)))}
        </Text>
        {differences.length === 0 ? null : <Calls differences={differences} />}
        {different > differences.length ? <Text size="sm">{texts.onlyFirst(number(differences.length))}</Text> : null}
      </Section>
    </Page>
  )
}

function Calls({ differences }: { readonly differences: Differences }) {
  const texts = useTexts(rerunTexts)
  const words = useTexts(costTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const shown = ({ price, outcome }: Differences[number]['before']): string =>
    price === null ? words[outcome] : moneyText(price, language)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.ended}</Table.Th>
          <Table.Th>{words.called}</Table.Th>
          <Table.Th ta="right">{texts.before}</Table.Th>
          <Table.Th ta="right">{texts.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ callId, call, before, after }) => (
          <Table.Tr key={callId}>
            <Table.Td>{call === null ? texts.gone : format.dateTime(call.endedAt)}</Table.Td>
            <Table.Td>{call?.called ?? ''}</Table.Td>
            <Table.Td ta="right">{shown(before)}</Table.Td>
            <Table.Td ta="right">{shown(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
