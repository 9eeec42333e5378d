import { Anchor, Button, Stack } from '@mantine/core'
import { Users } from 'lucide-react'
import { Link } from 'wouter'
import { useAnswer } from '../api/queries.ts'
import { useCustomerChoice } from '../session/customer.tsx'
import { EmptyState } from '../shared/empty-state.tsx'
import { useTexts } from '../shared/language.tsx'
import { Page } from '../shared/page.tsx'
import { appTexts } from './app-texts.ts'

/** Offered in the page; the header finds the others. */
const OFFERED = 10

/** Stands in for a page that belongs to one customer, until an operator or reseller has chosen one. */
export function ChooseCustomer({ about }: { readonly about: string }) {
  const texts = useTexts(appTexts)
  const { choose } = useCustomerChoice()
  const { data } = useAnswer('GET /tenants', [{ query: { limit: OFFERED } }])
  const offered = data?.items ?? []
  const ways = (
    <Stack gap="xs" mt="sm">
      {offered.map(({ id, name }) => (
        <Button key={id} variant="default" onClick={() => choose(id)}>
          {name}
        </Button>
      ))}
      <Anchor component={Link} href="~/customers">
        {texts.toCustomers}
      </Anchor>
    </Stack>
  )
  return (
    <Page title={about}>
      <EmptyState icon={Users} title={texts.chooseCustomer} text={texts.chooseCustomerHint} action={ways} />
    </Page>
  )
}
