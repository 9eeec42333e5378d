import { ActionIcon, Button, Fieldset, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../../shared/language.tsx'
import { withExit } from '../graph/exits.ts'
import { BlockSelect } from './block-select.tsx'
import type { SettingsProps } from './block-settings.tsx'
import { ValidText } from './fields.tsx'
import { settingsTexts } from './settings-texts.ts'

const LIMIT_MS = { min: 100, max: 10_000 }

/** A server that is asked, and the block of each answer. */
export function LookupSettings({ block, change }: SettingsProps<'lookup'>) {
  const texts = useTexts(settingsTexts)
  return (
    <>
      <ValidText
        label={texts.url}
        description={texts.urlHint}
        value={block.url}
        onChange={(url) => change({ ...block, url })}
        maxLength={1000}
        inputMode="url"
      />
      <NumberInput
        label={texts.timeLimit}
        value={block.timeLimitMs}
        onChange={(value) => (typeof value === 'number' && value >= LIMIT_MS.min ? change({ ...block, timeLimitMs: value }) : undefined)}
        {...LIMIT_MS}
        step={100}
        allowDecimal={false}
      />
      <Fieldset legend={texts.answers} p="xs">
        <Stack gap={4}>
          {Object.entries(block.answers).map(([answer, to]) => (
            <Group key={answer} align="flex-end" wrap="nowrap">
              <BlockSelect
                label={`${answer} ${texts.leadsTo}`}
                value={to}
                onChange={(target) => change(withExit(block, `answers.${answer}`, target))}
                without={texts.remove}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`${texts.remove}: ${answer}`}
                onClick={() => change(withExit(block, `answers.${answer}`, undefined))}
              >
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <NewAnswer add={(answer, to) => change(withExit(block, `answers.${answer}`, to))} />
        </Stack>
      </Fieldset>
    </>
  )
}

function NewAnswer({ add }: { readonly add: (answer: string, to: string) => void }) {
  const texts = useTexts(settingsTexts)
  const [answer, setAnswer] = useState('')
  const [to, setTo] = useState<string>()
  const put = (): void => {
    if (answer.trim() === '' || to === undefined) return
    add(answer.trim(), to)
    setAnswer('')
    setTo(undefined)
  }
  return (
    <Stack gap={4}>
      <TextInput label={texts.answer} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} maxLength={100} />
      <BlockSelect label={texts.leadsTo} value={to} onChange={setTo} without={texts.nothing} />
      <Button variant="default" size="xs" onClick={put} disabled={answer.trim() === '' || to === undefined}>
        {texts.addAnswer}
      </Button>
    </Stack>
  )
}
