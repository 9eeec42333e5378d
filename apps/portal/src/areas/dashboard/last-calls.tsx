import { Anchor, Group, Paper, Table, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { OutcomeCell, PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { dashboardTexts } from './texts.ts'

/** Long numbers break rather than make a phone's screen scroll sideways. */
const WRAPPED = { overflowWrap: 'anywhere' } as const

/** The newest call records. */
export function LastCalls({ calls }: { readonly calls: readonly Entry<'GET /call-records'>[] }) {
  const texts = useTexts(dashboardTexts)
  const words = useTexts(callTexts)
  const format = useFormat()
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {texts.lastCalls}
        </Title>
        <Anchor component={Link} href="/call-records" size="sm">
          {texts.all}
        </Anchor>
      </Group>
      {calls.length === 0 ? (
        <Text c="dimmed">{texts.noLastCalls}</Text>
      ) : (
        <Table style={WRAPPED}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.started}</Table.Th>
              <Table.Th>{words.caller}</Table.Th>
              <Table.Th>{words.called}</Table.Th>
              <Table.Th visibleFrom="xs">{words.outcome}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {calls.map((call) => (
              <Table.Tr key={call.id}>
                <Table.Td>
                  <Anchor component={Link} href={`/calls/${call.id}`} size="sm" fw={600}>
                    {format.when(call.startedAt)}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <PartyCell party={call.caller} />
                </Table.Td>
                <Table.Td>
                  <PartyCell party={call.called} />
                </Table.Td>
                <Table.Td visibleFrom="xs">
                  <OutcomeCell cause={call.cause} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  )
}
