import { Button, Group, Skeleton, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { LANGUAGES } from '../../shared/texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { PromptVoice } from './prompt-voice.tsx'
import { soundTexts } from './texts.ts'

export type Prompt = Answer<'GET /prompts'>['items'][number]

const SHOWN = 20

/** What the telephone system says, and what is said in place of it. */
export function Prompts() {
  const texts = useTexts(soundTexts)
  const [search, setSearch] = useState('')
  const [onlyOwn, setOnlyOwn] = useState(false)
  const [count, setCount] = useState(SHOWN)
  const { data, error, refetch } = useAnswer('GET /prompts', [{ query: useCustomer() }])
  const found = (data?.items ?? []).filter((prompt) => isMeant(prompt, search, onlyOwn))
  return (
    <Section title={texts.prompts} about={texts.promptsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      <Group align="flex-end">
        <TextInput type="search" label={texts.search} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        <Switch label={texts.onlyReplaced} checked={onlyOwn} onChange={(event) => setOnlyOwn(event.currentTarget.checked)} />
      </Group>
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      {data === undefined ? null : (
        <Text size="xs" c="dimmed" role="status">
          {texts.count(Math.min(count, found.length), found.length)}
        </Text>
      )}
      {found.slice(0, count).map((prompt) => (
        <PromptRow key={prompt.id} prompt={prompt} />
      ))}
      {found.length > count ? (
        <Group>
          <Button variant="default" onClick={() => setCount(count + SHOWN)}>
            {texts.more}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function isMeant({ texts, replaced }: Prompt, search: string, onlyOwn: boolean): boolean {
  const words = `${texts.de} ${texts.en}`.toLowerCase()
  return words.includes(search.trim().toLowerCase()) && (!onlyOwn || replaced.length > 0)
}

function PromptRow({ prompt }: { readonly prompt: Prompt }) {
  return (
    <Stack gap="xs">
      {LANGUAGES.map((language) => (
        <PromptVoice key={language} prompt={prompt} language={language} />
      ))}
    </Stack>
  )
}
