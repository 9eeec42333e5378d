import { Alert, Button, Group, List, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { trunkTexts } from './texts.ts'

interface PlanProps {
  readonly plan: Answer<'POST /customer-trunks/{trunkId}/changes/preview'>
  readonly isBusy: boolean
  readonly make: (charge: boolean) => void
}

/** What a change would do and need, and the button that does it. */
export function Plan({ plan: { effects, needs }, isBusy, make }: PlanProps) {
  const texts = useTexts(trunkTexts)
  const { language } = useLanguage()
  const sells = hasCustomers(useSession())
  const [isCharged, setCharged] = useState(false)
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
        {sells ? (
          <Switch
            label={texts.charge}
            description={texts.chargeAbout}
            checked={isCharged}
            onChange={(event) => setCharged(event.currentTarget.checked)}
          />
        ) : null}
        <Group>
          <Button onClick={() => make(isCharged)} loading={isBusy}>
            {texts.make}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
