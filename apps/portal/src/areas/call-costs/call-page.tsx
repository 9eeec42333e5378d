import { Anchor, List, Skeleton, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { costTexts } from './texts.ts'

/** A call with the rule that priced it, sentence by sentence, or why it cannot be rated. */
export function CallPage({ usageId }: { readonly usageId: string }) {
  const texts = useTexts(costTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /rated-calls/{usageId}', [{ path: { usageId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const { called, outcome, price, endedAt, seconds, billedNumber, because, invoiceId } = data
  const about = [
    format.dateTime(endedAt),
    format.duration(seconds),
    texts[outcome],
    ...(price === null ? [] : [moneyText(price, language)]),
  ]
  return (
    <Page title={called} about={about.join(' · ')}>
      <Section title={texts.because} about={`${texts.billedNumber}: ${billedNumber}`}>
        <List size="sm">
          {because.map((sentence) => (
            <List.Item key={sentence.en}>{sentence[language]}</List.Item>
          ))}
        </List>
        {invoiceId === null ? null : (
          <Text size="sm">
            <Anchor component={Link} href={`~/invoices/${invoiceId}`}>
              {texts.openInvoice}
            </Anchor>
          </Text>
        )}
      </Section>
    </Page>
  )
}
