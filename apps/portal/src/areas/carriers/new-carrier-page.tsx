import { Button, Group } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { authenticationOf, fieldsOf, NEW_CARRIER } from './carrier.ts'
import { CARRIER_PROBLEM_FIELDS, CarrierFields, useCarrierForm } from './carrier-fields.tsx'
import { carrierTexts } from './texts.ts'

/** Creates a carrier. */
export function NewCarrierPage() {
  const texts = useTexts(carrierTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const { done } = useNotices()
  const create = useChange('POST /carriers', { refreshes: ['/carriers'] })
  const form = useCarrierForm(NEW_CARRIER)
  const submit = useSubmit(
    form,
    async (values) => {
      const authentication = authenticationOf(values)
      if (authentication === undefined) return
      await create.mutateAsync([{ body: { ...fieldsOf(values), authentication } }])
      done(texts.created)
      go('/')
    },
    CARRIER_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <form onSubmit={submit.onSubmit} noValidate>
        <CarrierFields form={form} isNew />
        <Group mt="lg">
          <Button type="submit" loading={submit.isBusy}>
            {shared.create}
          </Button>
          <Button component={Link} href="/" variant="default">
            {shared.cancel}
          </Button>
        </Group>
      </form>
    </Page>
  )
}
