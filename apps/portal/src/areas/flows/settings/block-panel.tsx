import { Button, Divider, Fieldset, Group, Stack, Text, Title } from '@mantine/core'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { BLOCK_TEXTS } from '../block-texts.ts'
import { useEditor } from '../editor/editor-context.tsx'
import { KindIcon } from '../editor/kind-icon.tsx'
import { useExitName } from '../editor/words.tsx'
import { editorTexts } from '../editor-texts.ts'
import { beginWith, changeBlock, connect, isBlockName, removeBlocks, renameBlock } from '../graph/edits.ts'
import { exitsOf } from '../graph/exits.ts'
import type { FlowBlock } from '../graph/flow.ts'
import { BlockSelect } from './block-select.tsx'
import { BlockSettings } from './block-settings.tsx'
import { ValidText } from './fields.tsx'

/** Everything about the chosen block. */
export function BlockPanel() {
  const texts = useTexts(editorTexts)
  const { draft, chosen } = useEditor()
  const [id, ...others] = chosen
  const index = draft.graph.blocks.findIndex((each) => each.id === id)
  const block = others.length === 0 ? draft.graph.blocks[index] : undefined
  if (block === undefined) return <Text c="dimmed">{draft.graph.blocks.length === 0 ? texts.noBlocks : texts.chooseBlock}</Text>
  // A renamed block is the same: its place in the list says so.
  return <ChosenBlock key={index} block={block} />
}

function ChosenBlock({ block }: { readonly block: FlowBlock }) {
  const { language } = useLanguage()
  const { mayChange, change } = useEditor()
  const { name, about } = BLOCK_TEXTS[block.kind]
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <KindIcon kind={block.kind} size={20} />
        <Title order={2} size="h4">
          {name[language]}
        </Title>
      </Group>
      <Text size="sm" c="dimmed">
        {about[language]}
      </Text>
      <Fieldset variant="unstyled" disabled={!mayChange}>
        <Stack gap="sm">
          <NameField id={block.id} />
          <BlockSettings
            block={block}
            change={(changed) => change((draft) => changeBlock(draft, block.id, () => changed), `set ${block.id}`)}
          />
          <ExitFields block={block} />
          <Divider />
          <BlockButtons id={block.id} />
        </Stack>
      </Fieldset>
    </Stack>
  )
}

function NameField({ id }: { readonly id: string }) {
  const texts = useTexts(editorTexts)
  const { draft, change, choose } = useEditor()
  const problem = (text: string): string | undefined => {
    if (!isBlockName(text)) return texts.blockNameWrong
    return text !== id && draft.graph.blocks.some((block) => block.id === text) ? texts.blockNameTaken : undefined
  }
  const rename = (text: string): void => {
    change((drawn) => renameBlock(drawn, id, text), 'rename')
    choose(text)
  }
  return (
    <ValidText label={texts.blockName} description={texts.blockNameHint} value={id} onChange={rename} problem={problem} maxLength={40} />
  )
}

/** Exits whose blocks are not chosen among the settings: keys and answers have their place there. */
function ExitFields({ block }: { readonly block: FlowBlock }) {
  const texts = useTexts(editorTexts)
  const { change } = useEditor()
  const nameOf = useExitName()
  const exits = exitsOf(block).filter(({ name }) => !/^(keys|answers|when)\./.test(name))
  if (exits.length === 0) return null
  return (
    <Fieldset legend={texts.exits} p="xs">
      <Stack gap="xs">
        {exits.map(({ name, to }) => (
          <BlockSelect
            key={name}
            label={nameOf(block, name)}
            value={to}
            onChange={(target) => change((draft) => connect(draft, block.id, name, target))}
          />
        ))}
      </Stack>
    </Fieldset>
  )
}

function BlockButtons({ id }: { readonly id: string }) {
  const texts = useTexts(editorTexts)
  const { draft, change, choose } = useEditor()
  const remove = (): void => {
    change((drawn) => removeBlocks(drawn, new Set([id])))
    choose()
  }
  return (
    <Group justify="space-between">
      {draft.graph.start === id ? (
        <Text size="sm">{texts.beginHere}</Text>
      ) : (
        <Button variant="default" size="xs" onClick={() => change((drawn) => beginWith(drawn, id))}>
          {texts.makeBeginning}
        </Button>
      )}
      <Button variant="light" color="red" size="xs" onClick={remove}>
        {texts.removeBlock}
      </Button>
    </Group>
  )
}
