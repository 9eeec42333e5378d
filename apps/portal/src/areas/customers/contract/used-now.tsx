import { List, Skeleton, Text } from '@mantine/core'
import { useAnswer } from '../../../api/queries.ts'
import { PAGE_SIZE } from '../../../shared/data-list/columns.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTexts } from '../../../shared/language.tsx'
import { contractTexts } from './texts.ts'

const AGAIN_MS = 5_000

/** What the customer uses of its contract at the moment, and what has been sold on top of it. */
export function UsedNow({ tenantId }: { readonly tenantId: string }) {
  const texts = useTexts(contractTexts)
  const { number } = useFormat()
  const usage = useAnswer('GET /channel-usage', [{ query: { tenantId, limit: 1 } }], { everyMs: AGAIN_MS, unheard: true })
  const trunks = useAnswer('GET /customer-trunks', [{ query: { tenantId, limit: PAGE_SIZE } }])
  const used = usage.data?.items[0]
  if (used === undefined) return usage.error === null ? <Skeleton height={48} /> : null
  const { channels, callRate } = used
  const sold = trunks.data?.items.reduce((sum, trunk) => sum + trunk.channels, 0) ?? 0
  return (
    <div role="status" aria-label={texts.usedNow}>
      <Text size="sm" fw={600}>
        {texts.usedNow}
      </Text>
      <List size="sm">
        <List.Item>{texts.channelsNow(number(channels.in + channels.out), number(channels.in), number(channels.out))}</List.Item>
        <List.Item>
          {callRate.allowed === null
            ? texts.rateFreely(number(callRate.perSecond))
            : texts.rateNow(number(callRate.perSecond), number(callRate.allowed))}
        </List.Item>
        {sold === 0 ? null : <List.Item>{texts.sold(number(sold))}</List.Item>}
      </List>
    </div>
  )
}
