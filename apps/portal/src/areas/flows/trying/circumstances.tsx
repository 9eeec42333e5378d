import { Fieldset, Select, Stack, TextInput } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import { useEditor } from '../editor/editor-context.tsx'
import type { FlowBlock } from '../graph/flow.ts'
import type { CallValues, Refusal } from './call-form.tsx'
import { tryingTexts } from './trying-texts.ts'

interface CircumstancesProps {
  readonly values: CallValues
  readonly change: (values: CallValues) => void
}

/** What the world does meanwhile: who answers, what a server says, which agent signs in. Only of the blocks that the flow has. */
export function Circumstances({ values, change }: CircumstancesProps) {
  const texts = useTexts(tryingTexts)
  const { draft } = useEditor()
  const asked = draft.graph.blocks.filter(({ kind }) => kind === 'destination' || kind === 'lookup' || kind === 'agent-login')
  if (asked.length === 0) return null
  return (
    <Fieldset legend={texts.circumstances} p="xs">
      <Stack gap="xs">
        {asked.map((block) => (
          <Circumstance key={block.id} block={block} values={values} change={change} />
        ))}
      </Stack>
    </Fieldset>
  )
}

const REFUSALS: readonly Refusal[] = ['no-answer', 'busy', 'unreachable']

function Circumstance({ block: { id, kind }, values, change }: CircumstancesProps & { readonly block: FlowBlock }) {
  const texts = useTexts(tryingTexts)
  if (kind === 'lookup') {
    return (
      <TextInput
        label={texts.lookupAnswers(id)}
        description={texts.lookupHint}
        value={values.lookups[id] ?? ''}
        onChange={(event) => change({ ...values, lookups: { ...values.lookups, [id]: event.currentTarget.value } })}
      />
    )
  }
  if (kind === 'agent-login') {
    return (
      <TextInput
        label={texts.agentIs(id)}
        description={texts.agentHint}
        value={values.agents[id] ?? ''}
        onChange={(event) => change({ ...values, agents: { ...values.agents, [id]: event.currentTarget.value } })}
      />
    )
  }
  const choose = (chosen: string | null): void => {
    const { [id]: _before, ...others } = values.refused
    const refusal = REFUSALS.find((each) => each === chosen)
    change({ ...values, refused: refusal === undefined ? others : { ...others, [id]: refusal } })
  }
  return (
    <Select
      label={texts.nobodyAnswers(id)}
      data={[{ value: '', label: texts.somebodyAnswers }, ...REFUSALS.map((each) => ({ value: each, label: texts[each] }))]}
      value={values.refused[id] ?? ''}
      onChange={choose}
      allowDeselect={false}
    />
  )
}
