import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { editorTexts } from '../editor-texts.ts'
import { useEditor } from './editor-context.tsx'
import { useExitName } from './words.tsx'

/** What must be mended before the draft can be published, and what might be forgotten. */
export function ProblemsPanel() {
  const texts = useTexts(editorTexts)
  const { language } = useLanguage()
  const { flow } = useEditor()
  return (
    <Stack gap="sm">
      {flow.problems.length === 0 ? (
        <Alert color="teal">{texts.noProblems}</Alert>
      ) : (
        <>
          <Title order={2} size="h5">
            {texts.mustMend}
          </Title>
          <List size="sm">
            {flow.problems.map(({ block, text }) => (
              <Hint key={text.en} block={block}>
                {text[language]}
              </Hint>
            ))}
          </List>
        </>
      )}
      <Hints />
    </Stack>
  )
}

/** What is seen in the drawing itself. */
function Hints() {
  const texts = useTexts(editorTexts)
  const nameOf = useExitName()
  const { draft, structure } = useEditor()
  const { open, circling, unreachable } = structure
  const hinted = draft.graph.blocks.filter(({ id }) => open.has(id) || circling.has(id) || unreachable.has(id))
  if (hinted.length === 0) return null
  return (
    <>
      <Title order={2} size="h5">
        {texts.mayMend}
      </Title>
      <List size="sm">
        {hinted.map((block) => {
          const { id } = block
          const exits = (open.get(id) ?? []).map((exit) => nameOf(block, exit)).join(', ')
          const words = [
            ...(unreachable.has(id) ? [texts.unreachable] : []),
            ...(circling.has(id) ? [texts.circling] : []),
            ...(exits === '' ? [] : [texts.openExits(exits)]),
          ]
          return (
            <Hint key={id} block={id}>
              {`${id}: ${words.join('; ')}`}
            </Hint>
          )
        })}
      </List>
      {circling.size === 0 ? null : (
        <Text size="sm" c="dimmed">
          {texts.circlingHint}
        </Text>
      )}
    </>
  )
}

function Hint({ block, children }: { readonly block: string | null; readonly children: ReactNode }) {
  const texts = useTexts(editorTexts)
  const { choose, open } = useEditor()
  const show = (): void => {
    if (block === null) return
    choose(block)
    open('block')
  }
  return (
    <List.Item>
      {children}{' '}
      {block === null ? null : (
        <Anchor component="button" type="button" size="sm" underline="always" onClick={show} aria-label={`${texts.show}: ${block}`}>
          {texts.show}
        </Anchor>
      )}
    </List.Item>
  )
}
