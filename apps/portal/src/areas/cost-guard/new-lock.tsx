import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { guardTexts } from './texts.ts'

const CAUSES = ['breach', 'surge', 'negative-balance', 'security'] as const
const SERVICES = ['all', 'international', 'service-numbers'] as const

interface LockValues {
  readonly cause: (typeof CAUSES)[number]
  readonly services: (typeof SERVICES)[number]
  readonly reason: string
  /** As the browser's field has them; empty: as soon as may be, or never. */
  readonly outgoingFrom: string
  readonly fullFrom: string
}

/** Announces a staged lock, or shuts down at once. */
export function NewLock({ close }: { readonly close: () => void }) {
  const texts = useTexts(guardTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const create = useChange('POST /cost-guard/locks', { refreshes: ['/cost-guard'] })
  const form = useForm<LockValues>({
    initialValues: { cause: 'negative-balance', services: 'all', reason: '', outgoingFrom: '', fullFrom: '' },
    validate: { reason: (text) => (text.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(
    form,
    async ({ outgoingFrom, fullFrom, ...lock }) => {
      await create.mutateAsync([{ body: { ...customer, ...lock, outgoingFrom: momentOf(outgoingFrom), fullFrom: momentOf(fullFrom) } }])
      done(texts.lockMade)
      close()
    },
    { 'lock-too-soon': 'outgoingFrom', 'lock-full-too-soon': 'fullFrom', 'lock-full-needs-all': 'services' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Select
          label={texts.cause}
          data={CAUSES.map((cause) => ({ value: cause, label: texts[`cause-${cause}`] }))}
          allowDeselect={false}
          {...form.getInputProps('cause')}
        />
        <Select
          label={texts.services}
          data={SERVICES.map((services) => ({ value: services, label: texts[`services-${services}`] }))}
          allowDeselect={false}
          {...form.getInputProps('services')}
        />
        <Textarea label={texts.reason} description={texts.reasonHint} required maxLength={500} {...form.getInputProps('reason')} />
        <TextInput
          label={texts.outgoingFrom}
          description={texts.outgoingFromHint}
          type="datetime-local"
          {...form.getInputProps('outgoingFrom')}
        />
        <TextInput label={texts.fullFrom} description={texts.fullFromHint} type="datetime-local" {...form.getInputProps('fullFrom')} />
        <Group>
          <Button type="submit" color="red" loading={submit.isBusy}>
            {form.values.cause === 'security' ? texts.shutDown : texts.announceLock}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function momentOf(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString()
}
