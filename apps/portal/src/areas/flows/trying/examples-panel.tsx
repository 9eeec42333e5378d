import { ActionIcon, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../../api/operation.ts'
import { useApi } from '../../../session/session-context.tsx'
import { useFormat } from '../../../shared/format.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { useEditor } from '../editor/editor-context.tsx'
import type { FlowExample } from '../graph/flow.ts'
import { numbered } from '../numbered.ts'
import { tryingTexts } from './trying-texts.ts'
import { exampleOf } from './way.ts'
import { EndInWords } from './way-of-call.tsx'

type Result = Answer<'POST /flows/{flowId}/try-examples'>['items'][number]

/** The examples of the flow, and whether they still come out as expected. */
export function ExamplesPanel() {
  const texts = useTexts(tryingTexts)
  const api = useApi()
  const { failed } = useNotices()
  const { draft, flow, flush, change, mayChange } = useEditor()
  const [results, setResults] = useState<readonly Result[]>([])
  const tryAll = async (): Promise<void> => {
    try {
      if (await flush()) setResults((await api('POST /flows/{flowId}/try-examples', { path: { flowId: flow.id }, body: {} })).items)
    } catch (error) {
      failed(error)
    }
  }
  const set = (index: number, example?: FlowExample): void => {
    setResults([])
    change((drawn) => ({ ...drawn, examples: drawn.examples.flatMap((each, at) => (at === index ? (example ?? []) : each)) }))
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {texts.examplesAbout}
      </Text>
      {draft.examples.length === 0 ? (
        <Text size="sm">{texts.noExamples}</Text>
      ) : (
        <Button onClick={() => void tryAll()}>{texts.tryAll}</Button>
      )}
      {numbered(draft.examples).map(([key, example], index) => (
        <Example key={key} example={example} result={results[index]} set={mayChange ? (changed) => set(index, changed) : undefined} />
      ))}
    </Stack>
  )
}

interface ExampleProps {
  readonly example: FlowExample
  readonly result: Result | undefined
  /** Absent: it may not be changed. */
  readonly set: ((example?: FlowExample) => void) | undefined
}

function Example({ example, result, set }: ExampleProps) {
  const texts = useTexts(tryingTexts)
  const shared = useTexts(sharedTexts)
  const { dateTime } = useFormat()
  const { call, expected, name } = example
  return (
    <Paper withBorder p="xs" data-example={name}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={700}>{name}</Text>
        {result === undefined ? null : <Badge color={result.passed ? 'teal' : 'red'}>{result.passed ? texts.passed : texts.failed}</Badge>}
        {set === undefined ? null : (
          <ActionIcon variant="subtle" color="red" aria-label={`${shared.delete}: ${name}`} onClick={() => set()}>
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {[call.caller, dateTime(call.at), call.keys.map((keys) => (keys === '' ? '-' : keys)).join(' ')].join(' · ')}
      </Text>
      <Text size="sm">
        {texts.expected}: <EndInWords kind={expected.end} to={expected.to} />
      </Text>
      {result === undefined || result.passed ? null : (
        <Differs result={result} accept={set && (() => set(exampleOf(name, call, result.simulation)))} />
      )}
    </Paper>
  )
}

function Differs({ result, accept }: { readonly result: Result; readonly accept: (() => void) | undefined }) {
  const texts = useTexts(tryingTexts)
  const { kind, to } = result.simulation.end
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">
        {texts.actual}: <EndInWords kind={kind} to={to} />
      </Text>
      {accept === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={accept}>
          {texts.acceptNew}
        </Button>
      )}
    </Stack>
  )
}
