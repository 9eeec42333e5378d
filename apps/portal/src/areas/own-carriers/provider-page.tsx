import { Skeleton, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { authenticationOf, fieldsOf, type Provider, valuesOf } from './provider.ts'
import { PROVIDER_PROBLEM_FIELDS, ProviderFields, useProviderForm } from './provider-fields.tsx'
import { providerTexts } from './texts.ts'

/** Its line changes by itself. */
const AGAIN_MS = 5_000

/** One provider: how its line stands, changed and deleted. */
export function ProviderPage({ carrierId }: { readonly carrierId: string }) {
  const { data, error, refetch } = useAnswer('GET /own-carriers/{carrierId}', [{ path: { carrierId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name} actions={<Deletion provider={data} />}>
      <LineState carrierId={carrierId} />
      <Change provider={data} />
    </Page>
  )
}

function LineState({ carrierId }: { readonly carrierId: string }) {
  const texts = useTexts(providerTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /own-carriers/{carrierId}/state', [{ path: { carrierId } }], { everyMs: AGAIN_MS, unheard: true })
  if (data === undefined) return <Skeleton height={24} mb="md" />
  const { state, lastError } = data
  return <Text mb="md">{[`${texts.state}: ${texts[state ?? 'probing']}`, lastError?.[language]].filter(Boolean).join(' · ')}</Text>
}

function Change({ provider }: { readonly provider: Provider }) {
  const change = useChange('PATCH /own-carriers/{carrierId}', { refreshes: ['/own-carriers'] })
  const present = valuesOf(provider)
  const form = useProviderForm(present, present)
  const submit = useEdit({
    // Of a password that is replaced nobody knows the one before.
    ...{ form, thing: provider, valuesOf, canUndo: false, byCode: PROVIDER_PROBLEM_FIELDS },
    save: (values, ifMatch) => {
      const authentication = authenticationOf(values)
      const body = { ...fieldsOf(values), ...(authentication === undefined ? {} : { authentication }) }
      return change.mutateAsync([{ path: { carrierId: provider.id }, body, ifMatch }])
    },
  })
  return (
    <FormFrame act="save" submit={submit}>
      <ProviderFields form={form} isNew={false} />
    </FormFrame>
  )
}

function Deletion({ provider: { id, name } }: { readonly provider: Provider }) {
  const texts = useTexts(providerTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /own-carriers/{carrierId}', { refreshes: ['/own-carriers'] })
  return (
    <DeleteButton
      title={texts.deleteTitle(name)}
      consequence={texts.deleteConsequence}
      remove={() => remove.mutateAsync([{ path: { carrierId: id } }])}
      deleted={texts.deleted(name)}
      then={() => go('/')}
    />
  )
}
