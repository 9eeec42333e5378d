import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { LayoutDashboard, Redo2, Undo2 } from 'lucide-react'
import { useTexts } from '../../../shared/language.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { asProblem } from '../../../shared/trouble.tsx'
import { editorTexts } from '../editor-texts.ts'
import { FlowState } from '../flows-page.tsx'
import { layOut } from '../graph/lay-out.ts'
import { useEditor } from './editor-context.tsx'

/** The way back, order, and how it stands with the draft. */
export function Toolbar() {
  const texts = useTexts(editorTexts)
  const shared = useTexts(sharedTexts)
  const { flow, undo, redo, canUndo, canRedo, change, mayChange } = useEditor()
  useHotkeys([
    ['mod+Z', undo],
    ['mod+Y', redo],
    ['mod+shift+Z', redo],
  ])
  return (
    <Group gap="sm">
      {mayChange ? (
        <>
          <ActionIcon variant="default" aria-label={shared.undo} disabled={!canUndo} onClick={undo}>
            <Undo2 size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={texts.redo} disabled={!canRedo} onClick={redo}>
            <Redo2 size={16} aria-hidden />
          </ActionIcon>
          <Button
            size="xs"
            variant="default"
            leftSection={<LayoutDashboard size={16} aria-hidden />}
            onClick={() => change((draft) => ({ ...draft, layout: layOut(draft.graph) }))}
          >
            {texts.layOut}
          </Button>
        </>
      ) : null}
      <FlowState flow={flow} />
      <SavingState />
    </Group>
  )
}

/** Whether what is drawn is stored; the server's reason when it is not. */
function SavingState() {
  const texts = useTexts(editorTexts)
  const { saving } = useEditor()
  return (
    <Text size="sm" role="status" c={saving.kind === 'saved' || saving.kind === 'saving' ? 'dimmed' : 'var(--mantine-color-error)'}>
      {saving.kind === 'saved' ? texts.saved : saving.kind === 'saving' ? texts.saving : texts.notSaved}
      {saving.kind === 'refused' ? `: ${asProblem(saving.error).detail}` : ''}
    </Text>
  )
}
