import { Table, Text } from '@mantine/core'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import type { Account } from './credit-page.tsx'
import { creditTexts } from './texts.ts'

/** These add to the balance; all others take from it. */
const ADDS: ReadonlySet<string> = new Set(['top-up', 'call-corrected', 'month-credit'])

/** What came and went, the newest first. */
export function Movements({ account: { movements } }: { readonly account: Account }) {
  const texts = useTexts(creditTexts)
  const format = useFormat()
  return (
    <Section title={texts.movements}>
      {movements.length === 0 ? (
        <Text size="sm">{texts.noMovements}</Text>
      ) : (
        <Table aria-label={texts.movements}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.when}</Table.Th>
              <Table.Th>{texts.what}</Table.Th>
              <Table.Th>{texts.much}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {movements.map(({ id, kind, amount, movedAt }) => (
              <Table.Tr key={id}>
                <Table.Td>{format.dateTime(movedAt)}</Table.Td>
                <Table.Td>{kind === 'refund' ? texts.refundLine : texts[kind]}</Table.Td>
                <Table.Td>{`${ADDS.has(kind) ? '+' : '−'}${format.money(amount)}`}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}
