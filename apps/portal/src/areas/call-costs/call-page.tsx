import { Anchor, Group, Skeleton, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { PriceExplained } from '../../shared/billing/price-explained.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { costTexts } from './texts.ts'

/** A call with the rule that priced it, sentence by sentence, or why it cannot be rated. `back`: the page of the line by which it was reached. */
export function CallPage({ usageId, back }: { readonly usageId: string; readonly back?: string }) {
  const texts = useTexts(costTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /rated-calls/{usageId}', [{ path: { usageId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const { called, outcome, price, endedAt, seconds, billedNumber, invoiceId } = data
  const about = [
    format.dateTime(endedAt),
    format.duration(seconds),
    texts[outcome],
    ...(price === null ? [] : [moneyText(price, language)]),
    `${texts.billedNumber}: ${billedNumber}`,
  ]
  return (
    <Page title={called} about={about.join(' · ')}>
      <Stack>
        <PriceExplained call={data} />
        <Group>
          <Anchor component={Link} href={back ?? '/'}>
            {back === undefined ? texts.allCalls : texts.allOfLine}
          </Anchor>
          {invoiceId === null ? null : (
            <Anchor component={Link} href={`~/invoices/${invoiceId}`}>
              {texts.openInvoice}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Page>
  )
}
