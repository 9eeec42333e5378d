import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { useEditor } from '../editor/editor-context.tsx'
import type { SimulatedCall, Simulation } from '../graph/flow.ts'
import { tryingTexts } from './trying-texts.ts'
import { exampleOf } from './way.ts'

/** Keeps a tried call with what became of it: it is tried before each publication. */
export function KeepExample({ call, simulation }: { readonly call: SimulatedCall; readonly simulation: Simulation }) {
  const texts = useTexts(tryingTexts)
  const { change, mayChange } = useEditor()
  const { done } = useNotices()
  const [name, setName] = useState('')
  if (!mayChange) return null
  const keep = (): void => {
    change((draft) => ({ ...draft, examples: [...draft.examples, exampleOf(name.trim(), call, simulation)] }))
    setName('')
    done(texts.kept)
  }
  return (
    <Stack gap="xs">
      <TextInput label={texts.exampleName} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={100} />
      <Button variant="default" onClick={keep} disabled={name.trim() === ''}>
        {texts.keep}
      </Button>
    </Stack>
  )
}
