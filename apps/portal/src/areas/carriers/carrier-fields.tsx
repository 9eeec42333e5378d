import { NumberInput, PasswordInput, Select, Stack, Switch, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { ProfileField } from '../../shared/carriers/profile-field.tsx'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { addressesOf, type CarrierValues } from './carrier.ts'
import { carrierTexts } from './texts.ts'

type CarrierForm = UseFormReturnType<CarrierValues>

/** At which field a problem without one is shown. */
export const CARRIER_PROBLEM_FIELDS = { 'carrier-name-taken': 'name' }

/** `present`: the carrier that is changed; its password is not known here and stays unless a new one is given. */
export function useCarrierForm(initialValues: CarrierValues, present?: CarrierValues): CarrierForm {
  const texts = useTexts(carrierTexts)
  const shared = useTexts(sharedTexts)
  const needed = (value: string): string | null => (value.trim() === '' ? shared.required : null)
  return useForm<CarrierValues>({
    initialValues,
    validate: {
      name: needed,
      host: needed,
      username: (username, { kind }) => (kind === 'registration' ? needed(username) : null),
      password: (password, { kind, username }) => {
        if (kind !== 'registration' || password !== '') return null
        if (present === undefined || present.kind !== 'registration') return shared.required
        return present.username === username.trim() ? null : texts.passwordNeeded
      },
      addresses: (addresses, { kind }) => (kind === 'fixed-ip' && addressesOf(addresses).length === 0 ? shared.required : null),
    },
  })
}

export function CarrierFields({ form, isNew }: { readonly form: CarrierForm; readonly isNew: boolean }) {
  const texts = useTexts(carrierTexts)
  return (
    <Stack maw={480}>
      <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
      <TextInput label={texts.host} description={texts.hostHint} required {...form.getInputProps('host')} />
      <NumberInput
        label={texts.port}
        description={texts.portHint}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('port')}
      />
      <Select label={texts.transport} data={['UDP', 'TCP', 'TLS']} allowDeselect={false} {...form.getInputProps('transport')} />
      <Authentication form={form} isNew={isNew} />
      <Calls form={form} />
    </Stack>
  )
}

function Authentication({ form, isNew }: { readonly form: CarrierForm; readonly isNew: boolean }) {
  const texts = useTexts(carrierTexts)
  const kinds = [
    { value: 'registration', label: texts.registration },
    { value: 'fixed-ip', label: texts.fixedIp },
  ]
  return (
    <>
      <Select label={texts.kind} data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
      {form.values.kind === 'fixed-ip' ? (
        <TextInput label={texts.addresses} description={texts.addressesHint} required {...form.getInputProps('addresses')} />
      ) : (
        <>
          <TextInput label={texts.username} required autoComplete="off" {...form.getInputProps('username')} />
          <PasswordInput
            label={texts.password}
            description={isNew ? undefined : texts.passwordKept}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        </>
      )}
    </>
  )
}

function Calls({ form }: { readonly form: CarrierForm }) {
  const texts = useTexts(carrierTexts)
  const formats = (['e164', 'international', 'national', 'local'] as const).map((value) => ({ value, label: texts[value] }))
  const encryptions = (['none', 'offered', 'required'] as const).map((value) => ({ value, label: texts[value] }))
  const locations = [
    { value: 'none', label: texts.numberAlone },
    { value: 'pidf-lo', label: texts.pidfLo },
  ]
  return (
    <>
      <ProfileField {...form.getInputProps('profile')} />
      <Select label={texts.format} data={formats} allowDeselect={false} {...form.getInputProps('outboundFormat')} />
      <NumberInput
        label={texts.priority}
        description={texts.priorityHint}
        min={0}
        max={1_000}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('priority')}
      />
      <NumberInput
        label={texts.share}
        description={texts.shareHint}
        min={0}
        max={1_000}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('share')}
      />
      <NumberInput
        label={texts.channels}
        description={texts.channelsHint}
        min={1}
        max={100_000}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('channels')}
      />
      <Select label={texts.srtp} data={encryptions} allowDeselect={false} {...form.getInputProps('srtp')} />
      <Select
        label={texts.emergencyLocation}
        description={texts.emergencyLocationHint}
        data={locations}
        allowDeselect={false}
        {...form.getInputProps('emergencyLocation')}
      />
      <Switch label={texts.foreign} description={texts.foreignHint} {...form.getInputProps('foreign', { type: 'checkbox' })} />
    </>
  )
}
