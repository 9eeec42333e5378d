import { useTexts } from '../../../shared/language.tsx'
import { Page } from '../../../shared/page.tsx'
import { RouteQuestion } from './route-question.tsx'
import { Rules } from './rules.tsx'
import { routingTexts } from './texts.ts'

/** Over which carriers calls go: asked for a number, and ruled for prefixes. */
export function RoutingPage() {
  const texts = useTexts(routingTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <RouteQuestion />
      <Rules />
    </Page>
  )
}
