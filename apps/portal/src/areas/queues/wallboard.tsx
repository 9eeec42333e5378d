import { Badge, Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { queueTexts } from './texts.ts'

type Live = Answer<'GET /queues/{teamId}/live'>

const AGAIN_MS = 2_000

/** Who waits for how long, and what the agents do; kept up to date. */
export function Wallboard({ teamId }: { readonly teamId: string }) {
  const texts = useTexts(queueTexts)
  const format = useFormat()
  const { data, error } = useAnswer('GET /queues/{teamId}/live', [{ path: { teamId } }], { everyMs: AGAIN_MS })
  if (error !== null) return <Trouble error={error} />
  if (data === undefined) return null
  const longest = Math.max(0, ...data.waiting.map(({ waitedSeconds }) => waitedSeconds))
  const agentsIn = (...states: readonly string[]): string => format.number(data.agents.filter(({ state }) => states.includes(state)).length)
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Figure name={texts.waitingNow} value={format.number(data.waiting.length)} />
        <Figure name={texts.longest} value={format.duration(longest)} />
        <Figure name={texts.free} value={agentsIn('ready')} />
        <Figure name={texts.talkingNow} value={agentsIn('talking')} />
      </SimpleGrid>
      <Waiting waiting={data.waiting} />
      <Agents agents={data.agents} />
    </Stack>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Paper withBorder p="md" role="group" aria-label={name}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={36} fw={700}>
        {value}
      </Text>
    </Paper>
  )
}

function Waiting({ waiting }: Pick<Live, 'waiting'>) {
  const texts = useTexts(queueTexts)
  const format = useFormat()
  if (waiting.length === 0) return <Text>{texts.nobodyWaits}</Text>
  return (
    <Table aria-label={texts.waitingNow}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.place}</Table.Th>
          <Table.Th>{texts.caller}</Table.Th>
          <Table.Th>{texts.waited}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {waiting.map(({ position, caller, kind, waitedSeconds }) => (
          <Table.Tr key={`${position} ${caller.number}`}>
            <Table.Td>{position}</Table.Td>
            <Table.Td>
              {caller.displayName ?? readableNumbers(caller.number)}{' '}
              {kind === 'callback' ? <Badge variant="default">{texts.asksForCallback}</Badge> : null}
            </Table.Td>
            <Table.Td>{format.duration(waitedSeconds)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Agents({ agents }: Pick<Live, 'agents'>) {
  const texts = useTexts(queueTexts)
  const format = useFormat()
  if (agents.length === 0) return <Text>{texts.noAgents}</Text>
  return (
    <Table aria-label={texts.agents}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.agent}</Table.Th>
          <Table.Th>{texts.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {agents.map(({ extensionId, number, name, state, endsInSeconds }) => (
          <Table.Tr key={extensionId}>
            <Table.Td>{`${number ?? ''} ${name ?? ''}`}</Table.Td>
            <Table.Td>
              {texts[state]}
              {endsInSeconds === null ? '' : ` (${format.duration(endsInSeconds)})`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
