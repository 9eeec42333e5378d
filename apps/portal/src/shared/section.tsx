import { Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  readonly about?: string
  readonly children: ReactNode
}

/** One subject of the page, with its heading. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId()
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id} maw={760}>
      <Stack gap="sm">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {about === undefined ? null : <Text size="sm">{about}</Text>}
        {children}
      </Stack>
    </Paper>
  )
}
