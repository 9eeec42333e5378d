import { Paper, SimpleGrid, Table, Text, Title } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { explainTexts } from './texts.ts'

type Media = Answer<'GET /call-records/{callId}/explanation'>['media']
type Samples = Media['caller']['samples']

const WIDTH = 400
const HEIGHT = 110
const [WORST, BEST] = [1, 4.5]
/** Below it people complain (ITU-T G.107 annex B: many users dissatisfied). */
const BAD = 3.6

/** What came from each side, as figures and as a curve. */
export function Quality({ media }: { readonly media: Media }) {
  const texts = useTexts(explainTexts)
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Direction title={texts.fromCaller} media={media.caller} />
      <Direction title={texts.fromCalled} media={media.called} />
    </SimpleGrid>
  )
}

function Direction({ title, media: { totals, samples } }: { readonly title: string; readonly media: Media['caller'] }) {
  const texts = useTexts(explainTexts)
  const { number } = useFormat()
  const unit = (value: number | null, of: string): string => (value === null ? '–' : `${number(value)}${of}`)
  if (totals === null) {
    return (
      <Paper withBorder p="md">
        <Title order={3} size="h5">
          {title}
        </Title>
        <Text c="dimmed">{texts.noMedia}</Text>
      </Paper>
    )
  }
  const figures = [
    [texts.codec, totals.codec ?? '–'],
    [texts.packets, `${number(totals.packetsReceived)}, ${number(totals.packetsLost)} ${texts.lost}`],
    [texts.jitter, unit(totals.jitterMs, ' ms')],
    [texts.roundTrip, unit(totals.roundTripMs, ' ms')],
    [texts.mos, unit(totals.mos, '')],
  ] as const
  return (
    <Paper withBorder p="md">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Curve samples={samples} />
      <Table>
        <Table.Tbody>
          {figures.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  )
}

/** The score over the call; where nothing came it is at the bottom. */
function Curve({ samples }: { readonly samples: Samples }) {
  const texts = useTexts(explainTexts)
  const { number } = useFormat()
  const last = samples.at(-1)?.atSeconds ?? 0
  if (samples.length < 2 || last === 0) return <Text c="dimmed">{texts.tooShort}</Text>
  const xOf = (seconds: number): number => (seconds / last) * WIDTH
  const yOf = (mos: number): number => HEIGHT - ((mos - WORST) / (BEST - WORST)) * HEIGHT
  const points = samples.map(({ atSeconds, mos }) => `${xOf(atSeconds).toFixed(1)},${yOf(mos ?? WORST).toFixed(1)}`).join(' ')
  const lowest = Math.min(...samples.map(({ mos }) => mos ?? WORST))
  return (
    <svg role="img" aria-label={texts.curve(number(lowest), samples.length)} viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} width="100%">
      <line x1={0} x2={WIDTH} y1={yOf(BAD)} y2={yOf(BAD)} stroke="var(--mantine-color-red-text)" strokeDasharray="4 4" />
      <polyline points={points} fill="none" stroke="var(--mantine-color-teal-text)" strokeWidth={2} />
    </svg>
  )
}
