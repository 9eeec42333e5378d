import { List, Skeleton, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { GiveMandate } from './give-mandate.tsx'
import { MandateSection } from './mandate-section.tsx'
import { directDebitTexts } from './texts.ts'

export type Mandate = Answer<'GET /sepa-mandates'>['items'][number]

/** What may be collected from a customer's account, and what was. */
export default function DirectDebitPage() {
  const texts = useTexts(directDebitTexts)
  const query = useCustomer()
  const { data, error, refetch } = useAnswer('GET /sepa-mandates', [{ query }])
  const live = data?.items.filter(({ state }) => state === 'given' || state === 'active' || state === 'used') ?? []
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {live.map((mandate) => (
        <MandateSection key={mandate.id} mandate={mandate} />
      ))}
      {data !== undefined && live.length === 0 ? <GiveMandate /> : null}
      {data === undefined ? null : <Debits />}
      <Former mandates={data?.items.filter((mandate) => !live.includes(mandate)) ?? []} />
    </Page>
  )
}

function Debits() {
  const texts = useTexts(directDebitTexts)
  const format = useFormat()
  const { data } = useAnswer('GET /direct-debits', [{ query: useCustomer() }])
  const words = {
    ...{ announced: texts.debitAnnounced, batched: texts.debitBatched, collected: texts.debitCollected },
    ...{ returned: texts.debitReturned, cancelled: texts.debitCancelled },
  }
  return (
    <Section title={texts.debits}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noDebits}</Text> : null}
      <List size="sm">
        {data?.items.map(({ id, amount, dueOn, state }) => (
          <List.Item key={id}>{texts.debitLine(format.money(amount), format.date(dueOn), words[state])}</List.Item>
        ))}
      </List>
    </Section>
  )
}

function Former({ mandates }: { readonly mandates: readonly Mandate[] }) {
  const texts = useTexts(directDebitTexts)
  const format = useFormat()
  if (mandates.length === 0) return null
  return (
    <Section title={texts.former}>
      <List size="sm">
        {mandates.map(({ id, accountHolder, iban, reference, signedOn, state }) => (
          <List.Item key={id}>
            {texts.ofAccount(accountHolder, iban)} –{' '}
            {texts.facts(reference, format.date(signedOn), state === 'lapsed' ? texts.stateLapsed : texts.stateRevoked)}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
