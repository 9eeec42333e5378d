import { Fieldset, NumberInput, Select, Skeleton, Stack, Switch } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { LANGUAGES } from '../../shared/texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { settingsTexts } from './texts.ts'

type Settings = Answer<'GET /tenant-settings'>
type Form = UseFormReturnType<Settings>

const HEARERS: readonly Settings['announceFailures'][] = ['phones', 'everyone', 'nobody']
const TRACED: readonly Settings['callTraces'][] = ['problems', 'always', 'never']
const same = (settings: Settings): Settings => settings

export function GeneralSettings() {
  const { data, error, refetch } = useAnswer('GET /tenant-settings', [{ query: useCustomer() }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return <Edited settings={data} />
}

function Edited({ settings }: { readonly settings: Settings }) {
  const query = useCustomer()
  const change = useChange('PATCH /tenant-settings', { refreshes: ['/tenant-settings', '/tenants'] })
  const form = useForm<Settings>({ initialValues: settings })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf: same },
    save: (body, ifMatch) => change.mutateAsync([{ query, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={640}>
        <Spoken form={form} />
        <Calls form={form} />
        <Keeping form={form} />
      </Stack>
    </FormFrame>
  )
}

function Spoken({ form }: { readonly form: Form }) {
  const texts = useTexts(settingsTexts)
  return (
    <Fieldset legend={texts.spoken}>
      <Stack>
        <Select
          label={texts.language}
          data={LANGUAGES.map((value) => ({ value, label: texts[value] }))}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <Select
          label={texts.timeZone}
          description={texts.timeZoneHint}
          data={Intl.supportedValuesOf('timeZone')}
          limit={50}
          searchable
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
      </Stack>
    </Fieldset>
  )
}

function Calls({ form }: { readonly form: Form }) {
  const texts = useTexts(settingsTexts)
  return (
    <Fieldset legend={texts.ringing}>
      <Stack>
        <NumberInput label={texts.ringTimeoutSeconds} min={5} max={300} hideControls {...form.getInputProps('ringTimeoutSeconds')} />
        <Select
          label={texts.announceFailures}
          data={HEARERS.map((value) => ({ value, label: texts[value] }))}
          allowDeselect={false}
          {...form.getInputProps('announceFailures')}
        />
        <Switch
          label={texts.offerCallback}
          description={texts.offerCallbackHint}
          {...form.getInputProps('offerCallback', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  )
}

function Keeping({ form }: { readonly form: Form }) {
  const texts = useTexts(settingsTexts)
  return (
    <Fieldset legend={texts.keeping}>
      <Stack>
        <NumberInput label={texts.voicemailDays} min={1} max={365} hideControls {...form.getInputProps('voicemailDays')} />
        <Select
          label={texts.callTraces}
          description={texts.callTracesHint}
          data={TRACED.map((value) => ({ value, label: texts[value] }))}
          allowDeselect={false}
          {...form.getInputProps('callTraces')}
        />
        {form.values.callTraces === 'never' ? null : (
          <NumberInput label={texts.callTraceDays} min={1} max={365} hideControls {...form.getInputProps('callTraceDays')} />
        )}
      </Stack>
    </Fieldset>
  )
}
