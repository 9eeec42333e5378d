import { Anchor, Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { HowPaid } from './debit-section.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { dayText, monthText } from './money.ts'
import { DecideObjection, TakeBack } from './operator-sections.tsx'
import { Release } from './release-section.tsx'
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
        <HowPaid invoice={data} />
        <InvoiceLines invoice={data} />
        {data.number === null ? null : <Objections invoice={data} />}
        {isOperator && data.number !== null && data.kind === 'invoice' && data.state !== 'credited' ? <TakeBack invoice={data} /> : null}
        {isOperator && data.kind === 'invoice' && data.state === 'credited' ? <Release invoice={data} /> : null}
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
  const raise = useChange('POST /invoices/{invoiceId}/objections', { refreshes: ['/invoices', '/invoice-objections', '/itemised-bills'] })
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
