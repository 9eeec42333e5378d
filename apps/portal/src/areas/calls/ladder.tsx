import { Box, Code, Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useTexts } from '../../shared/language.tsx'
import { type LadderRow, labelOf, ladderPicture } from './ladder-picture.ts'
import { explainTexts } from './texts.ts'

type Rungs = Answer<'GET /call-records/{callId}/explanation'>['ladder']

const COLOURS: Readonly<Record<LadderRow['kind'], string>> = {
  request: 'var(--mantine-color-text)',
  good: 'var(--mantine-color-teal-text)',
  bad: 'var(--mantine-color-red-text)',
}
const ARROW = 7

/** The messages of a call as a picture, and as a table for those who do not see it or want to read more. */
export function Ladder({ rungs }: { readonly rungs: Rungs }) {
  const texts = useTexts(explainTexts)
  const picture = ladderPicture(rungs, 'Klinke')
  if (rungs.length === 0) return <Text c="dimmed">{texts.ladderGone}</Text>
  return (
    <>
      <Box tabIndex={0} role="region" aria-label={texts.ladder} mah={560} pos="relative" style={{ overflow: 'auto' }}>
        <svg role="img" aria-label={texts.ladderPicture(rungs.length)} width={picture.width} height={picture.height} fontSize={12}>
          {picture.columns.map(({ x, title, peer }) => (
            <g key={x} fill="var(--mantine-color-text)" textAnchor="middle">
              <text x={x} y={18} fontWeight={600}>
                {title}
              </text>
              <text x={x} y={34} fontSize={11}>
                {peer}
              </text>
              <line x1={x} x2={x} y1={44} y2={picture.height} stroke="var(--mantine-color-dimmed)" strokeDasharray="2 3" />
            </g>
          ))}
          {picture.rows.map((row) => (
            <Rung key={row.y} row={row} />
          ))}
        </svg>
      </Box>
      <details>
        <summary>{texts.asTable}</summary>
        <RungTable rungs={rungs} times={picture.rows.map(({ time }) => time)} />
      </details>
    </>
  )
}

function Rung({ row: { y, fromX, toX, label, time, kind } }: { readonly row: LadderRow }) {
  const back = toX > fromX ? -ARROW : ARROW
  return (
    <g fill={COLOURS[kind]} stroke={COLOURS[kind]}>
      <text x={4} y={y + 4} stroke="none" fill="var(--mantine-color-text)" fontSize={11}>
        {time}
      </text>
      <text x={(fromX + toX) / 2} y={y - 4} stroke="none" textAnchor="middle">
        {label}
      </text>
      <line x1={fromX} x2={toX} y1={y} y2={y} />
      <path d={`M ${toX} ${y} l ${back} ${-ARROW / 2} l 0 ${ARROW} Z`} />
    </g>
  )
}

function RungTable({ rungs, times }: { readonly rungs: Rungs; readonly times: readonly string[] }) {
  const texts = useTexts(explainTexts)
  // The same message may pass twice in a millisecond; nothing is ever put between them.
  const keys = rungs.map(({ at }, index) => `${at} ${index}`)
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.asTable } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.at}</Table.Th>
            <Table.Th>{texts.party}</Table.Th>
            <Table.Th>{texts.message}</Table.Th>
            <Table.Th>{texts.detail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rungs.map((rung, index) => (
            <Table.Tr key={keys[index]}>
              <Table.Td>{times[index]}</Table.Td>
              <Table.Td>{rung.party}</Table.Td>
              <Table.Td>
                {texts[rung.direction]}: {labelOf(rung)}
                {rung.sdp === null ? null : <Code block>{rung.sdp}</Code>}
              </Table.Td>
              <Table.Td>{rung.reason ?? rung.userAgent ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
