import { Badge, Group, List, Paper, Text, Title } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { dashboardTexts } from './texts.ts'

interface FirstStepsProps {
  /** True for what is done. */
  readonly steps: { readonly extension: boolean; readonly phone: boolean; readonly call: boolean }
}

/** The way from an empty customer to the first call. */
export function FirstSteps({ steps }: FirstStepsProps) {
  const texts = useTexts(dashboardTexts)
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.firstSteps}>
      <Title order={2} size="h4" mb="xs">
        {texts.firstSteps}
      </Title>
      <List type="ordered" spacing="sm">
        <Step title={texts.stepExtension} text={texts.stepExtensionText} isDone={steps.extension} />
        <Step title={texts.stepPhone} text={texts.stepPhoneText} isDone={steps.phone} />
        <Step title={texts.stepCall} text={texts.stepCallText} isDone={steps.call} />
      </List>
    </Paper>
  )
}

function Step({ title, text, isDone }: { readonly title: string; readonly text: string; readonly isDone: boolean }) {
  const texts = useTexts(dashboardTexts)
  return (
    <List.Item>
      <Group gap="xs">
        <Text fw={600}>{title}</Text>
        <Badge color={isDone ? 'teal' : 'gray'}>{isDone ? texts.done : texts.open}</Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </List.Item>
  )
}
