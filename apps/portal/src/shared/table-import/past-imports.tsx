import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { importTexts } from './import-texts.ts'

/** An import as the lists of all kinds tell it. */
export interface PastImport {
  readonly id: string
  readonly fileName: string
  readonly createdAt: string
  readonly created: number
  readonly changed: number
  readonly skipped: number
  readonly failed: number
  /** Where an import can drop what is not in its file. */
  readonly removed?: number
  readonly undoneAt: string | null
}

interface PastImportsProps {
  readonly items: readonly PastImport[] | undefined
  /** What became of its rows. */
  readonly counts: (past: PastImport) => string
  /** What is said when there is none. */
  readonly none: string
  /** Absent: who looks may not. */
  readonly takeBack: ((past: PastImport) => Promise<void>) | undefined
  readonly isBusy?: boolean
  /** What was left when one was taken back. */
  readonly children?: ReactNode
}

/** What was imported, and the way back. */
export function PastImports({ items, counts, none, takeBack, isBusy = false, children }: PastImportsProps) {
  const texts = useTexts(importTexts)
  const shared = useTexts(sharedTexts)
  const format = useFormat()
  return (
    <Fieldset legend={texts.past}>
      <Stack gap="xs">
        {children}
        {items?.length === 0 ? <Text size="sm">{none}</Text> : null}
        {items?.map((past) => (
          <Group key={past.id} justify="space-between">
            <Text size="sm">
              {format.when(past.createdAt)} · {past.fileName || texts.unnamed} · {counts(past)}
            </Text>
            {past.undoneAt === null ? null : <Text size="sm">{texts.takenBack}</Text>}
            {past.undoneAt === null && past.created + past.changed + (past.removed ?? 0) > 0 && takeBack !== undefined ? (
              <Button
                size="xs"
                variant="default"
                loading={isBusy}
                onClick={() => void takeBack(past)}
                aria-label={texts.takeBack(past.fileName || texts.unnamed)}
              >
                {shared.undo}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
    </Fieldset>
  )
}
