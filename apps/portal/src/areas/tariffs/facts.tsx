import { List } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { useBundleWords } from './bundle-words.ts'
import { tariffTexts } from './texts.ts'

/** What holds for all zones. */
export function Facts({ facts }: { readonly facts: Answer<'GET /price-versions/{versionId}'>['facts'] }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const wordsOf = useBundleWords()
  const { day } = useMoney()
  const { increment, priceAt, rounding, periods, holidays, zones, prefixes, bundles } = facts
  return (
    <Section title={texts.general}>
      <List size="sm">
        <List.Item>{texts.size(format.number(zones), format.number(prefixes))}</List.Item>
        <List.Item>{texts.incrementOf(`${increment.firstSeconds}/${increment.thenSeconds}`)}</List.Item>
        <List.Item>{texts[priceAt]}</List.Item>
        <List.Item>{rounding.where === 'call' ? texts.roundedCall : texts.roundedLine}</List.Item>
        {periods.map(({ name, days, from, until }) => (
          <List.Item key={name}>{`${name}: ${days.map((each) => texts[each]).join(', ')} ${from}–${until}`}</List.Item>
        ))}
        {holidays.length === 0 ? null : <List.Item>{`${texts.holidays}: ${holidays.map(day).join(', ')}`}</List.Item>}
        {bundles.map((bundle) => (
          <List.Item key={bundle.id}>{`${texts.bundle(bundle.name[language])}: ${wordsOf(bundle).join(', ')}`}</List.Item>
        ))}
      </List>
    </Section>
  )
}
