import { Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { ColourSwitch, LanguageSwitch } from '../app/header.tsx'

interface DoorFrameProps {
  readonly title: string
  readonly about?: string
  readonly children: ReactNode
}

/** The frame of the pages that somebody sees who is not yet inside. */
export function DoorFrame({ title, about, children }: DoorFrameProps) {
  useEffect(() => {
    document.title = `${title} · Klinke`
  }, [title])
  return (
    <Container component="main" size={440} py="xl">
      <Group justify="space-between" mb="md">
        <Text fw={700} size="xl">
          Klinke
        </Text>
        <Group gap="xs">
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
      </Group>
      <Paper withBorder p="lg">
        <Stack>
          <Title order={1} size="h2">
            {title}
          </Title>
          {about === undefined ? null : (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
          {children}
        </Stack>
      </Paper>
    </Container>
  )
}
