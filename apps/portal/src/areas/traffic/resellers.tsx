import { Fieldset, Table, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { trafficTexts } from './texts.ts'

const AGAIN_MS = 10_000

/** Whose customers telephone how much; absent where there are no resellers. */
export function Resellers() {
  const texts = useTexts(trafficTexts)
  const { number } = useFormat()
  const { data } = useAnswer('GET /traffic/resellers', [], { everyMs: AGAIN_MS, unheard: true })
  if (data === undefined || !data.items.some(({ resellerId }) => resellerId !== null)) return null
  const head = [texts.reseller, texts.customers, texts.callsNow, texts.lastHour, texts.failed]
  const body = data.items.map(({ name, customers, calls, started, failed }) => [
    name ?? texts.ownCustomers,
    ...[customers, calls, started, failed].map((count) => number(count)),
  ])
  return (
    <Fieldset legend={texts.resellers}>
      <Text size="sm">{texts.resellersAbout}</Text>
      <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="region" aria-label={texts.resellers}>
        <Table data={{ head, body }} />
      </Table.ScrollContainer>
    </Fieldset>
  )
}
