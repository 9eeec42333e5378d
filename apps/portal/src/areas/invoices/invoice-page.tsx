import { Anchor, Button, Group, Skeleton, Stack, Table, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { dayText, moneyText, monthText } from './money.ts'
import { DecideObjection, TakeBack } from './operator-sections.tsx'
import { invoiceTexts } from './texts.ts'

type Invoice = Answer<'GET /invoices/{invoiceId}'>

/** One invoice: what stands on it, its files, objections to it. */
export function InvoicePage({ invoiceId }: { readonly invoiceId: string }) {
  const texts = useTexts(invoiceTexts)
  const { language } = useLanguage()
  const isOperator = useSession().kind === 'operator'
  const { data, error, refetch } = useAnswer('GET /invoices/{invoiceId}', [{ path: { invoiceId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const about = [
    monthText(data.periodFrom, language),
    texts[data.state],
    ...(data.corrects === null ? [] : [texts.corrects(data.corrects)]),
  ]
  return (
    <Page title={`${texts[data.kind]} ${data.number ?? texts.draft}`} about={about.join(' · ')}>
      <Stack>
        <Files invoice={data} />
        <Lines invoice={data} />
        {data.number === null ? null : <Objections invoice={data} />}
        {isOperator && data.number !== null && data.kind === 'invoice' && data.state !== 'credited' ? <TakeBack invoice={data} /> : null}
      </Stack>
    </Page>
  )
}

function Files({ invoice: { id, files, documents } }: { readonly invoice: Invoice }) {
  const texts = useTexts(invoiceTexts)
  return (
    <Section title={texts.download}>
      {documents === 'ready' ? (
        <Group>
          {files.map(({ kind }) => (
            <Anchor key={kind} href={downloadHref(`/invoices/${id}/documents/${kind}`, {})} download>
              {texts[kind]}
            </Anchor>
          ))}
        </Group>
      ) : (
        <Text size="sm">{texts[documents]}</Text>
      )}
    </Section>
  )
}

function Lines({ invoice }: { readonly invoice: Invoice }) {
  const texts = useTexts(invoiceTexts)
  const { language } = useLanguage()
  const { number } = useFormat()
  const { currency } = invoice.gross
  const money = (amount: string): string => moneyText({ amount, currency }, language)
  const lines = invoice.lines.map((line, index) => ({ ...line, key: String(index + 1) }))
  const sums = [
    { key: 'net', name: texts.net, amount: invoice.net.amount },
    ...invoice.vat.map(({ category, percent, tax }) => ({ key: `${category} ${percent}`, name: texts.vat(number(percent)), amount: tax })),
    { key: 'gross', name: texts.gross, amount: invoice.gross.amount },
    { key: 'open', name: texts.open, amount: invoice.open.amount },
  ]
  const hasCalls = invoice.number !== null && invoice.corrects === null && invoice.lines.some(({ basis }) => basis.source === 'calls')
  return (
    <Section title={texts.lines}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.text}</Table.Th>
            <Table.Th ta="right">{texts.quantity}</Table.Th>
            <Table.Th ta="right">{texts.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ key, text, quantity, amount, site }) => (
            <Table.Tr key={key}>
              <Table.Td>{site === null ? text[language] : `${text[language]} (${site})`}</Table.Td>
              <Table.Td ta="right">{number(quantity)}</Table.Td>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {sums.map(({ key, name, amount }) => (
            <Table.Tr key={key}>
              <Table.Th colSpan={2} scope="row">
                {name}
              </Table.Th>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
      {hasCalls ? (
        <Anchor component={Link} href={`~/itemised-bills/${invoice.id}`}>
          {texts.calls}
        </Anchor>
      ) : null}
    </Section>
  )
}

function Objections({ invoice: { id, objectionUntil } }: { readonly invoice: Invoice }) {
  const texts = useTexts(invoiceTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /invoices/{invoiceId}/follow-up', [{ path: { invoiceId: id } }])
  const isOperator = useSession().kind === 'operator'
  const about = objectionUntil === null ? texts.objectionNotYet : texts.objectionUntil(dayText(objectionUntil, language))
  return (
    <Section title={texts.objection} about={about}>
      {(data?.objections ?? []).map(({ id: key, text, outcome, answer }) => (
        <Stack key={key} gap="xs">
          <Text size="sm">{[text, outcome === null ? texts.undecided : texts[outcome], answer].filter(Boolean).join(' · ')}</Text>
          {isOperator && outcome === null ? <DecideObjection objectionId={key} /> : null}
        </Stack>
      ))}
      {isOperator ? null : <NewObjection invoiceId={id} />}
    </Section>
  )
}

function NewObjection({ invoiceId }: { readonly invoiceId: string }) {
  const texts = useTexts(invoiceTexts)
  const { done } = useNotices()
  const raise = useChange('POST /invoices/{invoiceId}/objections', { refreshes: ['/invoices'] })
  const form = useForm({ initialValues: { text: '' } })
  const submit = useSubmit(form, async (body) => {
    await raise.mutateAsync([{ path: { invoiceId }, body }])
    form.reset()
    done(texts.objected)
  })
  if (!useMayChange()) return null
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <Textarea label={texts.what} required maxLength={2_000} autosize minRows={2} {...form.getInputProps('text')} />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.object}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
