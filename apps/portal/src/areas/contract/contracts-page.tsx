import { Skeleton, Stack } from '@mantine/core'
import { FileText } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useSession } from '../../session/session-context.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { ContractSection } from './contract-section.tsx'
import { contractTexts } from './texts.ts'

/** More than any customer has. */
const SHOWN = 50

/** What was agreed with the customer: usually one contract. */
export function ContractsPage() {
  const texts = useTexts(contractTexts)
  const isOperator = useSession().kind === 'operator'
  const { data, error, refetch } = useAnswer('GET /contracts', [{ query: { ...useCustomer(), limit: SHOWN } }])
  const add = isOperator ? <AddLink>{texts.add}</AddLink> : undefined
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={FileText} title={texts.emptyTitle} text={isOperator ? texts.emptyOperator : texts.emptyCustomer} action={add} />
      ) : null}
      <Stack>
        {data?.items.map((contract) => (
          <ContractSection key={contract.id} contract={contract} isOperator={isOperator} />
        ))}
      </Stack>
    </Page>
  )
}
