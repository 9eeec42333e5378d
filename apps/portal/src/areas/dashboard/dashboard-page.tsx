import { SimpleGrid, Stack } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer, useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Figure } from './figure.tsx'
import { FirstSteps } from './first-steps.tsx'
import { LastCalls } from './last-calls.tsx'
import { LiveCalls } from './live-calls.tsx'
import { ProviderSteps } from './provider-steps.tsx'
import { dashboardTexts } from './texts.ts'

const AGAIN_MS = 5_000
const MOST_COUNTED = 200
const LAST_CALLS = 8

/** What is going on: phones, calls now, last calls; and what to do next while there is little. */
export default function DashboardPage() {
  const texts = useTexts(dashboardTexts)
  const session = useSession()
  const { kind } = session
  const { tenantId } = useCustomerChoice()
  const isOneCustomer = !hasCustomers(session) || tenantId !== undefined
  const customer = useCustomer()
  const often = { everyMs: AGAIN_MS }
  const registrations = useAnswer('GET /registrations', [{ query: { ...customer, limit: MOST_COUNTED } }], often)
  const live = useAnswer('GET /live-calls', [{ query: { ...customer, limit: MOST_COUNTED } }], often)
  const last = useAnswer('GET /call-records', [{ query: { ...customer, limit: LAST_CALLS } }], often)
  const extensions = useAnswer('GET /extensions', [{ query: { ...customer, limit: 1 } }])
  const error = registrations.error ?? live.error ?? last.error ?? extensions.error
  const steps = {
    extension: extensions.data === undefined || extensions.data.items.length > 0,
    phone: registrations.data === undefined || registrations.data.items.length > 0,
    call: last.data === undefined || last.data.items.length > 0,
  }
  return (
    <Page title={texts.title}>
      {error === null ? null : <Trouble error={error} />}
      {kind === 'operator' && tenantId === undefined ? <ProviderSteps /> : null}
      {isOneCustomer && !(steps.extension && steps.phone && steps.call) ? <FirstSteps steps={steps} /> : null}
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <Figure name={texts.registered} page={registrations.data} />
        <Figure name={texts.liveCalls} page={live.data} />
      </SimpleGrid>
      <Stack>
        <LiveCalls calls={live.data?.items ?? []} />
        <LastCalls calls={last.data?.items ?? []} />
      </Stack>
    </Page>
  )
}
