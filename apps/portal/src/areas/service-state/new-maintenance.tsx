import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Component, ComponentsField } from './components-field.tsx'
import { serviceStateTexts } from './texts.ts'

/** Announces maintenance to all customers. */
export function NewMaintenance({ close }: { readonly close: () => void }) {
  const texts = useTexts(serviceStateTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const announce = useChange('POST /maintenance-windows', { refreshes: ['/maintenance-windows'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const components: Component[] = []
  const form = useForm({
    initialValues: { titleDe: '', titleEn: '', textDe: '', textEn: '', from: '', until: '', components, urgent: false, insist: false },
    validate: {
      ...{ titleDe: filled, titleEn: filled, from: filled, until: filled },
      components: (chosen) => (chosen.length === 0 ? shared.required : null),
    },
  })
  const submit = useSubmit(
    form,
    async ({ titleDe, titleEn, textDe, textEn, from, until, ...rest }) => {
      const times = { from: new Date(from).toISOString(), until: new Date(until).toISOString() }
      await announce.mutateAsync([{ body: { ...rest, ...times, title: { de: titleDe, en: titleEn }, text: { de: textDe, en: textEn } } }])
      done(texts.announced)
      close()
    },
    { 'maintenance-notice-too-short': 'from', 'maintenance-in-the-past': 'from' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.titleDe} required maxLength={120} {...form.getInputProps('titleDe')} />
        <TextInput label={texts.titleEn} required maxLength={120} {...form.getInputProps('titleEn')} />
        <TextInput label={texts.from} type="datetime-local" required {...form.getInputProps('from')} />
        <TextInput label={texts.until} type="datetime-local" required {...form.getInputProps('until')} />
        <ComponentsField label={texts.components} {...form.getInputProps('components')} />
        <Textarea label={texts.textDe} maxLength={2000} {...form.getInputProps('textDe')} />
        <Textarea label={texts.textEn} maxLength={2000} {...form.getInputProps('textEn')} />
        <Checkbox label={texts.urgent} {...form.getInputProps('urgent', { type: 'checkbox' })} />
        <Checkbox label={texts.insist} {...form.getInputProps('insist', { type: 'checkbox' })} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.newMaintenance}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
