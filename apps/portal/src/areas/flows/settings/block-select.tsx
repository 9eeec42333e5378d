import { Select } from '@mantine/core'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { BLOCK_TEXTS } from '../block-texts.ts'
import { useEditor } from '../editor/editor-context.tsx'
import { editorTexts } from '../editor-texts.ts'

interface BlockSelectProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (block: string | undefined) => void
  /** What it means when none is chosen. */
  readonly without?: string
}

/** Chooses the block that follows: how connections are drawn without a mouse. */
export function BlockSelect({ label, value, onChange, without }: BlockSelectProps) {
  const texts = useTexts(editorTexts)
  const { language } = useLanguage()
  const { draft, mayChange } = useEditor()
  const none = without ?? texts.ends
  return (
    <Select
      label={label}
      data={draft.graph.blocks.map(({ id, kind }) => ({ value: id, label: `${id} (${BLOCK_TEXTS[kind].name[language]})` }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      placeholder={none}
      disabled={!mayChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${none}` }}
    />
  )
}
