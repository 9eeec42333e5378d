import { Stack, Switch } from '@mantine/core'
import { DestinationField } from '../../shared/destinations/destination-field.tsx'
import { useTexts } from '../../shared/language.tsx'
import type { QueueForm } from './agents-step.tsx'
import { ELSEWHERE, type Elsewhere } from './queue.ts'
import { queueTexts } from './texts.ts'

/** Where callers go who do not wait, and what becomes of them otherwise. */
export function ElsewhereStep({ form }: { readonly form: QueueForm }) {
  return (
    <Stack maw={760} gap="lg">
      {ELSEWHERE.map((when) => (
        <Leading key={when} form={form} when={when} />
      ))}
    </Stack>
  )
}

function Leading({ form, when }: { readonly form: QueueForm; readonly when: Elsewhere }) {
  const texts = useTexts(queueTexts)
  const path = `settings.${when}`
  return (
    <Stack gap="xs">
      <Switch
        label={texts.goesOn(texts[when])}
        description={texts[`${when}Else`]}
        {...form.getInputProps(`leads.${when}`, { type: 'checkbox' })}
      />
      {form.values.leads[when] ? (
        <DestinationField
          label={texts[when]}
          value={form.values.settings[when]}
          onChange={(to) => form.setFieldValue(path, to)}
          error={form.errors[path] ?? form.errors[`${path}.number`]}
        />
      ) : null}
    </Stack>
  )
}
