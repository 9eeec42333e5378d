import { Badge, Button, Group, List, Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../../shared/language.tsx'
import { SipServer, useSipAccess } from '../../shared/sip-access/sip-server.tsx'
import { dashboardTexts } from './texts.ts'

interface FirstStepsProps {
  /** True for what is done. */
  readonly steps: { readonly extension: boolean; readonly phone: boolean; readonly call: boolean }
}

/** The way from an empty customer to the first call. */
export function FirstSteps({ steps }: FirstStepsProps) {
  const texts = useTexts(dashboardTexts)
  const access = useSipAccess()
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.firstSteps}>
      <Title order={2} size="h4" mb="xs">
        {texts.firstSteps}
      </Title>
      <List type="ordered" spacing="sm">
        <Step title={texts.stepExtension} text={texts.stepExtensionText} isDone={steps.extension}>
          {steps.extension ? null : (
            <Button component={Link} href="/extensions/new" size="xs" mt="xs">
              {texts.stepExtension}
            </Button>
          )}
        </Step>
        <Step title={texts.stepPhone} text={texts.stepPhoneText} isDone={steps.phone}>
          {access === undefined ? null : <SipServer access={access} />}
        </Step>
        <Step title={texts.stepCall} text={texts.stepCallText} isDone={steps.call}>
          {typeof access?.echoNumber === 'string' ? texts.stepEcho(access.echoNumber) : null}
        </Step>
      </List>
    </Paper>
  )
}

interface StepProps {
  readonly title: string
  readonly text: string
  readonly isDone: boolean
  readonly children?: ReactNode
}

/** One step, and whether it is done. */
export function Step({ title, text, isDone, children }: StepProps) {
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
      <Text component="div" size="sm">
        {children}
      </Text>
    </List.Item>
  )
}
