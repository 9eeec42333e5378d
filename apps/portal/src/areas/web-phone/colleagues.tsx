import { ActionIcon, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Phone, PhoneForwarded } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { usePhoneExtension } from '../../session/phone-extension.tsx'
import { useTexts } from '../../shared/language.tsx'
import type { Telephone } from './engine/telephone.ts'
import { webPhoneTexts } from './texts.ts'

type Colleague = Entry<'GET /presence'>

/** Shown at a time; an area for searching people is the phone book's. */
const SHOWN = 100
const AGAIN_MS = 5_000

/** Who is free, where it rings and who talks, with a press to call, and one to take the call that rings there. */
export function Colleagues({ phone }: { readonly phone: Telephone }) {
  const texts = useTexts(webPhoneTexts)
  const { extension } = usePhoneExtension()
  const customer = extension?.tenantId === undefined ? {} : { tenantId: extension.tenantId }
  const { data } = useAnswer('GET /presence', [{ query: { ...customer, limit: SHOWN } }], { everyMs: AGAIN_MS })
  const codes = useAnswer('GET /feature-codes', [{ query: customer }]).data?.items
  const pickUpCode = codes?.find(({ feature }) => feature === 'pick-up-extension')?.codes[0]
  const others = (data?.items ?? []).filter(({ extensionId }) => extensionId !== extension?.id)
  if (others.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="colleagues">
      <Title order={2} size="h4" id="colleagues" mb="sm">
        {texts.colleagues}
      </Title>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {others.map((colleague) => (
          <Lamp key={colleague.extensionId} phone={phone} colleague={colleague} pickUpCode={pickUpCode} />
        ))}
      </Stack>
    </Paper>
  )
}

interface LampProps {
  readonly phone: Telephone
  readonly colleague: Colleague
  /** Undefined where the customer has none. */
  readonly pickUpCode: string | undefined
}

function Lamp({ phone, colleague: { name, number, ...state }, pickUpCode }: LampProps) {
  const texts = useTexts(webPhoneTexts)
  const { lamp, colour } = lampOf(state)
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="xs">
      <div>
        <Text style={{ overflowWrap: 'anywhere' }}>{name}</Text>
        <Text size="sm" c="dimmed">
          {number}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Badge variant="dot" color={colour}>
          {texts[lamp]}
        </Badge>
        <ActionIcon
          {...{ size: 'lg', variant: 'default', 'aria-label': texts.callColleague(name), title: texts.callColleague(name) }}
          onClick={() => void phone.call(number)}
        >
          <Phone size={18} aria-hidden />
        </ActionIcon>
        {pickUpCode === undefined || !state.ringing ? null : (
          <ActionIcon
            {...{ size: 'lg', variant: 'filled', 'aria-label': texts.pickUp(name), title: texts.pickUp(name) }}
            onClick={() => void phone.call(`${pickUpCode}${number}`)}
          >
            <PhoneForwarded size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </Group>
  )
}

function lampOf({ basic, activities, ringing }: Pick<Colleague, 'basic' | 'activities' | 'ringing'>) {
  if (ringing) return { lamp: 'ringsThere', colour: 'orange' } as const
  if (activities.includes('on-the-phone')) return { lamp: 'onThePhone', colour: 'red' } as const
  return basic === 'open' ? ({ lamp: 'free', colour: 'green' } as const) : ({ lamp: 'away', colour: 'gray' } as const)
}
