import { Anchor, Group, Skeleton, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { PriceExplained } from '../../shared/billing/price-explained.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { billTexts } from './texts.ts'

interface CallPageProps {
  readonly invoiceId: string
  readonly callId: string
  /** The line of the invoice by which it was reached. */
  readonly line?: string
}

/** One call of an itemised bill, with the rule that priced it, and the ways back. */
export function CallPage({ invoiceId, callId, line }: CallPageProps) {
  const texts = useTexts(billTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /itemised-bills/{invoiceId}/calls/{callId}', [{ path: { invoiceId, callId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const { called, answeredAt, seconds, price, extension, billedNumber } = data
  const about = [
    format.dateTime(answeredAt),
    format.duration(seconds),
    ...(price === null ? [] : [moneyText(price, language)]),
    ...(extension === null ? [] : [`${texts.extension}: ${extension}`]),
    `${texts.billedNumber}: ${billedNumber}`,
  ]
  return (
    <Page title={called} about={about.join(' · ')}>
      <Stack>
        <PriceExplained call={data} />
        <Group>
          {line === undefined ? null : (
            <Anchor component={Link} href={`/${invoiceId}/lines/${line}`}>
              {texts.backToLine}
            </Anchor>
          )}
          <Anchor component={Link} href={`/${invoiceId}`}>
            {texts.backToBill}
          </Anchor>
          <Anchor component={Link} href={`~/invoices/${invoiceId}`}>
            {texts.openInvoice}
          </Anchor>
        </Group>
      </Stack>
    </Page>
  )
}
