import { Alert, Anchor, Skeleton, Table } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { tariffTexts } from './texts.ts'

/** What is wrong with a draft, each with its row. */
export function FaultsTab({ draftId }: { readonly draftId: string }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /tariff-drafts/{draftId}/faults', [{ path: { draftId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  if (data.faults.length === 0) return <Alert role="status">{texts.noFaults}</Alert>
  return (
    <Table aria-label={texts.check}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.place}</Table.Th>
          <Table.Th>{texts.wrong}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.faults.map(({ pointer, text, zone, row, prefix }) => (
          <Table.Tr key={`${pointer} ${text.en}`}>
            <Table.Th scope="row" fw={500}>
              {zone === null ? (
                (prefix ?? texts.general)
              ) : (
                <Anchor component={Link} href={`/drafts/${draftId}/zones/${zone}`} size="sm">
                  {[zone, ...(row === null ? [] : [texts.priceNumber(row + 1)]), ...(prefix === null ? [] : [prefix])].join(', ')}
                </Anchor>
              )}
            </Table.Th>
            <Table.Td>{text[language]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
