import { Anchor, Group, Paper, Skeleton, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Trouble } from '../../shared/trouble.tsx'

interface CardProps {
  readonly title: string
  /** Where there is more of it. */
  readonly more?: { readonly href: string; readonly words: string }
  readonly error?: Error | null
  readonly isLoading?: boolean
  readonly children: ReactNode
}

/** One part of the cockpit. */
export function Card({ title, more, error, isLoading = false, children }: CardProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {title}
          </Title>
          {more === undefined ? null : (
            <Anchor component={Link} href={more.href} size="sm">
              {more.words}
            </Anchor>
          )}
        </Group>
        {error === null || error === undefined ? isLoading ? <Skeleton height={60} /> : children : <Trouble error={error} />}
      </Stack>
    </Paper>
  )
}
