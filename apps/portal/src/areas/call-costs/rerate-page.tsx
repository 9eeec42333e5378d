import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { moneyText } from '../invoices/money.ts'
import { isMonth, lastMonth } from './month.ts'
import { costTexts } from './texts.ts'

type Found = Answer<'POST /rated-calls/rerate'>
type Difference = Found['differences'][number]

/** Rates a month anew: says what would be different, and keeps it only when somebody says so. */
export function ReratePage() {
  const texts = useTexts(costTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const { tenantId = '' } = useCustomer()
  const rerate = useChange('POST /rated-calls/rerate', { refreshes: ['/rated-calls'] })
  const [found, setFound] = useState<Found & { readonly month: string }>()
  const form = useForm({
    initialValues: { month: lastMonth(new Date()) },
    validate: { month: (month) => (isMonth(month) ? null : texts.monthWrong) },
  })
  const submit = useSubmit(form, async ({ month }) => {
    setFound({ ...(await rerate.mutateAsync([{ body: { tenantId, month } }])), month })
  })
  const keep = async ({ month, different }: Found & { readonly month: string }): Promise<void> => {
    if (!(await confirm({ title: texts.keepTitle, consequence: texts.keepConsequence(different), act: texts.keep }))) return
    await rerate.mutateAsync([{ body: { tenantId, month, apply: true } }]).then(() => {
      setFound(undefined)
      done(texts.kept)
    }, failed)
  }
  return (
    <Page title={texts.anew} about={texts.anewAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Group align="flex-end">
          <TextInput label={texts.month} description={texts.monthHint} required {...form.getInputProps('month')} />
          <Button type="submit" loading={submit.isBusy}>
            {texts.ask}
          </Button>
        </Group>
      </form>
      {found === undefined ? null : <Result found={found} keep={() => void keep(found)} />}
    </Page>
  )
}

function Result({ found, keep }: { readonly found: Found; readonly keep: () => void }) {
  const texts = useTexts(costTexts)
  const { calls, invoiced, before, after, different, differences } = found
  return (
    <Section title={texts.result} about={texts.resultAbout(calls, invoiced)}>
      <Text size="sm">{different === 0 ? texts.nothingDifferent : texts.sums(before, after)}</Text>
      {different === 0 ? null : (
        <Stack>
          <Differences differences={differences} />
          <Group>
            <Button onClick={keep}>{texts.keep}</Button>
          </Group>
        </Stack>
      )}
    </Section>
  )
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const texts = useTexts(costTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const shown = ({ price, outcome }: Pick<Difference, 'price' | 'outcome'>): string =>
    price === null ? texts[outcome] : moneyText(price, language)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.ended}</Table.Th>
          <Table.Th>{texts.called}</Table.Th>
          <Table.Th ta="right">{texts.before}</Table.Th>
          <Table.Th ta="right">{texts.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((difference) => (
          <Table.Tr key={difference.call.id}>
            <Table.Td>{format.dateTime(difference.call.endedAt)}</Table.Td>
            <Table.Td>{difference.call.called}</Table.Td>
            <Table.Td ta="right">{shown(difference.call)}</Table.Td>
            <Table.Td ta="right">{shown(difference)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
