import { Alert, Progress, Skeleton, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { recordingTexts } from './texts.ts'

const COLOURS = { ok: 'teal', 'nearly-full': 'yellow', full: 'red' } as const

/** REC-01: how much room is used, with a word when it becomes scarce. */
export function Storage() {
  const texts = useTexts(recordingTexts)
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /storage', [{ query: useCustomer() }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={80} />
  const { usedBytes, quotaBytes, state } = data
  const said = texts.used(format.bytes(usedBytes), format.bytes(quotaBytes))
  const percent = Math.min(100, Math.round((usedBytes / quotaBytes) * 100))
  return (
    <Section title={texts.storage} about={texts.storageAbout}>
      <Progress value={percent} color={COLOURS[state]} size="lg" aria-label={said} />
      <Text size="sm">{said}</Text>
      {state === 'ok' ? null : <Alert color={COLOURS[state]}>{state === 'full' ? texts.full : texts.nearlyFull}</Alert>}
    </Section>
  )
}
