import { Progress, Stack, Text } from '@mantine/core'

interface GaugeProps {
  readonly name: string
  /** What the bar shows, in words. */
  readonly words: string
  /** Null: there is nothing to compare with, and no bar. */
  readonly percent: number | null
  /** The bar warns at this, or below it where less is worse. */
  readonly warns: boolean
  readonly about?: string
}

/** A value with its limit, as a bar and in words. */
export function Gauge({ name, words, percent, warns, about }: GaugeProps) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      {percent === null ? null : (
        <Progress.Root size="lg" transitionDuration={150}>
          <Progress.Section value={Math.min(100, percent)} color={warns ? 'orange' : 'teal'} aria-label={`${name}: ${words}`} />
        </Progress.Root>
      )}
      <Text size="sm">{words}</Text>
      {about === undefined ? null : (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
    </Stack>
  )
}
