import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useLanguage, useTexts } from './language.tsx'
import { problemHint, problemTitle } from './problem-texts.ts'
import { sharedTexts } from './shared-texts.ts'
import { asProblem } from './trouble.tsx'

const SHOWN_MS = 5_000
/** Long enough to read, think and press. */
const UNDO_MS = 12_000

interface Notices {
  /** It is done; with `undo`, a button takes it back. */
  readonly done: (what: string, undo?: () => Promise<unknown>) => void
  /** It was not done, for a reason to be looked at. */
  readonly warn: (title: string, message: string) => void
  /** It did not work. */
  readonly failed: (error: unknown) => void
}

/** Short notices at the edge of the window. */
export function useNotices(): Notices {
  const { language } = useLanguage()
  const texts = useTexts(sharedTexts)
  return useMemo(() => {
    const closed = { closeButtonProps: { 'aria-label': texts.close } }
    const failed = (error: unknown): void => {
      const problem = asProblem(error)
      const title = problemTitle(problem, language)
      notifications.show({ ...closed, color: 'red', title, message: problemHint(problem, language), autoClose: UNDO_MS, role: 'alert' })
    }
    const warn = (title: string, message: string): void =>
      void notifications.show({ ...closed, color: 'yellow', title, message, autoClose: UNDO_MS, role: 'alert' })
    const done = (what: string, undo?: () => Promise<unknown>): void => {
      if (undo === undefined)
        return void notifications.show({ ...closed, color: 'teal', message: what, autoClose: SHOWN_MS, role: 'status' })
      const takeBack = (): void => {
        notifications.hide(id)
        undo().catch(failed)
      }
      const id = notifications.show({
        ...closed,
        color: 'teal',
        autoClose: UNDO_MS,
        role: 'status',
        message: <Undoable what={what} undo={takeBack} label={texts.undo} />,
      })
    }
    return { done, warn, failed }
  }, [language, texts])
}

function Undoable({ what, undo, label }: { readonly what: string; readonly undo: () => void; readonly label: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{what}</Text>
      <Button size="compact-sm" variant="default" onClick={undo}>
        {label}
      </Button>
    </Group>
  )
}
