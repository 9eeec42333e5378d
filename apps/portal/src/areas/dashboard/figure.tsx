import { Paper, Text } from '@mantine/core'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { dashboardTexts } from './texts.ts'

interface FigureProps {
  readonly name: string
  /** Undefined while it is read. */
  readonly page: { readonly items: readonly unknown[]; readonly nextCursor: string | null } | undefined
}

/** How many there are; of a list that goes on, how many at least. */
export function Figure({ name, page }: FigureProps) {
  const texts = useTexts(dashboardTexts)
  const format = useFormat()
  const count = page?.items.length ?? 0
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text size="xl" fw={700}>
        {page === undefined ? '…' : page.nextCursor === null ? format.number(count) : texts.more(count)}
      </Text>
    </Paper>
  )
}
