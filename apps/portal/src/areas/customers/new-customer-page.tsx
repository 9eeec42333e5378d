import { Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { areaCodeOf, CustomerFields, useCustomerForm } from './customer-fields.tsx'
import { customerTexts } from './texts.ts'

/** Whoever telephones there can call for help and be found. */
const NEW_PROFILE = { requireValidSite: true }

/** Creates a customer, then shows it. */
export function NewCustomerPage() {
  const texts = useTexts(customerTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const { done } = useNotices()
  const create = useChange('POST /tenants', { refreshes: ['/tenants'] })
  const form = useCustomerForm({ name: '', sipDomain: '', areaCode: '', customerKind: 'enterprise', demo: false })
  const submit = useSubmit(
    form,
    async (values) => {
      const { name, sipDomain, customerKind, demo } = values
      const body = {
        name: name.trim(),
        sipDomain: sipDomain.trim().toLowerCase(),
        areaCode: areaCodeOf(values),
        profile: { ...NEW_PROFILE, customerKind },
        ...(demo ? { demo } : {}),
      }
      const { id } = await create.mutateAsync([{ body }])
      done(texts.created)
      go(`/${id}`)
    },
    { 'sip-domain-taken': 'sipDomain' },
  )
  return (
    <Page title={texts.add}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack maw={480}>
          <CustomerFields form={form} />
          <TextInput label={texts.sipDomain} description={texts.sipDomainHint} required {...form.getInputProps('sipDomain')} />
          <Switch label={texts.demo} {...form.getInputProps('demo', { type: 'checkbox' })} />
        </Stack>
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
