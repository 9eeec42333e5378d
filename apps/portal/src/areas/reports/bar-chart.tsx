import { Group, Paper, Text, Title } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { barsOf, highestOf } from './bars.ts'
import { reportTexts } from './texts.ts'

export interface Chart {
  readonly title: string
  /** From the bottom of a bar to its top. */
  readonly series: readonly string[]
  /** A bar each, with a value for each of the series. */
  readonly stacks: readonly { readonly label: string; readonly values: readonly number[] }[]
  /** A value as people read it. */
  readonly shown: (value: number) => string
}

const WIDTH = 720
const HEIGHT = 180
const COLOURS = ['var(--mantine-color-teal-text)', 'var(--mantine-color-orange-text)', 'var(--mantine-color-violet-text)'] as const
/** So many labels stand below their bars; of more the first, the one in the middle, and the last do. */
const LABELLED = 8
/** Long names break rather than make a phone's screen scroll sideways. */
const WRAPPED = { overflowWrap: 'anywhere' } as const

/** Bars over stretches of time or extensions. The table beneath says the same in figures, for those who do not see them. */
export function BarChart({ title, series, stacks, shown }: Chart) {
  const texts = useTexts(reportTexts)
  const values = stacks.map((stack) => stack.values)
  const most = highestOf(values)
  const highest = stacks.find((stack) => stack.values.reduce((sum, value) => sum + value, 0) === most)
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="xs" c="dimmed" aria-hidden>
        {shown(most)}
      </Text>
      <svg
        role="img"
        aria-label={texts.chart(title, shown(most), highest?.label ?? '–')}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        height={HEIGHT}
        preserveAspectRatio="none"
      >
        {barsOf(values, WIDTH, HEIGHT).map(({ series: which, ...place }) => (
          <rect key={`${place.x} ${which}`} {...place} fill={COLOURS[which % COLOURS.length] ?? COLOURS[0]} />
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--mantine-color-dimmed)" />
      </svg>
      <Labels labels={stacks.map(({ label }) => label)} />
      {series.length < 2 ? null : <Legend series={series} />}
    </Paper>
  )
}

function Labels({ labels }: { readonly labels: readonly string[] }) {
  const isFew = labels.length <= LABELLED
  const some = isFew ? labels : [labels[0], labels[Math.floor(labels.length / 2)], labels.at(-1)]
  return (
    <Group justify="space-between" gap={isFew ? 0 : 'xs'} wrap="nowrap" aria-hidden>
      {some.map((label) => (
        <Text key={label} size="xs" c="dimmed" style={WRAPPED} {...(isFew ? { flex: 1, miw: 0, ta: 'center' } : {})}>
          {label}
        </Text>
      ))}
    </Group>
  )
}

function Legend({ series }: { readonly series: readonly string[] }) {
  return (
    <Group gap="md" mt="xs">
      {series.map((name, index) => (
        <Group key={name} gap="xs" wrap="nowrap">
          <svg width={12} height={12} aria-hidden>
            <rect width={12} height={12} fill={COLOURS[index % COLOURS.length] ?? COLOURS[0]} />
          </svg>
          <Text size="sm">{name}</Text>
        </Group>
      ))}
    </Group>
  )
}
