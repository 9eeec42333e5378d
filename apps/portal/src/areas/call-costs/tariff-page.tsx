import { Skeleton, Table, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { dayText } from '../invoices/money.ts'
import { costTexts } from './texts.ts'

/** Which tariff the customer has from when on. */
export function TariffPage() {
  const texts = useTexts(costTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /customer-tariffs', [{ query: useCustomer() }])
  const { data: tariffs } = useAnswer('GET /tariffs', [{}])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const nameOf = (id: string): string => tariffs?.items.find((tariff) => tariff.id === id)?.name ?? id
  const bundleText = ({ bundle, seats, isWithdrawn }: (typeof data.assignments)[number]['bundles'][number]): string =>
    `${bundle} × ${seats}${isWithdrawn === true ? ` (${texts.withdrawn})` : ''}`
  return (
    <Page title={texts.tariff} about={texts.tariffAbout}>
      {data.assignments.length === 0 ? (
        <Text>{texts.noTariff}</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.from}</Table.Th>
              <Table.Th>{texts.name}</Table.Th>
              <Table.Th>{texts.bundles}</Table.Th>
              <Table.Th>{texts.by}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.assignments.map(({ validFrom, tariffId, bundles, assignedBy }) => (
              <Table.Tr key={validFrom}>
                <Table.Td>{dayText(validFrom, language)}</Table.Td>
                <Table.Td>{nameOf(tariffId)}</Table.Td>
                <Table.Td>{bundles.map(bundleText).join(', ')}</Table.Td>
                <Table.Td>{assignedBy}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  )
}
