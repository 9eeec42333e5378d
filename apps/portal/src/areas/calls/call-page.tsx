import { Alert, Paper, Skeleton, Table, Text, Title } from '@mantine/core'
import { CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Ladder } from './ladder.tsx'
import { Quality } from './quality.tsx'
import { explainTexts } from './texts.ts'

type Explanation = Answer<'GET /call-records/{callId}/explanation'>

const AGAIN_MS = 3_000
const LOOKS: Readonly<Record<Explanation['diagnosis']['severity'], { readonly color: string; readonly Icon: LucideIcon }>> = {
  fine: { color: 'teal', Icon: CircleCheck },
  notice: { color: 'yellow', Icon: Info },
  problem: { color: 'red', Icon: TriangleAlert },
}

/** Explains one call: the sentence first, then what happened, message by message, and how it sounded. */
export function CallPage({ callId }: { readonly callId: string }) {
  const texts = useTexts(explainTexts)
  const calls = useTexts(callTexts)
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /call-records/{callId}/explanation', [{ path: { callId } }], { everyMs: AGAIN_MS })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={320} />
  const shown = (number: string): string => (number === 'anonymous' ? calls.anonymous : readableNumbers(number))
  const { caller, called, startedAt } = data.call
  return (
    <Page
      title={texts.callTitle(shown(caller.number), shown(called.number))}
      about={[format.dateTime(startedAt), caller.displayName, callId].filter(Boolean).join(' · ')}
    >
      <Sentence diagnosis={data.diagnosis} />
      <Part title={texts.timeline}>
        <Timeline steps={data.timeline} />
      </Part>
      <Part title={texts.ladder}>
        <Ladder rungs={data.ladder} />
      </Part>
      <Part title={texts.quality}>
        <Quality media={data.media} />
      </Part>
    </Page>
  )
}

function Sentence({ diagnosis: { severity, sentence } }: { readonly diagnosis: Explanation['diagnosis'] }) {
  const texts = useTexts(explainTexts)
  const { language } = useLanguage()
  const { color, Icon } = LOOKS[severity]
  return (
    <Alert
      color={color}
      variant={severity === 'fine' ? 'default' : 'light'}
      icon={<Icon aria-hidden />}
      title={texts[severity]}
      data-testid="sentence"
    >
      <Text>{readableNumbers(sentence[language])}</Text>
    </Alert>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
  )
}

function Timeline({ steps }: { readonly steps: Explanation['timeline'] }) {
  const texts = useTexts(explainTexts)
  const { language } = useLanguage()
  const rows = steps.map((step, index) => ({ ...step, key: `${step.at} ${index}` }))
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.at}</Table.Th>
          <Table.Th>{texts.step}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, at, sentence }) => (
          <Table.Tr key={key}>
            <Table.Td>{new Date(at).toLocaleTimeString(language)}</Table.Td>
            <Table.Td>{readableNumbers(sentence[language])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
