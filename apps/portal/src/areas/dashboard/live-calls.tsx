import { Anchor, Badge, Paper, Table, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { dashboardTexts } from './texts.ts'

/** Long numbers break rather than make a phone's screen scroll sideways. */
const WRAPPED = { overflowWrap: 'anywhere' } as const

/** Calls in progress, the oldest first. */
export function LiveCalls({ calls }: { readonly calls: readonly Entry<'GET /live-calls'>[] }) {
  const texts = useTexts(dashboardTexts)
  const words = useTexts(callTexts)
  const format = useFormat()
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {texts.liveCalls}
      </Title>
      {calls.length === 0 ? (
        <Text c="dimmed">{texts.noLiveCalls}</Text>
      ) : (
        <Table style={WRAPPED}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.caller}</Table.Th>
              <Table.Th>{words.called}</Table.Th>
              <Table.Th>{texts.state}</Table.Th>
              <Table.Th visibleFrom="xs">{words.started}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {calls.map((call) => (
              <Table.Tr key={call.id}>
                <Table.Td>
                  <Anchor component={Link} href={`/calls/${call.id}`} size="sm" fw={600}>
                    <PartyCell party={call.caller} />
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <PartyCell party={call.called} />
                </Table.Td>
                <Table.Td>
                  <Badge miw="max-content" variant="light" color={call.emergency ? 'red' : 'klinke'}>
                    {call.emergency ? words.emergency : words[call.state]}
                  </Badge>
                </Table.Td>
                <Table.Td visibleFrom="xs">{format.when(call.startedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  )
}
