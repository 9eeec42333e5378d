import { Anchor, Table } from '@mantine/core'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useSession } from '../../session/session-context.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { moneyText } from './money.ts'
import { invoiceTexts } from './texts.ts'

type Invoice = Answer<'GET /invoices/{invoiceId}'>

/** What stands on an invoice. A line of calls opens to them. */
export function InvoiceLines({ invoice }: { readonly invoice: Invoice }) {
  const texts = useTexts(invoiceTexts)
  const { language } = useLanguage()
  const { number } = useFormat()
  const { currency } = invoice.gross
  const money = (amount: string): string => moneyText({ amount, currency }, language)
  // Drafts have no calls yet, and what corrects an invoice has none of its own.
  const hasCalls = invoice.number !== null && invoice.corrects === null
  const lines = invoice.lines.map((line, index) => ({ ...line, place: index + 1, isOfCalls: hasCalls && line.basis.source === 'calls' }))
  return (
    <Section title={texts.lines}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.text}</Table.Th>
            <Table.Th ta="right">{texts.quantity}</Table.Th>
            <Table.Th ta="right">{texts.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ place, text, quantity, amount, site, isOfCalls }) => (
            <Table.Tr key={place}>
              <Table.Td>
                <LineText
                  text={site === null ? text[language] : `${text[language]} (${site})`}
                  calls={isOfCalls ? { invoice, place } : null}
                />
              </Table.Td>
              <Table.Td ta="right">{number(quantity)}</Table.Td>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Sums invoice={invoice} money={money} />
      </Table>
      {lines.some(({ isOfCalls }) => isOfCalls) ? (
        <Anchor component={Link} href={`~/itemised-bills/${invoice.id}`}>
          {texts.calls}
        </Anchor>
      ) : null}
    </Section>
  )
}

interface LineTextProps {
  readonly text: string
  /** Null: it is none of calls. */
  readonly calls: { readonly invoice: Invoice; readonly place: number } | null
}

/** The operator sees all calls that it bills; a customer sees them as its itemised bill lets it. */
function LineText({ text, calls }: LineTextProps) {
  const isOperator = useSession().kind === 'operator'
  if (calls === null) return text
  const { invoice, place } = calls
  const href = isOperator ? `~/call-costs/invoices/${invoice.id}/lines/${place}` : `~/itemised-bills/${invoice.id}/lines/${place}`
  return (
    <Anchor component={Link} href={href} size="sm">
      {text}
    </Anchor>
  )
}

function Sums({ invoice, money }: { readonly invoice: Invoice; readonly money: (amount: string) => string }) {
  const texts = useTexts(invoiceTexts)
  const { number } = useFormat()
  const sums = [
    { key: 'net', name: texts.net, amount: invoice.net.amount },
    ...invoice.vat.map(({ category, percent, tax }) => ({ key: `${category} ${percent}`, name: texts.vat(number(percent)), amount: tax })),
    { key: 'gross', name: texts.gross, amount: invoice.gross.amount },
    { key: 'open', name: texts.open, amount: invoice.open.amount },
  ]
  return (
    <Table.Tfoot>
      {sums.map(({ key, name, amount }) => (
        <Table.Tr key={key}>
          <Table.Th colSpan={2} scope="row">
            {name}
          </Table.Th>
          <Table.Td ta="right">{money(amount)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tfoot>
  )
}
