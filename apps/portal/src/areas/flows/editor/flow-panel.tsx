import { Button, Divider, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { Problem } from '../../../api/problem.ts'
import { useChange, useRefresh } from '../../../api/queries.ts'
import { versionOf } from '../../../api/version.ts'
import { useConfirm } from '../../../shared/confirm.tsx'
import { useChangedMeanwhile } from '../../../shared/editing/use-changed-meanwhile.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { useSubmit } from '../../../shared/use-submit.ts'
import { editorTexts } from '../editor-texts.ts'
import { FLOW_PROBLEM_FIELDS, isNumberOrNone } from '../new-flow-page.tsx'
import { DestinationSetting } from '../settings/fields.tsx'
import { flowTexts } from '../texts.ts'
import { useEditor } from './editor-context.tsx'

/** What belongs to the flow as a whole: its name and number, and where faxes go. */
export function FlowPanel() {
  const { mayChange } = useEditor()
  return (
    <Fieldset variant="unstyled" disabled={!mayChange}>
      <Stack gap="sm">
        <NameForm />
        <Divider />
        <FaxField />
        <Divider />
        <DeleteButton />
      </Stack>
    </Fieldset>
  )
}

function NameForm() {
  const texts = useTexts(flowTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const { flow, rename } = useEditor()
  const refresh = useRefresh()
  const form = useForm({
    initialValues: { name: flow.name, number: flow.number ?? '' },
    validate: {
      name: (name) => (name.trim() === '' ? shared.required : null),
      number: (number) => (isNumberOrNone(number.trim()) ? null : texts.numberWrong),
    },
  })
  const submit = useSubmit(
    form,
    async ({ name, number }) => {
      await rename({ name, number: number.trim() || null })
      void refresh('/call-targets')
      done(shared.saved)
    },
    FLOW_PROBLEM_FIELDS,
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="xs">
        <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
        <TextInput label={texts.number} description={texts.numberHint} inputMode="numeric" {...form.getInputProps('number')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {shared.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function FaxField() {
  const texts = useTexts(editorTexts)
  const { draft, change } = useEditor()
  const { fax } = draft.graph
  const without = (): void => change(({ graph: { fax: _before, ...graph }, ...rest }) => ({ ...rest, graph }))
  return (
    <Stack gap="xs">
      <DestinationSetting
        label={texts.fax}
        description={texts.faxHint}
        kinds={['fax', 'external']}
        value={fax ?? null}
        onChange={(to) => {
          if (to.kind === 'external') change((drawn) => ({ ...drawn, graph: { ...drawn.graph, fax: to } }), 'fax')
          if (to.kind === 'fax')
            change((drawn) => ({ ...drawn, graph: { ...drawn.graph, fax: { kind: 'fax', targetId: to.targetId } } }), 'fax')
        }}
      />
      {fax === undefined ? null : (
        <Button variant="default" size="xs" onClick={without}>
          {texts.noFax}
        </Button>
      )}
    </Stack>
  )
}

function DeleteButton() {
  const texts = useTexts(flowTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const { flow } = useEditor()
  const remove = useChange('DELETE /flows/{flowId}', { refreshes: ['/flows'] })
  const changed = useChangedMeanwhile()
  const ask = async (): Promise<void> => {
    const ifMatch = versionOf(flow)
    const isMeant = await confirm({ title: texts.deleteOne(flow.name), consequence: texts.deleteConsequence, act: shared.delete })
    if (!isMeant) return
    try {
      await remove.mutateAsync([{ path: { flowId: flow.id }, ifMatch }])
      done(texts.deleted)
      go('/')
    } catch (error) {
      if (error instanceof Problem && error.code === 'changed-meanwhile') await changed(error)
      else failed(error)
    }
  }
  return (
    <Button color="red" variant="light" loading={remove.isPending} onClick={() => void ask()}>
      {shared.delete}
    </Button>
  )
}
