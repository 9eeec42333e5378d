import { Anchor, Badge, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { nodeTexts } from './texts.ts'

type State = Answer<'GET /carrier-states'>['items'][number]

const AGAIN_MS = 5_000

/** Which carriers are registered or reachable, in the order in which they are tried. */
export function CarrierStates() {
  const texts = useTexts(nodeTexts)
  const { data, error, refetch } = useAnswer('GET /carrier-states', [], { everyMs: AGAIN_MS, unheard: true })
  return (
    <Section title={texts.carriers}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined ? <Skeleton height={80} /> : <States states={data.items} />}
    </Section>
  )
}

function States({ states }: { readonly states: readonly State[] }) {
  const texts = useTexts(nodeTexts)
  if (states.length === 0) {
    return (
      <Stack align="flex-start" gap="xs">
        <Text>{texts.noCarrier}</Text>
        <Button component={Link} href="~/carriers/new" size="xs">
          {texts.addCarrier}
        </Button>
      </Stack>
    )
  }
  return (
    <List listStyleType="none" spacing="md">
      {states.map((state) => (
        <List.Item key={state.carrierId}>
          <Line state={state} />
        </List.Item>
      ))}
    </List>
  )
}

function Line({ state: { carrierId, name, state, usable, since, expiresAt, lastError, channels } }: { readonly state: State }) {
  const texts = useTexts(nodeTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const color = usable ? (state === 'registered' || state === 'up' ? 'teal' : 'gray') : 'red'
  const { limit } = channels
  const calls = format.number(channels.in + channels.out)
  const times = [
    texts.stateSince(format.when(since)),
    ...(expiresAt === null ? [] : [texts.expires(format.when(expiresAt))]),
    limit === null ? texts.callsOver(calls) : texts.channelsOf(calls, format.number(limit)),
  ]
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Anchor component={Link} href={`~/carriers/${carrierId}`} fw={600}>
          {name}
        </Anchor>
        <Badge color={color}>{texts[state]}</Badge>
        <Text size="sm" c="dimmed">
          {times.join(' · ')}
        </Text>
      </Group>
      {lastError === null ? null : <Text size="sm">{texts.lastError(lastError[language])}</Text>}
      {state === 'failed' || state === 'down' ? <Text size="sm">{texts[`${state}Do`]}</Text> : null}
    </Stack>
  )
}
