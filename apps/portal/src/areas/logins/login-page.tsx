import { Skeleton, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useProof } from '../../session/proof.tsx'
import { TargetName } from '../../shared/destinations/target-select.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { RightsField } from '../../shared/rights/rights-field.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Access } from './access.tsx'
import { LOGIN_PROBLEM_FIELDS, type Login, type LoginValues, valuesOf } from './login.ts'
import { PersonFields, usePersonRules } from './person-fields.tsx'
import { loginTexts } from './texts.ts'

/** One login: who it is, how it signs in, and what is open to it. */
export function LoginPage({ loginId }: { readonly loginId: string }) {
  const texts = useTexts(loginTexts)
  const [, go] = useLocation()
  const { data, error, refetch } = useAnswer('GET /logins/{loginId}', [{ path: { loginId } }])
  const remove = useChange('DELETE /logins/{loginId}', { refreshes: ['/logins'] })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const deletion = (
    <DeleteButton
      title={texts.deleteOne(data.name)}
      consequence={texts.deleteConsequence}
      thing={data}
      remove={(ifMatch) => remove.mutateAsync([{ path: { loginId }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
  return (
    <Page title={data.name} about={texts[data.kind]} actions={deletion}>
      <Stack maw={760}>
        <Access login={data} />
        <Change login={data} />
      </Stack>
    </Page>
  )
}

function Change({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  const change = useChange('PATCH /logins/{loginId}', { refreshes: ['/logins'] })
  const proved = useProof()
  const form = useForm<LoginValues>({ initialValues: valuesOf(login), validate: usePersonRules() })
  const submit = useEdit({
    ...{ form, thing: login, valuesOf, byCode: LOGIN_PROBLEM_FIELDS },
    // The rights go along only when they are changed: nobody changes his own.
    save: ({ rights, ...person }, ifMatch) =>
      proved(() =>
        change.mutateAsync([{ path: { loginId: login.id }, body: { ...person, ...(form.isDirty('rights') ? { rights } : {}) }, ifMatch }]),
      ),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack>
        <PersonFields form={form} />
        {login.kind === 'user' ? (
          <Text size="sm">
            {`${texts.extension}: `}
            {login.extensionId === null ? null : <TargetName kind="extension" id={login.extensionId} />}
          </Text>
        ) : (
          <RightsField value={form.values.rights} onChange={(rights) => form.setFieldValue('rights', rights)} error={form.errors.rights} />
        )}
      </Stack>
    </FormFrame>
  )
}
