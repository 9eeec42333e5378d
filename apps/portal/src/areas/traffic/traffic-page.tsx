import { Group, Paper, SimpleGrid, Skeleton, Text, Title } from '@mantine/core'
import { Activity } from 'lucide-react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { pointsOf } from './curve.ts'
import { Resellers } from './resellers.tsx'
import { trafficTexts } from './texts.ts'

type Traffic = Answer<'GET /traffic'>

const AGAIN_MS = 10_000
const WIDTH = 400
const HEIGHT = 90
/** Fewer make no curve. */
const FEWEST = 2

/** The last hour of the exchange as curves. */
export default function TrafficPage() {
  const texts = useTexts(trafficTexts)
  const { data, error, refetch } = useAnswer('GET /traffic', [], { everyMs: AGAIN_MS, unheard: true })
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined ? <Skeleton height={240} /> : <Curves traffic={data} />}
      <Resellers />
    </Page>
  )
}

function Curves({ traffic: { stepSeconds, samples } }: { readonly traffic: Traffic }) {
  const texts = useTexts(trafficTexts)
  if (samples.length < FEWEST) return <EmptyState icon={Activity} title={texts.tooEarly} text={texts.tooEarlyText} />
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Curve name={texts.started} values={samples.map(({ started }) => started / stepSeconds)} />
      <Curve name={texts.calls} values={samples.map(({ calls }) => calls)} />
      <Curve name={texts.registrations} values={samples.map(({ registrations }) => registrations)} />
      <Curve name={texts.failed} about={texts.failedAbout} values={samples.map(({ failed }) => failed)} />
      <Curve name={texts.refused} about={texts.refusedAbout} values={samples.map(({ refused }) => refused)} />
    </SimpleGrid>
  )
}

interface CurveProps {
  readonly name: string
  readonly about?: string
  readonly values: readonly number[]
}

function Curve({ name, about, values }: CurveProps) {
  const texts = useTexts(trafficTexts)
  const { number } = useFormat()
  const last = number(values.at(-1) ?? 0)
  const most = number(Math.max(...values))
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Title order={2} size="h5">
        {name}
      </Title>
      <Group gap="xs" align="baseline">
        <Text size="xl" fw={700}>
          {last}
        </Text>
        <Text size="sm" c="dimmed">
          {texts.now}, {texts.most(most)}
        </Text>
      </Group>
      <svg role="img" aria-label={texts.curve(name, last, most)} viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} width="100%">
        <polyline points={pointsOf(values, WIDTH, HEIGHT)} fill="none" stroke="var(--mantine-color-teal-text)" strokeWidth={2} />
      </svg>
      {about === undefined ? null : <Text size="sm">{about}</Text>}
    </Paper>
  )
}
