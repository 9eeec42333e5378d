import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { trunkTexts } from './texts.ts'

interface PlanProps {
  readonly plan: Answer<'POST /customer-trunks/{trunkId}/changes/preview'>
  readonly isBusy: boolean
  readonly make: () => void
}

/** What a change would do and need, and the button that does it. */
export function Plan({ plan: { effects, needs }, isBusy, make }: PlanProps) {
  const texts = useTexts(trunkTexts)
  const { language } = useLanguage()
  return (
    <Alert title={texts.would} role="status">
      <Stack gap="sm">
        <List size="sm">
          {effects.map((effect) => (
            <List.Item key={effect.en}>{effect[language]}</List.Item>
          ))}
        </List>
        {needs.length === 0 ? null : (
          <>
            <Text size="sm" fw={600}>
              {texts.needs}
            </Text>
            <List size="sm">
              {needs.map((need) => (
                <List.Item key={need.en}>{need[language]}</List.Item>
              ))}
            </List>
          </>
        )}
        <Group>
          <Button onClick={make} loading={isBusy}>
            {texts.make}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
