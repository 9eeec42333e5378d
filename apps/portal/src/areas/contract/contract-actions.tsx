import { Button, Group } from '@mantine/core'
import { Link } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import type { Contract } from './contract-section.tsx'
import { contractTexts } from './texts.ts'

const REFRESHED = { refreshes: ['/contracts'] }

/** What the operator does with a contract. */
export function ContractActions({ contract: { id, cancellation, earliestEnd } }: { readonly contract: Contract }) {
  const texts = useTexts(contractTexts)
  const mayChange = useMayChange()
  return (
    <Group>
      {mayChange && cancellation === null ? (
        <Button component={Link} href={`/${id}/change`}>
          {texts.change}
        </Button>
      ) : null}
      <Button component={Link} href={`/${id}/charges`} variant="default">
        {texts.charges}
      </Button>
      {mayChange && cancellation === null ? <Cancel contractId={id} until={earliestEnd.until} /> : null}
      {mayChange && cancellation !== null ? <Withdraw contractId={id} eventId={cancellation.eventId} /> : null}
    </Group>
  )
}

function Cancel({ contractId, until }: { readonly contractId: string; readonly until: string }) {
  const texts = useTexts(contractTexts)
  const { day } = useMoney()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const end = useChange('POST /contracts/{contractId}/cancellation', REFRESHED)
  const press = async (): Promise<void> => {
    const isMeant = await confirm({ title: texts.cancelTitle, consequence: texts.cancelConsequence(day(until)), act: texts.cancel })
    if (isMeant) await end.mutateAsync([{ path: { contractId }, body: { until } }]).then(() => done(texts.cancelled), failed)
  }
  return (
    <Button color="red" variant="light" loading={end.isPending} onClick={() => void press()}>
      {texts.cancel}
    </Button>
  )
}

function Withdraw({ contractId, eventId }: { readonly contractId: string; readonly eventId: string }) {
  const texts = useTexts(contractTexts)
  const { done, failed } = useNotices()
  const withdraw = useChange('POST /contracts/{contractId}/withdrawals', REFRESHED)
  const press = (): void => {
    withdraw.mutateAsync([{ path: { contractId }, body: { eventId } }]).then(() => done(texts.withdrawn), failed)
  }
  return (
    <Button variant="default" loading={withdraw.isPending} onClick={press}>
      {texts.withdraw}
    </Button>
  )
}
