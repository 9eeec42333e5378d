import { Center, Stack, Text, Title } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon?: LucideIcon
  readonly title: string
  /** What this is good for, and what to do next. */
  readonly text: string
  /** The button that does it. */
  readonly action?: ReactNode
}

/** Stands where nothing is yet, and teaches the next step. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <Center py="xl">
      <Stack align="center" gap="xs" maw="50ch" ta="center">
        {Icon === undefined ? null : <Icon size={40} strokeWidth={1.5} aria-hidden />}
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        {action}
      </Stack>
    </Center>
  )
}
