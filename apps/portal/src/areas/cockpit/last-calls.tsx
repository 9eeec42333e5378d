import { Group, Text } from '@mantine/core'
import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import type { Answer, Entry } from '../../api/operation.ts'
import { CallBack } from '../../shared/calls/call-back.tsx'
import { PartyCell } from '../../shared/calls/call-cells.tsx'
import { isMissed, otherParty } from '../../shared/calls/other-party.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Card } from './card.tsx'
import { cockpitTexts } from './texts.ts'

const SHOWN = 6

interface LastCallsProps {
  readonly extensionId: string
  readonly which: 'missed' | 'last'
  readonly data: Answer<'GET /call-records'> | undefined
  readonly error: Error | null
}

/** The newest calls, or the missed ones among them; each is called back by one press. */
export function LastCalls({ extensionId, which, data, error }: LastCallsProps) {
  const texts = useTexts(cockpitTexts)
  const wanted = data?.items.filter((call) => which === 'last' || isMissed(call, extensionId)).slice(0, SHOWN)
  const none = which === 'missed' ? texts.noMissed : texts.noLast
  return (
    <Card title={texts[which]} more={{ href: '~/own-calls', words: texts.all }} error={error} isLoading={data === undefined}>
      {wanted?.length === 0 ? <Text c="dimmed">{none}</Text> : null}
      {wanted?.map((call) => (
        <Row key={call.id} extensionId={extensionId} call={call} />
      ))}
    </Card>
  )
}

function Row({ extensionId, call }: { readonly extensionId: string; readonly call: Entry<'GET /call-records'> }) {
  const texts = useTexts(cockpitTexts)
  const format = useFormat()
  const party = otherParty(call, extensionId)
  const isOwn = call.caller.extensionId === extensionId
  const Icon = isOwn ? PhoneOutgoing : isMissed(call, extensionId) ? PhoneMissed : PhoneIncoming
  const words = isOwn ? texts.outgoing : isMissed(call, extensionId) ? texts.missed : texts.incoming
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        <Icon size={16} role="img" aria-label={words} />
        <Text style={{ overflowWrap: 'anywhere' }}>
          <PartyCell party={party} />
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {format.when(call.startedAt)}
        </Text>
        <CallBack number={party.number} who={party.displayName ?? party.number} />
      </Group>
    </Group>
  )
}
