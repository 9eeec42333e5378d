import { Alert, Button, Group, Text } from '@mantine/core'
import { GitMerge } from 'lucide-react'
import type { Problem } from '../../api/problem.ts'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { conflictTexts } from './conflict-texts.ts'

/** Somebody else has changed what a form edits. */
export interface EditConflict {
  readonly problem: Problem
  /** Shows what is there now; what was entered is lost. */
  readonly takeTheirs: () => void
  /** Stores what was entered all the same. */
  readonly keepMine: () => void
}

/** Says who was faster, and lets one decide. What was entered stays in the form meanwhile. */
export function Conflict({ conflict: { problem, takeTheirs, keepMine } }: { readonly conflict: EditConflict }) {
  const texts = useTexts(conflictTexts)
  const format = useFormat()
  const { changed } = problem
  const who = changed === undefined ? texts.changedBySomebody : texts.changedBy(changed.by, format.when(changed.at))
  return (
    <Alert mt="lg" color="yellow" role="alert" icon={<GitMerge aria-hidden />} title={texts.changedMeanwhile}>
      <Text size="sm">{`${who} ${texts.conflictHint}`}</Text>
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {texts.takeTheirs}
        </Button>
        <Button size="xs" variant="default" onClick={keepMine}>
          {texts.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
