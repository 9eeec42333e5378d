import { List } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { ruleTexts } from './texts.ts'

/** What nobody dials without a release, whatever the class. */
export function BarredRanges() {
  const texts = useTexts(ruleTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /outbound-rules', [{ query: useCustomer() }])
  if (data === undefined) return null
  return (
    <Section title={texts.barredRanges} about={texts.barredRangesAbout}>
      <List size="sm">
        {data.barredRanges.map(({ prefix, name, exempt, releasable }) => (
          <List.Item key={prefix}>
            {name[language]}
            {exempt ? ` (${texts.exempt})` : ''}
            {releasable ? '' : ` (${texts.neverReleased})`}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
