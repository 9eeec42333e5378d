import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { privacyTexts } from './texts.ts'

/** Art. 12 (3) GDPR: more time, once, with a reason. */
export function ExtensionSection({ requestId }: { readonly requestId: string }) {
  const texts = useTexts(privacyTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const extend = useChange('POST /privacy-requests/{requestId}/extension', { refreshes: ['/privacy-requests'] })
  const form = useForm({
    initialValues: { months: '1', reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ months, reason }) => {
    await extend.mutateAsync([{ path: { requestId }, body: { months: Number(months), reason } }])
    done(texts.extendedNow)
  })
  return (
    <Section title={texts.extend} about={texts.extendAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <NativeSelect
            label={texts.months}
            data={[
              { value: '1', label: texts.oneMonth },
              { value: '2', label: texts.twoMonths },
            ]}
            {...form.getInputProps('months')}
          />
          <Textarea label={texts.extensionReason} required autosize maxLength={2_000} {...form.getInputProps('reason')} />
          <Group>
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.extend}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
