import { Fieldset, Stack } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import { blockTexts } from '../block-texts.ts'
import { KEYS, withExit } from '../graph/exits.ts'
import { BlockSelect } from './block-select.tsx'
import type { SettingsProps } from './block-settings.tsx'
import { PromptField } from './prompt-field.tsx'
import { QuestionSettings } from './question-settings.tsx'
import { settingsTexts } from './settings-texts.ts'

/** A menu: its question, and the block of each key. */
export function MenuSettings({ block, change }: SettingsProps<'menu'>) {
  const texts = useTexts(settingsTexts)
  const words = useTexts(blockTexts)
  const { invalidPrompt, ...rest } = block
  return (
    <>
      <QuestionSettings block={block} change={change} />
      <PromptField
        label={texts.invalidPrompt}
        value={invalidPrompt}
        onChange={(prompt) => change(prompt === undefined ? rest : { ...rest, invalidPrompt: prompt })}
        without={texts.menuAgain}
      />
      <Fieldset legend={texts.keys} p="xs">
        <Stack gap={4}>
          {KEYS.map((key) => (
            <BlockSelect
              key={key}
              label={words.key(key)}
              value={block.keys[key]}
              onChange={(to) => change(withExit(block, `keys.${key}`, to))}
              without={texts.noBlock}
            />
          ))}
        </Stack>
      </Fieldset>
    </>
  )
}
