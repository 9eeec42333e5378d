import { Button, Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'

/** What can be done with all chosen rows at once. */
export function BulkBar({ count, clear, children }: { readonly count: number; readonly clear: () => void; readonly children: ReactNode }) {
  const texts = useTexts(sharedTexts)
  return (
    <Paper withBorder p="xs">
      <Group>
        <Text size="sm" fw={600} role="status">
          {texts.selected(count)}
        </Text>
        {children}
        <Button size="xs" variant="subtle" onClick={clear}>
          {texts.clearSelection}
        </Button>
      </Group>
    </Paper>
  )
}
