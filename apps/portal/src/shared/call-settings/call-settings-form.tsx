import { NumberInput, Skeleton, Stack, Switch, Title } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { NumbersInput } from '../destinations/numbers-input.tsx'
import { FormFrame } from '../editing/form-frame.tsx'
import { useEdit } from '../editing/use-edit.ts'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { Trouble } from '../trouble.tsx'
import { callSettingsTexts } from './call-settings-texts.ts'
import { Forwardings } from './forwardings.tsx'
import { Parties } from './parties.tsx'
import { type CallSettings, changeOf, type Part, type SettingsValues, valuesFor, valuesOf } from './settings.ts'

const MIN_RING_SECONDS = 5
const MAX_RING_SECONDS = 180

interface CallSettingsFormProps {
  readonly extensionId: string
  /** Absent: everything. */
  readonly part?: Part
  /** Told after it was saved. */
  readonly saved?: () => void
}

/** What happens to the calls of an extension: for its user and for administrators. */
export function CallSettingsForm(props: CallSettingsFormProps) {
  const path = { extensionId: props.extensionId }
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/call-settings', [{ path }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return <Form settings={data} {...props} />
}

function Form({ extensionId, settings, part, saved }: CallSettingsFormProps & { readonly settings: CallSettings }) {
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /extensions/{extensionId}/call-settings', { refreshes: ['/extensions', '/presence'] })
  const form = useForm<SettingsValues>({ initialValues: valuesFor(settings, part), validate: { ...missingDestinations(shared.required) } })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf },
    save: async (values, ifMatch) => {
      const changed = await change.mutateAsync([{ path: { extensionId }, body: changeOf(values, settings), ifMatch }])
      saved?.()
      return changed
    },
  })
  const isWanted = (kind: Part['kind']): boolean => part === undefined || part.kind === kind
  return (
    <FormFrame act="save" submit={submit}>
      <Stack gap="xl" maw={760}>
        {isWanted('availability') ? <Availability form={form} /> : null}
        {isWanted('ringing') ? <RingSeconds form={form} /> : null}
        {isWanted('forwarding') ? <Forwardings form={form} /> : null}
        {isWanted('ringing') ? <Parties form={form} list="alsoRing" /> : null}
        {isWanted('ringing') ? <Parties form={form} list="followMe" /> : null}
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
      <NumbersInput
        label={texts.rejectedCallers}
        description={texts.rejectedCallersHint}
        value={[...form.values.rejectedCallers]}
        onChange={(callers) => form.setFieldValue('rejectedCallers', callers)}
        error={form.errors.rejectedCallers ?? Object.entries(form.errors).find(([path]) => path.startsWith('rejectedCallers'))?.[1]}
      />
    </Stack>
  )
}

function RingSeconds({ form }: { readonly form: UseFormReturnType<SettingsValues> }) {
  const texts = useTexts(callSettingsTexts)
  return (
    <NumberInput
      label={texts.ringSeconds}
      description={texts.ringSecondsHint}
      min={MIN_RING_SECONDS}
      max={MAX_RING_SECONDS}
      hideControls
      {...form.getInputProps('ringSeconds')}
    />
  )
}
