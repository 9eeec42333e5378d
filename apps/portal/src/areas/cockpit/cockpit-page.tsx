import { SimpleGrid } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { Page } from '../../shared/page.tsx'
import { Availability } from './availability.tsx'
import { CallsNow } from './calls-now.tsx'
import { LastCalls } from './last-calls.tsx'
import { NewMessages } from './new-messages.tsx'
import { NextCallback } from './next-callback.tsx'

/** As many records as are looked through for missed ones. */
const LOOKED_THROUGH = 50

/** Where a user begins: how one stands, what goes on, what was missed. */
export default function CockpitPage() {
  const { extension } = useSession()
  return extension === null ? null : <Cockpit {...extension} />
}

function Cockpit({ id, number, name }: { readonly id: string; readonly number: string; readonly name: string }) {
  const live = useAnswer('GET /live-calls', [{ query: { extensionId: id } }], { everyMs: 3_000 })
  const records = useAnswer('GET /call-records', [{ query: { extensionId: id, limit: LOOKED_THROUGH } }], { everyMs: 10_000 })
  const isTalking = live.data?.items.some(({ state }) => state === 'answered') ?? false
  return (
    <Page title={`${number} ${name}`}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Availability extensionId={id} isTalking={isTalking} />
        <CallsNow extensionId={id} {...live} />
        <LastCalls extensionId={id} which="missed" {...records} />
        <LastCalls extensionId={id} which="last" {...records} />
        <NewMessages extensionId={id} />
        <NextCallback extensionId={id} />
      </SimpleGrid>
    </Page>
  )
}
