import { Skeleton, Stack, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { Why } from './bill-page.tsx'
import { CallsOfBill } from './calls-of-bill.tsx'
import { billTexts } from './texts.ts'

/** The calls behind a line of an invoice, counted from one, as far as the customer may see them. */
export function LinePage({ invoiceId, line }: { readonly invoiceId: string; readonly line: string }) {
  const texts = useTexts(billTexts)
  const { language } = useLanguage()
  const invoice = useAnswer('GET /invoices/{invoiceId}', [{ path: { invoiceId } }])
  const bill = useAnswer('GET /itemised-bills/{invoiceId}', [{ path: { invoiceId } }])
  const error = invoice.error ?? bill.error
  if (error !== null) return <Trouble error={error} retry={() => void Promise.all([invoice.refetch(), bill.refetch()])} />
  if (invoice.data === undefined || bill.data === undefined) return <Skeleton height={240} />
  const { lines, number, gross } = invoice.data
  const found = lines[Number(line) - 1]
  if (found?.basis.source !== 'calls') return <Page title={texts.lineNotOfCalls}>{null}</Page>
  const amount = moneyText({ amount: found.amount, currency: gross.currency }, language)
  return (
    <Page title={found.text[language]} about={texts.lineOf(number ?? '', amount)}>
      <Stack>
        <Why bill={bill.data} />
        {bill.data.unlisted === null ? null : <Text size="sm">{texts.unlistedAbout}</Text>}
        {bill.data.state === 'available' ? <CallsOfBill bill={bill.data} line={line} /> : null}
      </Stack>
    </Page>
  )
}
