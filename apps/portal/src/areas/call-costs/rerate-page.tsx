import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { Problem } from '../../api/problem.ts'
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

type Answered = Answer<'POST /rated-calls/rerate'>
type Difference = Answered['differences'][number]

/** What an answer was about: a question, or what is kept already. */
interface Found extends Answered {
  readonly month: string
  readonly isKept: boolean
}

/** Rates a month anew: says what would be different, and keeps it only when somebody says so. */
export function ReratePage() {
  const texts = useTexts(costTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const { tenantId = '' } = useCustomer()
  const rerate = useChange('POST /rated-calls/rerate', { refreshes: ['/rated-calls'] })
  const [found, setFound] = useState<Found>()
  const [tooLarge, setTooLarge] = useState<string>()
  const form = useForm({
    initialValues: { month: lastMonth(new Date()) },
    validate: { month: (month) => (isMonth(month) ? null : texts.monthWrong) },
  })
  const submit = useSubmit(form, async ({ month }) => {
    setFound(undefined)
    setTooLarge(undefined)
    try {
      setFound({ ...(await rerate.mutateAsync([{ body: { tenantId, month } }])), month, isKept: false })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'too-many-to-rerate') throw error
      setTooLarge(month)
    }
  })
  const keep = async (month: string, question: { readonly title: string; readonly consequence: string; readonly act: string }) => {
    if (!(await confirm(question))) return
    await rerate.mutateAsync([{ body: { tenantId, month, apply: true } }]).then((answer) => {
      setTooLarge(undefined)
      setFound({ ...answer, month, isKept: true })
      done(texts.kept)
    }, failed)
  }
  const keepFound = ({ month, different }: Found): void =>
    void keep(month, { title: texts.keepTitle, consequence: texts.keepConsequence(different), act: texts.keep })
  const keepUnseen = (month: string): void =>
    void keep(month, { title: texts.keepUnseenTitle(month), consequence: texts.keepUnseenConsequence, act: texts.keepUnseen })
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
      {tooLarge === undefined ? null : <TooLarge isBusy={rerate.isPending} keep={() => keepUnseen(tooLarge)} />}
      {found === undefined ? null : <Result found={found} keep={() => keepFound(found)} />}
    </Page>
  )
}

/** More calls than the exchange compares beforehand: they are rated anew unseen, or not at all. */
function TooLarge({ isBusy, keep }: { readonly isBusy: boolean; readonly keep: () => void }) {
  const texts = useTexts(costTexts)
  return (
    <Section title={texts.tooMany} about={texts.tooManyAbout}>
      {isBusy ? (
        <Text size="sm" role="status">
          {texts.running}
        </Text>
      ) : null}
      <Group>
        <Button loading={isBusy} onClick={keep}>
          {texts.keepUnseen}
        </Button>
      </Group>
    </Section>
  )
}

function Result({ found, keep }: { readonly found: Found; readonly keep: () => void }) {
  const texts = useTexts(costTexts)
  const { calls, invoiced, before, after, different, differences, isKept } = found
  return (
    <Section title={isKept ? texts.resultKept : texts.result} about={texts.resultAbout(calls, invoiced)}>
      <Text size="sm">{different === 0 ? texts.nothingDifferent : texts.sums(before, after)}</Text>
      {different === 0 ? null : (
        <Stack>
          <Differences differences={differences} />
          {isKept ? null : (
            <Group>
              <Button onClick={keep}>{texts.keep}</Button>
            </Group>
          )}
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
