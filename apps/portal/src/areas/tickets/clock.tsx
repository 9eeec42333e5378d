import { Progress, Stack, Text } from '@mantine/core'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { ticketTexts } from './texts.ts'
import { hoursAndMinutes, percentSpent, type Ticket } from './ticket.ts'

/** The time to repair as a bar, with what remains in words (SLA-02). */
export function Clock({
  ticket: { clock, state, waitsFor, number },
}: {
  readonly ticket: Pick<Ticket, 'clock' | 'state' | 'waitsFor' | 'number'>
}) {
  const texts = useTexts(ticketTexts)
  const format = useFormat()
  if (clock === null) return <Text size="sm">{texts.noClock}</Text>
  const left = hoursAndMinutes(clock.remainingMinutes)
  const isOver = state === 'resolved' || state === 'closed'
  const rest = isOver
    ? (clock.missed ? texts.wasMissed : texts.wasKept)(hoursAndMinutes(clock.spentMinutes))
    : clock.missed
      ? texts.late(left)
      : texts.remaining(left)
  const due = waitsFor !== null || clock.dueAt === null ? undefined : texts.until(format.when(clock.dueAt))
  const stands = waitsFor === null || isOver ? undefined : texts[`stop-${waitsFor}`]
  return (
    <Stack gap={4}>
      <Progress.Root size="lg" maw={360}>
        <Progress.Section value={percentSpent(clock)} color={clock.missed ? 'red' : 'blue'} aria-label={texts.clockOf(number)} />
      </Progress.Root>
      <Text size="sm">{[rest, stands ?? (isOver ? undefined : due)].filter((part) => part !== undefined).join(' · ')}</Text>
    </Stack>
  )
}
