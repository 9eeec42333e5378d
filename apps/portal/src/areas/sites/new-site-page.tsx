import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_SITE } from './site.ts'
import { SITE_PROBLEM_FIELDS, SiteFields, useSiteForm } from './site-fields.tsx'
import { siteTexts } from './texts.ts'

export function NewSitePage() {
  const texts = useTexts(siteTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /sites', { refreshes: ['/sites'] })
  const form = useSiteForm(NEW_SITE)
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, ...bodyOf(values) } }])).id}`),
    SITE_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <SiteFields form={form} />
      </FormFrame>
    </Page>
  )
}
