import { Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { dayText, moneyText } from './money.ts'
import { invoiceTexts } from './texts.ts'

type Invoice = Answer<'GET /invoices/{invoiceId}'>

/** The direct debit that an invoice announces (BIL-08), or until when the customer pays by itself. */
export function HowPaid({ invoice: { debit, dueOn, kind, number, gross, state } }: { readonly invoice: Invoice }) {
  const texts = useTexts(invoiceTexts)
  const { language } = useLanguage()
  if (number === null || kind === 'credit-note' || dueOn === null) return null
  if (debit === null && (state === 'paid' || state === 'credited')) return null
  if (debit === null) return <Text size="sm">{texts.payBy(dayText(dueOn, language))}</Text>
  const facts = [
    [texts.collectedOn, dayText(debit.collectedOn, language)],
    [texts.account, debit.account],
    [texts.mandate, debit.mandateReference],
    [texts.creditorId, debit.creditorId],
  ] as const
  return (
    <Section title={texts.debit} about={texts.debitAbout(moneyText(gross, language), dayText(debit.collectedOn, language))}>
      <Table>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
