import { Skeleton, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Decision } from './decision.tsx'
import { Documents } from './documents.tsx'
import { isOver, lastDayOf, type Right } from './right.ts'
import { callerNumberTexts } from './texts.ts'

export function RightPage({ rightId }: { readonly rightId: string }) {
  const { data, error, refetch } = useAnswer('GET /number-rights/{rightId}', [{ path: { rightId } }])
  const isOperator = useSession().kind === 'operator'
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={readableNumbers(data.number)} actions={<Deletion right={data} />}>
      <Facts right={data} />
      <Documents right={data} />
      {isOperator ? <Decision right={data} /> : null}
    </Page>
  )
}

function Facts({ right }: { readonly right: Right }) {
  const texts = useTexts(callerNumberTexts)
  const format = useFormat()
  const { owner, proof, state, requestedBy, requestedAt, decidedBy, decidedAt, reason, validUntil } = right
  const ends = validUntil === null ? texts.unlimited : texts.until(format.date(lastDayOf(validUntil)))
  const stands = isOver(right) ? texts.over : texts[state]
  return (
    <Section title={texts.state}>
      <Text fw={600}>{state === 'approved' ? `${stands}, ${ends}` : stands}</Text>
      {reason === null ? null : <Text role="alert">{reason}</Text>}
      <Text size="sm">{`${texts.owner}: ${owner}. ${texts.proof}: ${texts[proof]}.`}</Text>
      <Text size="sm">{texts.requestedLine(requestedBy, format.dateTime(requestedAt))}</Text>
      {decidedBy === null || decidedAt === null ? null : (
        <Text size="sm">{texts.decidedLine(texts[state], decidedBy, format.dateTime(decidedAt))}</Text>
      )}
    </Section>
  )
}

function Deletion({ right: { id, number } }: { readonly right: Right }) {
  const texts = useTexts(callerNumberTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /number-rights/{rightId}', { refreshes: ['/number-rights', '/caller-identity'] })
  return (
    <DeleteButton
      title={texts.deleteOne(number)}
      consequence={texts.deleteConsequence}
      remove={() => remove.mutateAsync([{ path: { rightId: id } }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}
