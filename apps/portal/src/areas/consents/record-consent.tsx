import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import type { Scope } from './consents-page.tsx'
import { consentTexts } from './texts.ts'

/** For the provider, to whom the consent is declared. */
export function RecordConsent({ scope, close }: { readonly scope: Scope; readonly close: () => void }) {
  const texts = useTexts(consentTexts)
  const shared = useTexts(sharedTexts)
  const { tenantId = '' } = useCustomer()
  const { done } = useNotices()
  const record = useChange('POST /management-consents', { refreshes: ['/management-consents', '/call-records', '/reports'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({
    initialValues: { grantedBy: '', grantedOn: new Date().toISOString().slice(0, 10), document: '' },
    validate: { grantedBy: filled, grantedOn: filled },
  })
  const submit = useSubmit(form, async ({ grantedBy, grantedOn, document }) => {
    await record.mutateAsync([{ body: { tenantId, scope, grantedBy, grantedOn, document: document.trim() || null } }])
    done(texts.recorded)
    close()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.grantedBy} required maxLength={200} {...form.getInputProps('grantedBy')} />
        <TextInput label={texts.grantedOn} type="date" required {...form.getInputProps('grantedOn')} />
        <TextInput label={texts.document} maxLength={500} {...form.getInputProps('document')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.record}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
