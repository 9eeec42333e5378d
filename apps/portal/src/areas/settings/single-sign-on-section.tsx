import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { urlOf } from '../../api/client.ts'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { Copyable } from '../../shared/copyable.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_SIGN_ON, type SingleSignOn, valuesOf } from './single-sign-on.ts'
import { SignOnFields, useSignOnForm } from './single-sign-on-fields.tsx'
import { singleSignOnTexts } from './single-sign-on-texts.ts'

const REFRESHED = { refreshes: ['/single-sign-on'] }

/** The customer's identity provider: set up, tested, changed and ended. */
export function SingleSignOnSection() {
  const texts = useTexts(singleSignOnTexts)
  const mayChange = useMayChange()
  const [isSettingUp, setSettingUp] = useState(false)
  const { data, error, refetch } = useAnswer('GET /single-sign-on', [{ query: useCustomer() }])
  const [present] = data?.items ?? []
  return (
    <Section title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      {present === undefined ? null : <Present key={present.id} singleSignOnId={present.id} />}
      {data === undefined || present !== undefined || isSettingUp ? null : (
        <Group>
          <Text size="sm">{texts.none}</Text>
          {mayChange ? <Button onClick={() => setSettingUp(true)}>{texts.setUp}</Button> : null}
        </Group>
      )}
      {isSettingUp && present === undefined ? <NewSignOn done={() => setSettingUp(false)} /> : null}
    </Section>
  )
}

function NewSignOn({ done }: { readonly done: () => void }) {
  const texts = useTexts(singleSignOnTexts)
  const customer = useCustomer()
  const setsDomains = hasCustomers(useSession())
  const create = useChange('POST /single-sign-on', REFRESHED)
  const form = useSignOnForm(NEW_SIGN_ON, true)
  const submit = useSubmit(form, (values) =>
    create.mutateAsync([{ body: { ...customer, ...bodyOf(values, setsDomains), clientSecret: values.clientSecret } }]).then(done),
  )
  const address = `${location.origin}${urlOf('/sign-in/single-sign-on/callback', {})}`
  return (
    <>
      <Copyable label={texts.redirectUri} value={address} />
      <FormFrame act="save" submit={submit}>
        <SignOnFields form={form} isNew setsDomains={setsDomains} />
      </FormFrame>
    </>
  )
}

function Present({ singleSignOnId }: { readonly singleSignOnId: string }) {
  const path = { singleSignOnId }
  const { data, error, refetch } = useAnswer('GET /single-sign-on/{singleSignOnId}', [{ path }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  return <Edited settings={data} />
}

function Edited({ settings }: { readonly settings: SingleSignOn }) {
  const texts = useTexts(singleSignOnTexts)
  const path = { singleSignOnId: settings.id }
  const setsDomains = hasCustomers(useSession())
  const change = useChange('PATCH /single-sign-on/{singleSignOnId}', REFRESHED)
  const remove = useChange('DELETE /single-sign-on/{singleSignOnId}', REFRESHED)
  const form = useSignOnForm(valuesOf(settings), false)
  const submit = useEdit({
    // Nobody knows the secret that was there before.
    ...{ form, thing: settings, valuesOf, canUndo: false },
    save: (values, ifMatch) => {
      const secret = values.clientSecret === '' ? {} : { clientSecret: values.clientSecret }
      return change.mutateAsync([{ path, body: { ...bodyOf(values, setsDomains), ...secret }, ifMatch }])
    },
  })
  return (
    <>
      <Copyable label={texts.redirectUri} value={settings.redirectUri} />
      <Group>
        <Test singleSignOnId={settings.id} />
        <DeleteButton
          title={texts.deleteTitle}
          consequence={texts.deleteConsequence}
          thing={settings}
          remove={(ifMatch) => remove.mutateAsync([{ path, ifMatch }])}
          deleted={texts.deleted}
        />
      </Group>
      <FormFrame act="save" submit={submit}>
        <SignOnFields form={form} isNew={false} setsDomains={setsDomains} />
      </FormFrame>
    </>
  )
}

function Test({ singleSignOnId }: { readonly singleSignOnId: string }) {
  const texts = useTexts(singleSignOnTexts)
  const mayChange = useMayChange()
  const { failed } = useNotices()
  const [outcome, setOutcome] = useState<Answer<'POST /single-sign-on/{singleSignOnId}/test'>>()
  const test = useChange('POST /single-sign-on/{singleSignOnId}/test', { refreshes: [] })
  if (!mayChange) return null
  const ask = (): Promise<void> => test.mutateAsync([{ path: { singleSignOnId } }]).then(setOutcome, failed)
  return (
    <>
      <Button variant="default" loading={test.isPending} onClick={() => void ask()}>
        {texts.test}
      </Button>
      {outcome === undefined ? null : (
        <Alert color={outcome.state === 'works' ? 'teal' : 'yellow'} role="status">
          {texts[outcome.state]}
        </Alert>
      )}
    </>
  )
}
