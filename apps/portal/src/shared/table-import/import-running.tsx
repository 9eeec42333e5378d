import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTexts } from '../language.tsx'
import { importTexts } from './import-texts.ts'

interface ImportRunningProps {
  readonly words: string
  /** Absent: nobody knows. */
  readonly percent?: number
  readonly cancel?: () => void
}

/** How far it is, and that nobody has to wait here. */
export function ImportRunning({ words, percent, cancel }: ImportRunningProps) {
  const texts = useTexts(importTexts)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {words}
        </Text>
        {percent === undefined ? null : <Text size="sm">{percent} %</Text>}
      </Group>
      <Progress.Root size="lg" transitionDuration={150}>
        <Progress.Section value={percent ?? 100} animated striped aria-label={words} />
      </Progress.Root>
      {cancel === undefined ? null : (
        <Group justify="space-between">
          <Text size="sm">{texts.goesOn}</Text>
          <Button size="xs" variant="default" onClick={cancel}>
            {texts.cancel}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
