import { Button, List, Paper, Title } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { Step } from './first-steps.tsx'
import { dashboardTexts } from './texts.ts'

/** Whether there is one at all. */
const ANY = { query: { limit: 1 } }

/** The way from an empty exchange to a customer who telephones with the world; nothing when it is gone. */
export function ProviderSteps() {
  const texts = useTexts(dashboardTexts)
  const carriers = useAnswer('GET /carriers', [ANY])
  const customers = useAnswer('GET /tenants', [ANY])
  const [hasCarrier, hasCustomer] = [carriers, customers].map(({ data }) => data === undefined || data.items.length > 0)
  if (hasCarrier === true && hasCustomer === true) return null
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.firstSteps}>
      <Title order={2} size="h4" mb="xs">
        {texts.firstSteps}
      </Title>
      <List type="ordered" spacing="sm">
        <Step title={texts.stepCarrier} text={texts.stepCarrierText} isDone={hasCarrier === true}>
          <Way href="/carriers/new" title={texts.stepCarrier} />
        </Step>
        <Step title={texts.stepCustomer} text={texts.stepCustomerText} isDone={hasCustomer === true}>
          <Way href="/customers/new" title={texts.stepCustomer} />
        </Step>
      </List>
    </Paper>
  )
}

function Way({ href, title }: { readonly href: string; readonly title: string }) {
  return (
    <Button component={Link} href={href} size="xs" mt="xs">
      {title}
    </Button>
  )
}
