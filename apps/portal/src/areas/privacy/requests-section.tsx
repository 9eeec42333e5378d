import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Request, RequestTable } from './request-table.tsx'
import { privacyTexts } from './texts.ts'

const KINDS: readonly Request['kind'][] = ['access', 'rectification', 'deletion', 'portability', 'objection']

/** What people have asked for, and a new request. */
export function RequestsSection() {
  const texts = useTexts(privacyTexts)
  const { data } = useAnswer('GET /privacy-requests', [{ query: useCustomer() }])
  return (
    <Section title={texts.requests}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noRequests}</Text> : null}
      <RequestTable requests={data?.items ?? []} />
      {useMayChange() ? <Ask /> : null}
    </Section>
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
    done(texts.made)
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
