import { Badge, Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { inMoney } from './money.ts'
import { guardTexts } from './texts.ts'

type Used = Answer<'GET /cost-guard/today'>['used'][number]

/** While calls run it grows. */
const AGAIN_MS = 10_000

/** How much of the limits is used. */
export function Today() {
  const texts = useTexts(guardTexts)
  const query = useCustomer()
  const { data, error, refetch } = useAnswer('GET /cost-guard/today', [{ query }], { everyMs: AGAIN_MS, unheard: true })
  const limited = data?.used.filter(({ limit, used }) => limit !== null || used > 0) ?? []
  return (
    <Section title={texts.today} about={texts.todayAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={80} /> : null}
      {data?.isLifted ? <Badge color="teal">{texts.isLifted}</Badge> : null}
      {data === undefined ? null : <Text size="sm">{texts.running(data.callsRunning)}</Text>}
      {data !== undefined && limited.length === 0 ? <Text size="sm">{texts.nothingUsed}</Text> : null}
      <Stack gap="sm">
        {limited.map((used) => (
          <Bar key={used.measure} used={used} />
        ))}
      </Stack>
      {data === undefined || data.isLifted ? null : <Lift />}
    </Section>
  )
}

function Bar({ used: { measure, used, limit } }: { readonly used: Used }) {
  const texts = useTexts(guardTexts)
  const { language } = useLanguage()
  const { number } = useFormat()
  const shown = (amount: number): string => (measure === 'microsPerDay' ? inMoney(amount, language) : texts.minutes(number(amount)))
  const words = limit === null ? shown(used) : texts.usedOf(shown(used), shown(limit))
  const percent = limit === null ? 0 : limit === 0 ? 100 : Math.min(100, (used / limit) * 100)
  return (
    <div>
      <Group justify="space-between">
        <Text size="sm">{texts[measure]}</Text>
        <Text size="sm">{words}</Text>
      </Group>
      {limit === null ? null : (
        <Progress
          value={percent}
          color={percent >= 100 ? 'red' : percent >= 80 ? 'yellow' : 'teal'}
          aria-label={`${texts[measure]}: ${words}`}
        />
      )}
    </div>
  )
}

/** The provider lifts the limits until midnight. */
function Lift() {
  const texts = useTexts(guardTexts)
  const query = useCustomer()
  const { done, failed } = useNotices()
  const isProvider = hasCustomers(useSession())
  const mayLift = useMayChange() && isProvider
  const lift = useChange('POST /cost-guard/today/lift', { refreshes: ['/cost-guard/today'] })
  if (!mayLift) return null
  return (
    <Group>
      <Button
        variant="default"
        loading={lift.isPending}
        onClick={() => void lift.mutateAsync([{ query }]).then(() => done(texts.isLifted), failed)}
      >
        {texts.lift}
      </Button>
    </Group>
  )
}
