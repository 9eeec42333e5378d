import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer, useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { e164Of } from '../../shared/destinations/phone-number.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_PORTING, PORTING_PROBLEM_FIELDS, REFRESHED } from './porting.ts'
import { PortingFields, usePortingForm } from './porting-fields.tsx'
import { portingTexts } from './texts.ts'

/** One form for each number or block. It is sent by the operator, once it is signed. */
export function NewPortingPage() {
  const texts = useTexts(portingTexts)
  const { tenantId } = useCustomerChoice()
  const isUnchosen = hasCustomers(useSession()) && tenantId === undefined
  return (
    <Page title={texts.add} about={texts.addAbout}>
      {isUnchosen ? <EmptyState title={texts.whoTitle} text={texts.emptyChoose} /> : <Fields />}
    </Page>
  )
}

const SIZES = [1, 10, 100, 1000, 10_000] as const

function Fields() {
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /portings', REFRESHED)
  const form = usePortingForm(NEW_PORTING)
  const submit = useSubmit(
    form,
    async (values) => {
      const range = { number: e164Of(values.number), size: SIZES.find((size) => String(size) === values.size) ?? 1 }
      go(`/${(await create.mutateAsync([{ body: { ...customer, ...range, ...bodyOf(values) } }])).id}`)
    },
    PORTING_PROBLEM_FIELDS,
  )
  return (
    <FormFrame act="create" submit={submit}>
      <PortingFields form={form} isNew />
    </FormFrame>
  )
}
