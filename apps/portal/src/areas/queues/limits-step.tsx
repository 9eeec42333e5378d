import { NumberInput, Stack } from '@mantine/core'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import type { QueueForm } from './agents-step.tsx'
import { queueTexts } from './texts.ts'

/** How many wait, for how long, and when at all. */
export function LimitsStep({ form }: { readonly form: QueueForm }) {
  const texts = useTexts(queueTexts)
  const { maxWaitSeconds, hours } = form.values.settings
  const chooseHours = (targetId: string | null): void =>
    form.setFieldValue('settings.hours', targetId === null ? null : { schedule: { kind: 'schedule', targetId } })
  return (
    <Stack maw={480}>
      <NumberInput label={texts.maxCallers} min={1} max={1_000} hideControls {...form.getInputProps('settings.maxCallers')} />
      <NumberInput
        label={texts.maxWaitSeconds}
        description={texts.maxWaitHint}
        min={10}
        max={14_400}
        hideControls
        value={maxWaitSeconds ?? ''}
        onChange={(value) => form.setFieldValue('settings.maxWaitSeconds', typeof value === 'number' ? value : null)}
        error={form.errors['settings.maxWaitSeconds']}
      />
      <TargetSelect
        kind="schedule"
        label={texts.schedule}
        description={texts.scheduleHint}
        value={hours?.schedule.targetId ?? null}
        onChange={chooseHours}
        clearable
      />
    </Stack>
  )
}
