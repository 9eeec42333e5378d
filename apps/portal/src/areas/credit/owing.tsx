import { Alert, Text } from '@mantine/core'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import type { Account } from './credit-page.tsx'
import { creditTexts } from './texts.ts'

/** What is owed beyond the credit, and what that leads to (FRD-03). */
export function Owing({ account: { owing } }: { readonly account: Account }) {
  const texts = useTexts(creditTexts)
  const format = useFormat()
  if (owing === null) return null
  const { amount, since, lockedFrom } = owing
  const isLocked = lockedFrom !== null && Date.parse(lockedFrom) <= Date.now()
  return (
    <Alert variant="light" color={isLocked ? 'red' : 'yellow'} title={isLocked ? texts.lockedTitle : texts.owingTitle}>
      <Text size="sm">{texts.owing(format.money(amount), format.date(since))}</Text>
      {lockedFrom === null ? null : (
        <Text size="sm">{isLocked ? texts.locked(format.dateTime(lockedFrom)) : texts.willLock(format.dateTime(lockedFrom))}</Text>
      )}
    </Alert>
  )
}
