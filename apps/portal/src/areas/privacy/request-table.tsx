import { Badge, Table } from '@mantine/core'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { privacyTexts } from './texts.ts'

export type Request = Answer<'GET /privacy-requests/{requestId}'>

/** Customers whose names are read at once; the request itself says the others. */
const NAMES = 200

interface RequestTableProps {
  readonly requests: readonly Request[]
  /** Of several customers: with their names. */
  readonly ofMany?: boolean
}

/** Requests with the day by which they are to be answered. */
export function RequestTable({ requests, ofMany = false }: RequestTableProps) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const { data: customers } = useAnswer('GET /tenants', [{ query: { limit: NAMES } }], { enabled: ofMany })
  if (requests.length === 0) return null
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.requests } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.request}</Table.Th>
            {ofMany ? <Table.Th>{texts.customer}</Table.Th> : null}
            <Table.Th>{texts.asked}</Table.Th>
            <Table.Th>{texts.dueOn}</Table.Th>
            <Table.Th>{texts.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {requests.map((request) => (
            <Table.Tr key={request.id}>
              <Table.Td>
                <Link href={`/requests/${request.id}`}>{texts.ofWhom(texts[request.kind], request.askedBy)}</Link>
              </Table.Td>
              {ofMany ? <Table.Td>{customers?.items.find(({ id }) => id === request.tenantId)?.name ?? '…'}</Table.Td> : null}
              <Table.Td>{format.date(request.askedAt)}</Table.Td>
              <Table.Td>
                <Due request={request} />
              </Table.Td>
              <Table.Td>{texts[request.state]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Until when, as long as somebody waits. */
export function Due({ request: { dueOn, isOpen, isOverdue } }: { readonly request: Pick<Request, 'dueOn' | 'isOpen' | 'isOverdue'> }) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  if (!isOpen) return <>–</>
  if (!isOverdue) return <>{format.date(dueOn)}</>
  return (
    <>
      {format.date(dueOn)} <Badge variant="default">{texts.overdue}</Badge>
    </>
  )
}
