import { Badge, Group, List, Text } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import { editorTexts } from '../editor-texts.ts'
import type { Difference } from './difference.ts'
import { versionsTexts } from './versions-texts.ts'

const COLOURS = { added: 'teal', changed: 'yellow', removed: 'red' } as const

/** What differs, in words: the colours of the drawing are not for everybody. */
export function DifferenceList({ difference: { start, isFaxMoved, marks } }: { readonly difference: Difference }) {
  const texts = useTexts(versionsTexts)
  const editor = useTexts(editorTexts)
  if (marks.size === 0 && start === undefined && !isFaxMoved) return <Text size="sm">{texts.same}</Text>
  return (
    <List size="sm" listStyleType="none">
      {start === undefined ? null : <List.Item>{texts.startMoved(start.from, start.to)}</List.Item>}
      {isFaxMoved ? <List.Item>{texts.faxMoved}</List.Item> : null}
      {[...marks].map(([block, mark]) => (
        <List.Item key={block}>
          <Group gap="xs">
            <Badge color={COLOURS[mark]}>{editor[mark]}</Badge>
            {block}
          </Group>
        </List.Item>
      ))}
    </List>
  )
}
