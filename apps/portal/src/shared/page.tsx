import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** One sentence about what is done here. */
  readonly about?: string
  /** Buttons for the whole page. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: its heading, which is also the window's title, and its buttons. */
export function Page({ title, about, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Klinke`
  }, [title])
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {about === undefined ? null : (
            <Text c="dimmed" size="sm" maw="70ch">
              {about}
            </Text>
          )}
        </div>
        {actions === undefined ? null : <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}
