import { Button, Skeleton } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { authenticationOf, type Carrier, fieldsOf, valuesOf } from './carrier.ts'
import { CARRIER_PROBLEM_FIELDS, CarrierFields, useCarrierForm } from './carrier-fields.tsx'
import { ProfileDifferences } from './profile/profile-differences.tsx'
import { carrierTexts } from './texts.ts'

/** One carrier: changed and deleted. */
export function CarrierPage({ carrierId }: { readonly carrierId: string }) {
  const { data, error, refetch } = useAnswer('GET /carriers/{carrierId}', [{ path: { carrierId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name} actions={<Actions carrier={data} />}>
      <Change carrier={data} />
      <ProfileDifferences carrier={data} />
    </Page>
  )
}

function Actions({ carrier }: { readonly carrier: Carrier }) {
  const texts = useTexts(carrierTexts)
  return (
    <>
      <Button component={Link} href={`/${carrier.id}/prices`} variant="default">
        {texts.prices}
      </Button>
      <Deletion carrier={carrier} />
    </>
  )
}

function Change({ carrier }: { readonly carrier: Carrier }) {
  const change = useChange('PATCH /carriers/{carrierId}', { refreshes: ['/carriers'] })
  const present = valuesOf(carrier)
  const form = useCarrierForm(present, present)
  const submit = useEdit({
    // Of a password that is replaced nobody knows the one before.
    ...{ form, thing: carrier, valuesOf, canUndo: false, byCode: CARRIER_PROBLEM_FIELDS },
    save: (values, ifMatch) => {
      const authentication = authenticationOf(values)
      const body = { ...fieldsOf(values), ...(authentication === undefined ? {} : { authentication }) }
      return change.mutateAsync([{ path: { carrierId: carrier.id }, body, ifMatch }])
    },
  })
  return (
    <FormFrame act="save" submit={submit}>
      <CarrierFields form={form} isNew={false} />
    </FormFrame>
  )
}

function Deletion({ carrier }: { readonly carrier: Carrier }) {
  const { id, name } = carrier
  const texts = useTexts(carrierTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /carriers/{carrierId}', { refreshes: ['/carriers'] })
  return (
    <DeleteButton
      title={texts.deleteTitle(name)}
      consequence={texts.deleteConsequence}
      thing={carrier}
      remove={(ifMatch) => remove.mutateAsync([{ path: { carrierId: id }, ifMatch }])}
      deleted={texts.deleted(name)}
      then={() => go('/')}
    />
  )
}
