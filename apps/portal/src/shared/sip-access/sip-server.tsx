import { Table } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer, useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../language.tsx'
import { sipAccessTexts } from './sip-access-texts.ts'

export type SipAccess = Answer<'GET /sip-access'>

/** What is entered in phones; undefined while it is read, and while an operator has chosen no customer. */
export function useSipAccess(): SipAccess | undefined {
  const session = useSession()
  const { tenantId } = useCustomerChoice()
  const query = useCustomer()
  return useAnswer('GET /sip-access', [{ query }], { enabled: !hasCustomers(session) || tenantId !== undefined }).data
}

/** Domain, server and ports, as a phone asks for them. */
export function SipServer({ access }: { readonly access: SipAccess }) {
  const texts = useTexts(sipAccessTexts)
  const { domain, host, outwardHost, udpPort, tlsPort } = access
  return (
    <Table w="auto" withRowBorders={false}>
      <Table.Tbody>
        <Row name={texts.domain} value={domain} />
        <Row name={texts.server} value={outwardHost === null ? host : `${host} (${texts.elsewhere(outwardHost)})`} />
        <Row name={texts.ports} value={`UDP, TCP ${udpPort} · TLS ${tlsPort}`} />
      </Table.Tbody>
    </Table>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      <Table.Td>{value}</Table.Td>
    </Table.Tr>
  )
}
