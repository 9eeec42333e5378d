import { Anchor, Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { privacyTexts } from './texts.ts'

type Request = Answer<'GET /privacy-requests'>['items'][number]
const KINDS: readonly Request['kind'][] = ['access', 'rectification', 'deletion', 'portability', 'objection']

/** What people have asked for, with reports to be downloaded, and a new request. */
export function RequestsSection() {
  const texts = useTexts(privacyTexts)
  const { data } = useAnswer('GET /privacy-requests', [{ query: useCustomer() }])
  return (
    <Section title={texts.requests}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noRequests}</Text> : null}
      <List size="sm">
        {data?.items.map((request) => (
          <RequestLine key={request.id} request={request} />
        ))}
      </List>
      {useMayChange() ? <Ask /> : null}
    </Section>
  )
}

function RequestLine({ request }: { readonly request: Request }) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const { id, kind, askedBy, askedAt, state, expiresAt, octets } = request
  return (
    <List.Item>
      {texts.line(texts[kind], askedBy, format.dateTime(askedAt), texts[state])}{' '}
      {octets === null || expiresAt === null ? null : (
        <Anchor href={downloadHref(`/privacy-requests/${id}/report`, {})} download>
          {`${texts.download} (${texts.until(format.date(expiresAt))})`}
        </Anchor>
      )}
    </List.Item>
  )
}

function Ask() {
  const texts = useTexts(privacyTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const make = useChange('POST /privacy-requests', { refreshes: ['/privacy-requests'] })
  const form = useForm({ initialValues: { kind: 'access' as Request['kind'], email: '', about: '' } })
  const submit = useSubmit(form, async ({ kind, email, about }) => {
    const subject = email.trim() === '' ? {} : { email: email.trim() }
    await make.mutateAsync([{ body: { ...customer, kind, about, subject } }])
    form.reset()
    done(texts.asked)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          label={texts.askKind}
          data={KINDS.map((kind) => ({ value: kind, label: texts[kind] }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={texts.askEmail} description={texts.askEmailHint} maxLength={200} {...form.getInputProps('email')} />
        <TextInput label={texts.askAbout} maxLength={2_000} {...form.getInputProps('about')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.ask}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
