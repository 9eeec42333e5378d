import { NumberInput, Select, Skeleton, Stack, Switch } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { NumbersInput } from '../../shared/destinations/numbers-input.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { ExtensionsField } from '../../shared/team/extensions-field.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { operatorTexts } from './texts.ts'

type Secretariat = Answer<'GET /extensions/{extensionId}/secretariat'>
type Values = Pick<Secretariat, 'secretaries' | 'active' | 'callers' | 'bypass' | 'ringSeconds'>

const REFRESHED = { refreshes: ['/secretariats', '/extensions'] }
const NEW: Values = { secretaries: [], active: true, callers: 'all', bypass: [], ringSeconds: 30 }

function valuesOf({ secretaries, active, callers, bypass, ringSeconds }: Secretariat): Values {
  return { secretaries, active, callers, bypass, ringSeconds }
}

function useSecretariatForm(initialValues: Values): UseFormReturnType<Values> {
  const { required } = useTexts(sharedTexts)
  return useForm<Values>({ initialValues, validate: { secretaries: (ids) => (ids.length === 0 ? required : null) } })
}

export function NewSecretariat({ bossId, close }: { readonly bossId: string; readonly close: () => void }) {
  const change = useChange('PATCH /extensions/{extensionId}/secretariat', REFRESHED)
  const form = useSecretariatForm(NEW)
  const submit = useSubmit(form, (body) => change.mutateAsync([{ path: { extensionId: bossId }, body }]).then(close))
  return (
    <FormFrame act="save" submit={submit}>
      <Fields form={form} />
    </FormFrame>
  )
}

export function EditSecretariat({ bossId }: { readonly bossId: string }) {
  const { data } = useAnswer('GET /extensions/{extensionId}/secretariat', [{ path: { extensionId: bossId } }])
  return data === undefined ? <Skeleton height={60} /> : <Edited secretariat={data} />
}

function Edited({ secretariat }: { readonly secretariat: Secretariat }) {
  const change = useChange('PATCH /extensions/{extensionId}/secretariat', REFRESHED)
  const form = useSecretariatForm(valuesOf(secretariat))
  const submit = useEdit({
    ...{ form, thing: secretariat, valuesOf },
    save: (body, ifMatch) => change.mutateAsync([{ path: { extensionId: secretariat.bossId }, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Fields form={form} />
    </FormFrame>
  )
}

function Fields({ form }: { readonly form: UseFormReturnType<Values> }) {
  const texts = useTexts(operatorTexts)
  return (
    <Stack gap="sm">
      <ExtensionsField
        label={texts.secretaries}
        value={form.values.secretaries}
        onChange={(secretaries) => form.setFieldValue('secretaries', secretaries)}
        error={form.errors.secretaries}
      />
      <Switch label={texts.active} {...form.getInputProps('active', { type: 'checkbox' })} />
      <Select
        label={texts.callers}
        data={(['all', 'internal', 'external'] as const).map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('callers')}
      />
      <NumbersInput
        label={texts.bypass}
        description={texts.bypassHint}
        value={[...form.values.bypass]}
        onChange={(bypass) => form.setFieldValue('bypass', bypass)}
        error={form.errors.bypass ?? Object.entries(form.errors).find(([path]) => path.startsWith('bypass'))?.[1]}
      />
      <NumberInput label={texts.secretarySeconds} min={5} max={180} hideControls {...form.getInputProps('ringSeconds')} />
    </Stack>
  )
}
