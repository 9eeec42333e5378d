import { Anchor, Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { BLOCK_TEXTS } from '../block-texts.ts'
import { editorTexts } from '../editor-texts.ts'
import { type Exit, exitsOf } from '../graph/exits.ts'
import type { FlowBlock } from '../graph/flow.ts'
import classes from './editor.module.css'
import { useEditor } from './editor-context.tsx'
import { KindIcon } from './kind-icon.tsx'
import { inOrder } from './reading-order.ts'
import { BlockDetail, useExitName } from './words.tsx'

/** The flow to be read: every block with what it does and where each exit leads, in the order of a call. */
export function ListView() {
  const texts = useTexts(editorTexts)
  const { draft } = useEditor()
  const blocks = inOrder(draft.graph)
  return (
    <section className={classes.listView} aria-label={texts.list}>
      {blocks.length === 0 ? <Text c="dimmed">{texts.noBlocks}</Text> : null}
      <Stack gap="xs">
        {blocks.map((block) => (
          <ListedBlock key={block.id} block={block} />
        ))}
      </Stack>
    </section>
  )
}

function ListedBlock({ block }: { readonly block: FlowBlock }) {
  const texts = useTexts(editorTexts)
  const { language } = useLanguage()
  const { draft, chosen, choose, open, fold, overlay } = useEditor()
  const mark = overlay.marks?.get(block.id)
  return (
    <Paper
      className={classes.listed}
      withBorder
      p="xs"
      id={`block-${block.id}`}
      data-block={block.id}
      data-passed={overlay.passed?.has(block.id) ?? false}
    >
      <Group gap="xs">
        <KindIcon kind={block.kind} />
        <Title order={2} size="h6">
          <Anchor
            component="button"
            type="button"
            inherit
            aria-pressed={chosen.has(block.id)}
            onClick={() => {
              choose(block.id)
              open('block')
              fold(false)
            }}
          >
            {block.id}
          </Anchor>
        </Title>
        <Text size="sm">{BLOCK_TEXTS[block.kind].name[language]}</Text>
        {draft.graph.start === block.id ? <Badge color="klinke">{texts.beginHere}</Badge> : null}
        {mark === undefined ? null : <Badge color="yellow">{texts[mark]}</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        <BlockDetail block={block} />
      </Text>
      <Remarks id={block.id} />
      <List size="sm">
        {exitsOf(block).map((exit) => (
          <ListedExit key={exit.name} block={block} exit={exit} />
        ))}
      </List>
    </Paper>
  )
}

function Remarks({ id }: { readonly id: string }) {
  const texts = useTexts(editorTexts)
  const { language } = useLanguage()
  const { flow, structure } = useEditor()
  const said = [
    ...flow.problems.filter(({ block }) => block === id).map(({ text }) => text[language]),
    ...(structure.unreachable.has(id) ? [texts.unreachable] : []),
    ...(structure.circling.has(id) ? [texts.circling] : []),
  ]
  return said.length === 0 ? null : (
    <Text size="sm" c="var(--mantine-color-error)">
      {said.join(' · ')}
    </Text>
  )
}

function ListedExit({ block, exit }: { readonly block: FlowBlock; readonly exit: Exit }) {
  const texts = useTexts(editorTexts)
  const nameOf = useExitName()
  return (
    <List.Item>
      {nameOf(block, exit.name)} →{' '}
      {exit.to === undefined ? (
        texts.ends
      ) : (
        <Anchor href={`#block-${exit.to}`} underline="always">
          {exit.to}
        </Anchor>
      )}
    </List.Item>
  )
}
