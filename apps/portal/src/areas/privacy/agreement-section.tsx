import { Anchor, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { privacyTexts } from './texts.ts'

/** Art. 28 GDPR: the agreement in force to be read and accepted, and those that were. */
export function AgreementSection() {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { tenantId } = useCustomer()
  const { data } = useAnswer('GET /processing-agreements', [{ query: useCustomer() }])
  if (data === undefined) return null
  const { version, items } = data
  const isAccepted = items.some((each) => each.version === version)
  return (
    <Section title={texts.agreement}>
      <Text size="sm">{texts.inForce(version)}</Text>
      <Anchor size="sm" href={downloadHref('/processing-agreements/draft', tenantId === undefined ? {} : { tenantId })} download>
        {texts.read}
      </Anchor>
      <List size="sm">
        {items.map(({ id, acceptedBy, position, acceptedAt, ...accepted }) => (
          <List.Item key={id}>
            <Anchor href={downloadHref(`/processing-agreements/${id}/paper`, {})} download>
              {texts.accepted(accepted.version, acceptedBy, position, format.dateTime(acceptedAt))}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {mayChange && !isAccepted ? <Accept version={version} /> : null}
    </Section>
  )
}

function Accept({ version }: { readonly version: string }) {
  const texts = useTexts(privacyTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const accept = useChange('POST /processing-agreements', { refreshes: ['/processing-agreements'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({ initialValues: { acceptedBy: '', position: '' }, validate: { acceptedBy: filled, position: filled } })
  const submit = useSubmit(form, async (values) => {
    await accept.mutateAsync([{ body: { ...customer, version, ...values } }])
    done(texts.acceptedNow)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.acceptedBy} required maxLength={200} {...form.getInputProps('acceptedBy')} />
        <TextInput label={texts.position} required maxLength={200} {...form.getInputProps('position')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.accept}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
