import { Button, Group, Skeleton, Text } from '@mantine/core'
import { Route, Switch } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Movements } from './movements.tsx'
import { NotePayment } from './note-payment.tsx'
import { Owing } from './owing.tsx'
import { CREDIT } from './refreshes.ts'
import { creditTexts } from './texts.ts'
import { TopUp } from './top-up.tsx'
import { TopUpResult } from './top-up-result.tsx'
import { Warning } from './warning.tsx'

export type Account = Answer<'GET /prepaid-account'>

/** While calls run it falls. */
const AGAIN_MS = 5_000

export default function CreditPages() {
  return (
    <Switch>
      <Route path="/">{() => <Credit />}</Route>
      <Route path="/:topUpId">{({ topUpId }) => <TopUpResult topUpId={topUpId} />}</Route>
    </Switch>
  )
}

/** What a customer who pays before calling has left, and where it went. */
function Credit() {
  const texts = useTexts(creditTexts)
  const isOperator = useSession().kind === 'operator'
  const { data, error, refetch } = useAnswer('GET /prepaid-account', [{ query: useCustomer() }], { everyMs: AGAIN_MS, unheard: true })
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data?.prepaid === false ? <Open isOperator={isOperator} /> : null}
      {data?.prepaid === true ? (
        <>
          <Owing account={data} />
          <Balance account={data} />
          {data.endedOn === null ? <TopUp /> : null}
          {data.endedOn === null ? <Warning key={`${data.warnBelow.amount} ${data.isOwnWarning}`} account={data} /> : null}
          {data.endedOn === null && isOperator ? <NotePayment /> : null}
          <Movements account={data} />
        </>
      ) : null}
    </Page>
  )
}

function Balance({ account: { balance, held, endedOn, refundableUntil } }: { readonly account: Account }) {
  const texts = useTexts(creditTexts)
  const format = useFormat()
  return (
    <Section title={texts.balance}>
      <Text size="xl">{format.money(balance)}</Text>
      {Number(held.amount) === 0 ? null : <Text size="sm">{texts.held(format.money(held))}</Text>}
      {endedOn === null || refundableUntil === null ? null : (
        <>
          <Text size="sm">{texts.ended(format.date(endedOn), format.date(refundableUntil))}</Text>
          <Refund />
        </>
      )}
    </Section>
  )
}

function Refund() {
  const texts = useTexts(creditTexts)
  const customer = useCustomer()
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const refund = useChange('POST /prepaid-account/refund', CREDIT)
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.refundTitle, consequence: texts.refundConsequence, act: texts.refund }))) return
    await refund.mutateAsync([{ body: { ...customer } }]).then(() => done(texts.refunded), failed)
  }
  if (!mayChange) return null
  return (
    <Group>
      <Button variant="default" loading={refund.isPending} onClick={() => void ask()}>
        {texts.refund}
      </Button>
    </Group>
  )
}

/** Of customers with an invoice; the operator may change that. */
function Open({ isOperator }: { readonly isOperator: boolean }) {
  const texts = useTexts(creditTexts)
  const query = useCustomer()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const open = useChange('PUT /prepaid-account', CREDIT)
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.openTitle, consequence: texts.openConsequence, act: texts.open }))) return
    await open.mutateAsync([{ query }]).then(() => done(texts.opened), failed)
  }
  return (
    <Section title={texts.balance}>
      <Text size="sm">{texts.notPrepaid}</Text>
      {isOperator ? (
        <Group>
          <Button loading={open.isPending} onClick={() => void ask()}>
            {texts.open}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}
