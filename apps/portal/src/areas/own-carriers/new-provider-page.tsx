import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { authenticationOf, fieldsOf, NEW_PROVIDER } from './provider.ts'
import { PROVIDER_PROBLEM_FIELDS, ProviderFields, useProviderForm } from './provider-fields.tsx'
import { providerTexts } from './texts.ts'

export function NewProviderPage() {
  const texts = useTexts(providerTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /own-carriers', { refreshes: ['/own-carriers'] })
  const form = useProviderForm(NEW_PROVIDER)
  const submit = useSubmit(
    form,
    async (values) => {
      const authentication = authenticationOf(values)
      if (authentication === undefined) return
      await create.mutateAsync([{ body: { ...customer, ...fieldsOf(values), authentication } }])
      go('/')
    },
    PROVIDER_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <ProviderFields form={form} isNew />
      </FormFrame>
    </Page>
  )
}
