import { Alert, Button, Group, Radio, Stack, Switch, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { MailX } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useSession } from '../../session/session-context.tsx'
import { Copyable } from '../../shared/copyable.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { RightsField } from '../../shared/rights/rights-field.tsx'
import { SecretOnce } from '../../shared/secret-once.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { LOGIN_PROBLEM_FIELDS, type LoginValues } from './login.ts'
import { PersonFields, usePersonRules } from './person-fields.tsx'
import { loginTexts } from './texts.ts'

interface NewValues extends LoginValues {
  readonly kind: 'tenant' | 'user'
  readonly extensionId: string | null
  readonly initialPassword: boolean
}

/** Invites somebody; or shows the first password, which is readable only now. */
export function NewLoginPage() {
  const texts = useTexts(loginTexts)
  const [, go] = useLocation()
  const [made, setMade] = useState<Answer<'POST /logins'>>()
  const { sendsMail } = useSession()
  const form = useNewLoginForm()
  const customer = useCustomer()
  const create = useChange('POST /logins', { refreshes: ['/logins'] })
  const submit = useSubmit(
    form,
    async ({ kind, extensionId, rights, ...person }) => {
      const about = kind === 'user' ? { kind, ...(extensionId === null ? {} : { extensionId }) } : { kind, rights }
      const login = await create.mutateAsync([{ body: { ...customer, ...person, ...about } }])
      if (login.initialPassword === undefined) go(`/${login.id}`)
      else setMade(login)
    },
    { ...LOGIN_PROBLEM_FIELDS, 'no-mail': 'initialPassword' },
  )
  if (made !== undefined) return <Made login={made} />
  const { kind, rights, extensionId } = form.values
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={640}>
          <Radio.Group label={texts.kind} {...form.getInputProps('kind')}>
            <Stack gap="xs" mt="xs">
              <Radio value="tenant" label={texts.tenant} description={texts.tenantHint} />
              <Radio value="user" label={texts.user} description={texts.userHint} />
            </Stack>
          </Radio.Group>
          <PersonFields form={form} />
          {kind === 'user' ? (
            <TargetSelect
              kind="extension"
              label={texts.extension}
              value={extensionId}
              onChange={(id) => form.setFieldValue('extensionId', id)}
              error={form.errors.extensionId}
            />
          ) : (
            <RightsField value={rights} onChange={(chosen) => form.setFieldValue('rights', chosen)} error={form.errors.rights} />
          )}
          {sendsMail ? (
            <Switch
              label={texts.byPassword}
              description={texts.byPasswordHint}
              {...form.getInputProps('initialPassword', { type: 'checkbox' })}
            />
          ) : (
            <Alert color="yellow" icon={<MailX aria-hidden />}>
              {texts.noMailHint}
            </Alert>
          )}
        </Stack>
      </FormFrame>
    </Page>
  )
}

function useNewLoginForm() {
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { sendsMail } = useSession()
  // Whoever has made an extension comes here for its user.
  const given = new URLSearchParams(useSearch())
  const extensionId = given.get('extension')
  const person = { name: given.get('name') ?? '', email: '', language, rights: null }
  return useForm<NewValues>({
    initialValues: { ...person, kind: extensionId === null ? 'tenant' : 'user', extensionId, initialPassword: !sendsMail },
    validate: {
      ...usePersonRules(),
      extensionId: (id, { kind }) => (kind === 'user' && id === null ? shared.required : null),
    },
  })
}

function Made({ login: { id, name, email, initialPassword = '' } }: { readonly login: Answer<'POST /logins'> }) {
  const texts = useTexts(loginTexts)
  const shared = useTexts(sharedTexts)
  return (
    <Page title={name}>
      <SecretOnce title={texts.firstPassword} about={texts.firstPasswordOnce} label={texts.firstPassword} value={initialPassword} />
      <Section title={texts.handOver} about={texts.handOverAbout}>
        <Stack gap="xs">
          <Copyable label={texts.portalAddress} value={location.origin} />
          <Copyable label={texts.email} value={email} />
        </Stack>
        <Text size="sm">{texts.handOverThen}</Text>
      </Section>
      <Group>
        <Button component={Link} href={`/${id}`}>
          {shared.edit}
        </Button>
        <Button component={Link} href="/" variant="default">
          {shared.back}
        </Button>
      </Group>
    </Page>
  )
}
