import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { BarredRanges } from './barred-ranges.tsx'
import { Checker } from './checker.tsx'
import { CustomerRules } from './customer-rules.tsx'
import { Exceptions } from './exceptions.tsx'
import { ExtensionsWithRules } from './extensions-with-rules.tsx'
import { Releases } from './releases.tsx'
import { ruleTexts } from './texts.ts'

/** What the customer may dial outside, and the way to ask it. */
export function RulesPage() {
  const texts = useTexts(ruleTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <Checker />
      <CustomerRules />
      <Exceptions extensionId={undefined} />
      <ExtensionsWithRules />
      <Releases />
      <BarredRanges />
    </Page>
  )
}
