import { Button, Skeleton, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomerChoice } from '../../session/customer.tsx'
import { useSession } from '../../session/session-context.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { ContractSection } from './contract/contract-section.tsx'
import { areaCodeOf, areaCodeText, CustomerFields, useCustomerForm } from './customer-fields.tsx'
import { DeleteCustomer } from './delete-customer.tsx'
import { NextSteps } from './next-steps.tsx'
import { customerTexts } from './texts.ts'

type Customer = Answer<'GET /tenants/{tenantId}'>

/** One customer: what it is, the ways to work for it, and its deletion. */
export function CustomerPage({ tenantId }: { readonly tenantId: string }) {
  const { data, error, refetch } = useAnswer('GET /tenants/{tenantId}', [{ path: { tenantId } }])
  const { kind } = useSession()
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name} about={data.sipDomain} actions={<Actions customer={data} mayDelete={kind === 'operator'} />}>
      <Stack>
        <NextSteps tenantId={data.id} />
        {kind === 'operator' ? <General customer={data} /> : null}
        {kind === 'operator' ? <ContractSection customer={data} /> : null}
      </Stack>
    </Page>
  )
}

function Actions({ customer, mayDelete }: { readonly customer: Customer; readonly mayDelete: boolean }) {
  const texts = useTexts(customerTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const { choose } = useCustomerChoice()
  const [isDeleting, setDeleting] = useState(false)
  const work = (): void => {
    choose(customer.id)
    go('~/extensions')
  }
  return (
    <>
      <Button onClick={work}>{texts.work}</Button>
      {mayDelete ? (
        <Button color="red" variant="light" onClick={() => setDeleting(true)}>
          {shared.delete}
        </Button>
      ) : null}
      {isDeleting ? <DeleteCustomer customer={customer} close={() => setDeleting(false)} /> : null}
    </>
  )
}

function General({ customer }: { readonly customer: Customer }) {
  const texts = useTexts(customerTexts)
  const change = useChange('PATCH /tenants/{tenantId}', { refreshes: ['/tenants'] })
  const form = useCustomerForm(valuesOf(customer))
  const submit = useEdit({
    ...{ form, thing: customer, valuesOf },
    save: (values, ifMatch) => {
      const { customerKind } = values
      const body = { name: values.name.trim(), areaCode: areaCodeOf(values), profile: { customerKind } }
      return change.mutateAsync([{ path: { tenantId: customer.id }, body, ifMatch }])
    },
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={480}>
        <CustomerFields form={form} />
        <TextInput label={texts.sipDomain} value={customer.sipDomain} readOnly />
      </Stack>
    </FormFrame>
  )
}

function valuesOf({ name, sipDomain, areaCode, profile }: Pick<Customer, 'name' | 'sipDomain' | 'areaCode' | 'profile'>) {
  return { name, sipDomain, areaCode: areaCodeText(areaCode), customerKind: profile.customerKind ?? 'enterprise', demo: false } as const
}
