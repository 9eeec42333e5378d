import { Stack, Text, Title } from '@mantine/core'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { BLOCK_TEXTS } from '../block-texts.ts'
import { editorTexts } from '../editor-texts.ts'
import type { BlockKind } from '../graph/flow.ts'
import classes from './editor.module.css'
import { useEditor } from './editor-context.tsx'
import { KindIcon } from './kind-icon.tsx'

/** What a dragged block carries: its kind. */
export const DRAGGED_AS = 'application/x-klinke-block'

const KINDS = Object.keys(BLOCK_TEXTS) as readonly BlockKind[]

export function kindOf(text: string): BlockKind | undefined {
  return KINDS.find((kind) => kind === text)
}

/** All blocks: to be dragged, or pressed. */
export function Palette() {
  const texts = useTexts(editorTexts)
  const { mayChange } = useEditor()
  return (
    <nav className={classes.palette} aria-label={texts.palette}>
      <Title order={2} size="h5">
        {texts.palette}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {mayChange ? texts.paletteHint : texts.readOnly}
      </Text>
      <Stack gap={4}>
        {KINDS.map((kind) => (
          <PaletteBlock key={kind} kind={kind} />
        ))}
      </Stack>
    </nav>
  )
}

function PaletteBlock({ kind }: { readonly kind: BlockKind }) {
  const { language } = useLanguage()
  const { add, mayChange } = useEditor()
  const { name, about } = BLOCK_TEXTS[kind]
  return (
    <button
      type="button"
      className={classes.paletteBlock}
      data-kind={kind}
      draggable={mayChange}
      disabled={!mayChange}
      onClick={() => add(kind)}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_AS, kind)
        event.dataTransfer.effectAllowed = 'copy'
      }}
    >
      <KindIcon kind={kind} />
      <span>
        <span className={classes.paletteName}>{name[language]}</span>
        <span className={classes.paletteAbout}>{about[language]}</span>
      </span>
    </button>
  )
}
