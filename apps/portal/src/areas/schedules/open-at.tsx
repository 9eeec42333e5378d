import { Badge, Group, Paper, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { scheduleTexts } from './texts.ts'

const AGAIN_MS = 30_000

/** Whether a schedule is open now, or at any time one likes to know, why, and for how long. */
export function OpenAt({ scheduleId }: { readonly scheduleId: string }) {
  const texts = useTexts(scheduleTexts)
  const format = useFormat()
  const [at, setAt] = useState('')
  const query = at === '' ? {} : { at: new Date(at).toISOString() }
  const { data } = useAnswer('GET /schedules/{scheduleId}/state', [{ path: { scheduleId }, query }], { everyMs: AGAIN_MS })
  const why = data?.why === 'week' ? texts.byWeek : texts.because(data?.why ?? '')
  const until = data?.nextChange === null || data === undefined ? texts.forever : texts.until(format.dateTime(data.nextChange))
  return (
    <Paper withBorder p="md" maw={760} component="section" aria-label={texts.isOpen}>
      <Group align="flex-end">
        <TextInput
          type="datetime-local"
          label={`${texts.isOpen} ${texts.at}`}
          description={`${texts.atHint}. ${texts.savedOnly}`}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        {data === undefined ? null : (
          <Group gap="xs" role="status">
            <Badge size="lg" variant={data.open ? 'filled' : 'default'}>
              {data.open ? texts.open : texts.shut}
            </Badge>
            <Text size="sm">{`${why}, ${until}`}</Text>
          </Group>
        )}
      </Group>
    </Paper>
  )
}
