import { List, Text } from '@mantine/core'
import type { Answer } from '../../../api/operation.ts'
import { useAnswer } from '../../../api/queries.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import { Trouble } from '../../../shared/trouble.tsx'
import { outageTexts } from './texts.ts'

type Outage = Answer<'GET /customer-trunks/{trunkId}/outages'>['items'][number]

const AGAIN_MS = 10_000
/** The rest is in the API. */
const SHOWN = 20

/** When the PBX was away. */
export function History({ trunkId }: { readonly trunkId: string }) {
  const texts = useTexts(outageTexts)
  const answer = useAnswer('GET /customer-trunks/{trunkId}/outages', [{ path: { trunkId } }], { everyMs: AGAIN_MS, unheard: true })
  const items = answer.data?.items
  return (
    <Section title={texts.history} about={texts.historyAbout}>
      {answer.error === null ? null : <Trouble error={answer.error} retry={() => void answer.refetch()} />}
      {items?.length === 0 ? <Text size="sm">{texts.noOutage}</Text> : null}
      <List size="sm" spacing="xs">
        {items?.slice(0, SHOWN).map((outage) => (
          <List.Item key={outage.id}>
            <InWords outage={outage} />
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function InWords({ outage: { beganAt, endedAt } }: { readonly outage: Outage }) {
  const texts = useTexts(outageTexts)
  const format = useFormat()
  const began = format.dateTime(beganAt)
  if (endedAt === null) return <strong>{texts.lasts(began)}</strong>
  return <>{texts.lasted(began, format.duration((Date.parse(endedAt) - Date.parse(beganAt)) / 1_000))}</>
}
