import { Stack, Text } from '@mantine/core'
import { TargetSelect } from '../../../shared/destinations/target-select.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { editorTexts } from '../editor-texts.ts'
import type { BlockOf } from '../graph/flow.ts'
import { numbered } from '../numbered.ts'
import { BlockSelect } from './block-select.tsx'
import type { SettingsProps } from './block-settings.tsx'
import { Choice, EntryBox, withEntry } from './fields.tsx'
import { settingsTexts } from './settings-texts.ts'

type Condition = BlockOf<'hours'>['when'][number]

/** Schedules, the first of which that holds decides. */
export function HoursSettings({ block, change }: SettingsProps<'hours'>) {
  const texts = useTexts(settingsTexts)
  const set = (when: readonly Condition[]): void => change({ ...block, when })
  const add = (targetId: string | null): void => {
    if (targetId !== null) set([...block.when, { schedule: { kind: 'schedule', targetId }, is: 'open' }])
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {texts.schedulesHint}
      </Text>
      {numbered(block.when).map(([key, condition], index) => (
        <EntryBox key={key} number={index + 1} remove={() => set(withEntry(block.when, index))}>
          <ConditionFields condition={condition} change={(changed) => set(withEntry(block.when, index, changed))} />
        </EntryBox>
      ))}
      <TargetSelect key={block.when.length} kind="schedule" label={texts.addSchedule} value={null} onChange={add} />
    </Stack>
  )
}

function ConditionFields({ condition, change }: { readonly condition: Condition; readonly change: (condition: Condition) => void }) {
  const texts = useTexts(settingsTexts)
  const editor = useTexts(editorTexts)
  const { next, ...rest } = condition
  const states = [
    ['open', texts.isOpen],
    ['closed', texts.isClosed],
  ] as const
  return (
    <Stack gap={4}>
      <TargetSelect
        kind="schedule"
        label={texts.schedules}
        value={condition.schedule.targetId}
        onChange={(targetId) => (targetId === null ? undefined : change({ ...condition, schedule: { kind: 'schedule', targetId } }))}
      />
      <Choice label={texts.when} value={condition.is} options={states} onChange={(is) => change({ ...condition, is })} />
      <BlockSelect label={editor.exits} value={next} onChange={(to) => change(to === undefined ? rest : { ...rest, next: to })} />
    </Stack>
  )
}
