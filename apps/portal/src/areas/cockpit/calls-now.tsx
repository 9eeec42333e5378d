import { Badge, Group, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { otherParty } from '../../shared/calls/other-party.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Card } from './card.tsx'
import { cockpitTexts } from './texts.ts'

interface CallsNowProps {
  readonly extensionId: string
  readonly data: Answer<'GET /live-calls'> | undefined
  readonly error: Error | null
}

/** Whom one is talking to, and who rings. */
export function CallsNow({ extensionId, data, error }: CallsNowProps) {
  const texts = useTexts(cockpitTexts)
  const words = useTexts(callTexts)
  const format = useFormat()
  return (
    <Card title={texts.callsNow} error={error} isLoading={data === undefined}>
      {data?.items.length === 0 ? <Text c="dimmed">{texts.noCallsNow}</Text> : null}
      {data?.items.map((call) => (
        <Group key={call.id} justify="space-between">
          <Text>
            <PartyCell party={otherParty(call, extensionId)} />
          </Text>
          <Group gap="xs">
            <Badge variant="light" color={call.emergency ? 'red' : 'klinke'}>
              {call.emergency ? words.emergency : words[call.state]}
            </Badge>
            <Text size="sm">{format.time(call.since)}</Text>
          </Group>
        </Group>
      ))}
    </Card>
  )
}
