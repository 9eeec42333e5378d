import { MultiSelect, NumberInput, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { ProfileField } from '../../shared/carriers/profile-field.tsx'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { addressesOf, type ProviderValues } from './provider.ts'
import { providerTexts } from './texts.ts'

type ProviderForm = UseFormReturnType<ProviderValues>

/** At which field a problem without one is shown. */
export const PROVIDER_PROBLEM_FIELDS = { 'own-carrier-name-taken': 'name', 'site-has-carrier': 'siteId', 'no-such-site': 'siteId' }

/** `present`: the provider that is changed; its password is not known here and stays unless a new one is given. */
export function useProviderForm(initialValues: ProviderValues, present?: ProviderValues): ProviderForm {
  const texts = useTexts(providerTexts)
  const shared = useTexts(sharedTexts)
  const needed = (value: string): string | null => (value.trim() === '' ? shared.required : null)
  return useForm<ProviderValues>({
    initialValues,
    validate: {
      ...{ name: needed, host: needed, siteId: needed },
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

export function ProviderFields({ form, isNew }: { readonly form: ProviderForm; readonly isNew: boolean }) {
  const texts = useTexts(providerTexts)
  const formats = (['e164', 'international', 'national', 'local'] as const).map((value) => ({ value, label: texts[value] }))
  return (
    <Stack maw={480}>
      <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
      <Sites form={form} />
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
      <ProfileField {...form.getInputProps('profile')} />
      <Select label={texts.format} data={formats} allowDeselect={false} {...form.getInputProps('outboundFormat')} />
    </Stack>
  )
}

function Sites({ form }: { readonly form: ProviderForm }) {
  const texts = useTexts(providerTexts)
  const { data } = useAnswer('GET /sites', [{ query: useCustomer() }])
  const sites = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const { siteId, alsoServes } = form.values
  const further = sites.filter(({ value }) => value !== siteId)
  return (
    <>
      <Select
        label={texts.site}
        description={texts.siteHint}
        data={sites}
        value={siteId === '' ? null : siteId}
        onChange={(chosen) => form.setFieldValue('siteId', chosen ?? '')}
        error={form.errors.siteId}
        allowDeselect={false}
        required
      />
      {sites.length < 2 ? null : (
        <MultiSelect
          label={texts.alsoServes}
          description={texts.alsoServesHint}
          data={further}
          value={alsoServes.filter((id) => id !== siteId)}
          onChange={(chosen) => form.setFieldValue('alsoServes', chosen)}
          error={form.errors.alsoServes}
        />
      )}
    </>
  )
}

function Authentication({ form, isNew }: { readonly form: ProviderForm; readonly isNew: boolean }) {
  const texts = useTexts(providerTexts)
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
