import { Stack, Text } from '@mantine/core'
import { DestinationField } from '../../../shared/destinations/destination-field.tsx'
import { TargetSelect } from '../../../shared/destinations/target-select.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { flowTexts } from '../texts.ts'
import { ASKED, type Filling, type Template } from './templates.ts'

interface FillingFieldsProps {
  readonly template: Template
  readonly filling: Filling
  readonly change: (filling: Filling) => void
}

/** What the template leads to. */
export function FillingFields({ template, filling, change }: FillingFieldsProps) {
  const texts = useTexts(flowTexts)
  const asked = ASKED[template]
  const target = (kind: 'schedule' | 'voicemail' | 'queue', field: 'schedule' | 'mailbox' | 'queue', label: string) =>
    asked.includes(field) ? (
      <TargetSelect kind={kind} label={label} value={filling[field]} onChange={(id) => change({ ...filling, [field]: id })} clearable />
    ) : null
  const destination = (field: 'first' | 'second', label: string) =>
    asked.includes(field) ? (
      <DestinationField label={label} value={filling[field]} onChange={(to) => change({ ...filling, [field]: to })} />
    ) : null
  if (asked.length === 0) return null
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {texts.canWait}
      </Text>
      {target('schedule', 'schedule', texts.whichSchedule)}
      {destination('first', texts.whichFirst)}
      {destination('second', texts.whichSecond)}
      {target('voicemail', 'mailbox', texts.whichMailbox)}
      {target('queue', 'queue', texts.whichQueue)}
    </Stack>
  )
}
