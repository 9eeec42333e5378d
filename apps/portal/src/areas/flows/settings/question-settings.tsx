import { Group, NumberInput } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import type { SettingsProps } from './block-settings.tsx'
import { PromptField } from './prompt-field.tsx'
import { settingsTexts } from './settings-texts.ts'

const SECONDS = { min: 1, max: 30 }
const TIMES = { min: 0, max: 9 }

/** What every block has that asks: its question, how long it waits, and how often it asks again. */
export function QuestionSettings({ block, change }: SettingsProps<'menu' | 'number-pin' | 'dated-pin' | 'dial-by-name'>) {
  const texts = useTexts(settingsTexts)
  return (
    <>
      <PromptField label={texts.prompt} value={block.prompt} onChange={(prompt) => change({ ...block, prompt: prompt ?? block.prompt })} />
      <Group grow align="flex-end">
        <NumberInput
          label={texts.waitSeconds}
          value={block.waitSeconds}
          onChange={(value) => (typeof value === 'number' && value >= SECONDS.min ? change({ ...block, waitSeconds: value }) : undefined)}
          {...SECONDS}
          clampBehavior="strict"
          allowDecimal={false}
        />
        <NumberInput
          label={texts.retries}
          value={block.retries}
          onChange={(value) => (typeof value === 'number' ? change({ ...block, retries: value }) : undefined)}
          {...TIMES}
          clampBehavior="strict"
          allowDecimal={false}
        />
      </Group>
    </>
  )
}
