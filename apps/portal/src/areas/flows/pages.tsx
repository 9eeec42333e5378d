import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { FlowsPage } from './flows-page.tsx'
import { NewFlowPage } from './new-flow-page.tsx'

/** The canvas is loaded when a flow is opened. */
const FlowPage = lazy(() => import('./editor/flow-page.tsx'))

export default function FlowPages() {
  const shared = useTexts(sharedTexts)
  return (
    <Suspense fallback={<Loader aria-label={shared.loading} />}>
      <Switch>
        <Route path="/new">
          <NewFlowPage />
        </Route>
        <Route path="/:flowId">{({ flowId }) => <FlowPage key={flowId} flowId={flowId} />}</Route>
        <Route>
          <FlowsPage />
        </Route>
      </Switch>
    </Suspense>
  )
}
