import { NumberInput, Skeleton, Stack, Switch, TagsInput, Title } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { FormFrame } from '../editing/form-frame.tsx'
import { useEdit } from '../editing/use-edit.ts'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { Trouble } from '../trouble.tsx'
import { callSettingsTexts } from './call-settings-texts.ts'
import { Forwardings } from './forwardings.tsx'
import { Parties } from './parties.tsx'
import { type CallSettings, changeOf, type SettingsValues, valuesOf } from './settings.ts'

const MIN_RING_SECONDS = 5
const MAX_RING_SECONDS = 180

/** What happens to the calls of an extension: for its user and for administrators. */
export function CallSettingsForm({ extensionId }: { readonly extensionId: string }) {
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/call-settings', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return <Form extensionId={extensionId} settings={data} />
}

function Form({ extensionId, settings }: { readonly extensionId: string; readonly settings: CallSettings }) {
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /extensions/{extensionId}/call-settings', { refreshes: ['/extensions'] })
  const form = useForm<SettingsValues>({ initialValues: valuesOf(settings), validate: { ...missingDestinations(shared.required) } })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf },
    save: (values, ifMatch) => change.mutateAsync([{ path: { extensionId }, body: changeOf(values, settings), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack gap="xl" maw={760}>
        <Availability form={form} />
        <Forwardings form={form} />
        <Parties form={form} list="alsoRing" />
        <Parties form={form} list="followMe" />
      </Stack>
    </FormFrame>
  )
}

/** Nothing is sent with a destination that is not chosen yet. */
function missingDestinations(required: string) {
  const to = (value: unknown): string | null => (value === null ? required : null)
  return { forwardings: { to }, alsoRing: { to }, followMe: { to } }
}

function Availability({ form }: { readonly form: UseFormReturnType<SettingsValues> }) {
  const texts = useTexts(callSettingsTexts)
  const bind = (name: 'doNotDisturb' | 'callWaiting' | 'rejectAnonymous' | 'hideNumber' | 'agreesToForwardings') => ({
    label: texts[name],
    ...form.getInputProps(name, { type: 'checkbox' }),
  })
  return (
    <Stack>
      <Title order={2} size="h4">
        {texts.reachable}
      </Title>
      <Switch {...bind('doNotDisturb')} description={texts.doNotDisturbHint} />
      <Switch {...bind('callWaiting')} description={texts.callWaitingHint} />
      <Switch {...bind('rejectAnonymous')} />
      <Switch {...bind('hideNumber')} />
      <Switch {...bind('agreesToForwardings')} />
      <NumberInput
        label={texts.ringSeconds}
        description={texts.ringSecondsHint}
        min={MIN_RING_SECONDS}
        max={MAX_RING_SECONDS}
        hideControls
        {...form.getInputProps('ringSeconds')}
      />
      <TagsInput
        label={texts.rejectedCallers}
        description={texts.rejectedCallersHint}
        value={[...form.values.rejectedCallers]}
        onChange={(callers) => form.setFieldValue('rejectedCallers', callers)}
        error={form.errors.rejectedCallers ?? Object.entries(form.errors).find(([path]) => path.startsWith('rejectedCallers'))?.[1]}
      />
    </Stack>
  )
}
