import { PasswordInput, Select, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { RightsField } from '../../shared/rights/rights-field.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import type { SignOnValues } from './single-sign-on.ts'
import { singleSignOnTexts } from './single-sign-on-texts.ts'

const CLAIMS: readonly SignOnValues['loginClaim'][] = ['email', 'preferred_username', 'upn']

export function useSignOnForm(initialValues: SignOnValues, isNew: boolean): UseFormReturnType<SignOnValues> {
  const { required } = useTexts(sharedTexts)
  const filled = (text: string): string | null => (text.trim() === '' ? required : null)
  return useForm<SignOnValues>({
    initialValues,
    validate: { issuer: filled, clientId: filled, clientSecret: (secret) => (isNew ? filled(secret) : null) },
  })
}

interface SignOnFieldsProps {
  readonly form: UseFormReturnType<SignOnValues>
  readonly isNew: boolean
  /** Who looks after customers enters domains; customers see them. */
  readonly setsDomains: boolean
}

export function SignOnFields({ form, isNew, setsDomains }: SignOnFieldsProps) {
  const texts = useTexts(singleSignOnTexts)
  const { takesNewcomers, newcomerRights } = form.values
  return (
    <Stack>
      <Switch label={texts.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
      <TextInput
        label={texts.issuer}
        description={texts.issuerHint}
        type="url"
        required
        maxLength={500}
        {...form.getInputProps('issuer')}
      />
      <TextInput label={texts.clientId} required maxLength={300} autoComplete="off" {...form.getInputProps('clientId')} />
      <PasswordInput
        label={texts.clientSecret}
        description={isNew ? texts.clientSecretHint : texts.clientSecretKept}
        required={isNew}
        autoComplete="off"
        {...form.getInputProps('clientSecret')}
      />
      <Select
        label={texts.loginClaim}
        description={texts.loginClaimHint}
        data={CLAIMS.map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('loginClaim')}
      />
      <Domains form={form} setsDomains={setsDomains} />
      <Switch label={texts.takesNewcomers} {...form.getInputProps('takesNewcomers', { type: 'checkbox' })} />
      {takesNewcomers ? (
        <RightsField
          value={newcomerRights}
          onChange={(rights) => form.setFieldValue('newcomerRights', rights ?? {})}
          error={form.errors.newcomerRights}
        />
      ) : null}
    </Stack>
  )
}

function Domains({ form, setsDomains }: Pick<SignOnFieldsProps, 'form' | 'setsDomains'>) {
  const texts = useTexts(singleSignOnTexts)
  const { domains } = form.values
  if (!setsDomains) return <Text size="sm">{`${texts.domains}: ${domains.length === 0 ? texts.noDomains : domains.join(', ')}`}</Text>
  return (
    <TagsInput
      label={texts.domains}
      description={texts.domainsHint}
      value={[...domains]}
      onChange={(chosen) => form.setFieldValue('domains', chosen)}
      error={form.errors.domains ?? Object.entries(form.errors).find(([path]) => path.startsWith('domains'))?.[1]}
    />
  )
}
