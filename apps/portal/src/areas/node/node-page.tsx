import { Alert, Skeleton, Table } from '@mantine/core'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { CarrierStates } from './carrier-states.tsx'
import { type ExchangeNode, findingsOf } from './health.ts'
import { nodeTexts } from './texts.ts'

const AGAIN_MS = 5_000

/** How the exchange is, in words, with what to do; and each carrier. */
export default function NodePage() {
  const texts = useTexts(nodeTexts)
  const { data, error, refetch } = useAnswer('GET /nodes', [], { everyMs: AGAIN_MS, unheard: true })
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined ? <Skeleton height={240} /> : data.items.map((node) => <Node key={node.name} node={node} />)}
      <CarrierStates />
    </Page>
  )
}

function Node({ node }: { readonly node: ExchangeNode }) {
  const texts = useTexts(nodeTexts)
  return (
    <Section title={texts.node(node.name)}>
      <Findings node={node} />
      <Figures node={node} />
    </Section>
  )
}

function Findings({ node }: { readonly node: ExchangeNode }) {
  const texts = useTexts(nodeTexts)
  const findings = findingsOf(node)
  if (findings.length === 0) {
    return (
      <Alert color="teal" variant="default" icon={<CircleCheck aria-hidden color="var(--mantine-color-teal-text)" />} title={texts.well}>
        {texts.wellText}
      </Alert>
    )
  }
  return findings.map((finding) => (
    <Alert key={finding} color="red" icon={<TriangleAlert aria-hidden />} title={texts[finding]}>
      {texts[`${finding}Do`]}
    </Alert>
  ))
}

function Figures({ node }: { readonly node: ExchangeNode }) {
  const texts = useTexts(nodeTexts)
  const format = useFormat()
  const rows = [
    [texts.since, format.when(node.startedAt)],
    [texts.calls, format.number(node.calls)],
    [texts.registrations, format.number(node.registrations)],
    [texts.delay, `${format.number(node.signallingDelayMs)} ms`],
    [texts.memory, format.bytes(node.memoryBytes)],
    [texts.disk, node.diskFreeBytes === null ? texts.unknown : format.bytes(node.diskFreeBytes)],
    ...node.certificates.map(({ use, endsAt }) => [texts.certificate(use), texts.validUntil(format.date(endsAt))] as const),
    [texts.faults, format.number(node.faults)],
  ] as const
  return (
    <Table>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
