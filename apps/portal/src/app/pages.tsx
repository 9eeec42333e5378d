import { Button, Loader } from '@mantine/core'
import { CircleHelp } from 'lucide-react'
import { Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import type { Area } from '../areas/area.ts'
import { useCustomerChoice } from '../session/customer.tsx'
import { ChangedBy } from '../session/may-change.tsx'
import { hasCustomers } from '../session/session.ts'
import { useSession } from '../session/session-context.tsx'
import { EmptyState } from '../shared/empty-state.tsx'
import { useLanguage, useTexts } from '../shared/language.tsx'
import { Page } from '../shared/page.tsx'
import { appTexts } from './app-texts.ts'
import { ChooseCustomer } from './choose-customer.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { visibleAreas } from './visible-areas.ts'

/** The page that belongs to the address. */
export function Pages() {
  const session = useSession()
  return (
    <Switch>
      {visibleAreas(session).map((area) => (
        <Route key={area.path} path={area.path} nest={area.path !== '/'}>
          <AreaPages area={area} />
        </Route>
      ))}
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  )
}

function AreaPages({ area }: { readonly area: Area }) {
  const session = useSession()
  const { tenantId } = useCustomerChoice()
  const { pages: Content, title } = area
  const { language } = useLanguage()
  if (area.needsCustomer === true && hasCustomers(session) && tenantId === undefined) return <ChooseCustomer about={title[language]} />
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loader aria-label="…" />}>
        {/* Another customer is another page: nothing of the one before is left in its forms. */}
        <ChangedBy rights={area.rights}>
          <Content key={tenantId} />
        </ChangedBy>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Also the answer to whoever may not see what is there. */
export function NotFoundPage() {
  const texts = useTexts(appTexts)
  const back = (
    <Button component={Link} href="~/">
      {texts.toStart}
    </Button>
  )
  return (
    <Page title={texts.notFound}>
      <EmptyState icon={CircleHelp} title={texts.notFound} text={texts.notFoundHint} action={back} />
    </Page>
  )
}
