import { Button, Stack, Text } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import { blockTexts } from '../block-texts.ts'
import { editorTexts } from '../editor-texts.ts'
import type { BlockOf } from '../graph/flow.ts'
import { numbered } from '../numbered.ts'
import { BlockSelect } from './block-select.tsx'
import type { SettingsProps } from './block-settings.tsx'
import { Choice, EntryBox, ValidText, withEntry } from './fields.tsx'
import { settingsTexts } from './settings-texts.ts'

type Condition = BlockOf<'caller'>['when'][number]

const NUMBERS = /^\s*(\+?\d{1,15}\s*(,\s*\+?\d{1,15}\s*)*)?,?\s*$/

/** Who calls: the first condition that fits decides. */
export function CallerSettings({ block, change }: SettingsProps<'caller'>) {
  const texts = useTexts(settingsTexts)
  const set = (when: readonly Condition[]): void => change({ ...block, when })
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {texts.conditionsHint}
      </Text>
      {numbered(block.when).map(([key, condition], index) => (
        <EntryBox key={key} number={index + 1} remove={() => set(withEntry(block.when, index))}>
          <ConditionFields condition={condition} change={(changed) => set(withEntry(block.when, index, changed))} />
        </EntryBox>
      ))}
      <Button variant="default" size="xs" onClick={() => set([...block.when, { is: 'external' }])}>
        {texts.addCondition}
      </Button>
    </Stack>
  )
}

function ConditionFields({ condition, change }: { readonly condition: Condition; readonly change: (condition: Condition) => void }) {
  const texts = useTexts(settingsTexts)
  const words = useTexts(blockTexts)
  const editor = useTexts(editorTexts)
  const { is, numbers = [], next } = condition
  const set = (kind: Condition['is'] | '', list: readonly string[], to: string | undefined): void =>
    change({ ...(kind ? { is: kind } : {}), ...(list.length === 0 ? {} : { numbers: list }), ...(to === undefined ? {} : { next: to }) })
  const kinds = [
    ['', texts.anyCaller],
    ['internal', words.internal],
    ['external', words.external],
    ['anonymous', words.anonymous],
  ] as const
  return (
    <Stack gap={4}>
      <Choice label={texts.callerKind} value={is ?? ''} options={kinds} onChange={(kind) => set(kind, numbers, next)} />
      <NumbersField numbers={numbers} change={(list) => set(is ?? '', list, next)} />
      <BlockSelect label={editor.exits} value={next} onChange={(to) => set(is ?? '', numbers, to)} />
    </Stack>
  )
}

function NumbersField({ numbers, change }: { readonly numbers: readonly string[]; readonly change: (numbers: readonly string[]) => void }) {
  const texts = useTexts(settingsTexts)
  const write = (text: string): void =>
    change(
      text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
  return (
    <ValidText
      label={texts.numbers}
      description={texts.numbersHint}
      value={numbers.join(', ')}
      onChange={write}
      problem={(text) => (NUMBERS.test(text) ? undefined : texts.numbersWrong)}
    />
  )
}
