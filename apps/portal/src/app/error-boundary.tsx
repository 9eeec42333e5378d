import { Button, Code, Container, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTexts } from '../shared/language.tsx'
import { appTexts } from './app-texts.ts'

/** A fault in one part ends that part only: the rest of the portal goes on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Stumbled error={this.state.error} />
  }
}

function Stumbled({ error }: { readonly error: Error }) {
  const texts = useTexts(appTexts)
  return (
    <Container component="main" size="sm" py="xl">
      <Stack align="flex-start" role="alert">
        <Title order={1} size="h3">
          {texts.faultTitle}
        </Title>
        <Text>{texts.faultHint}</Text>
        <Code block>{error.message}</Code>
        <Button onClick={() => location.reload()}>{texts.reload}</Button>
      </Stack>
    </Container>
  )
}
