import { Skeleton } from '@mantine/core'
import { useAnswer } from '../../../api/queries.ts'
import { ChangedBy } from '../../../session/may-change.tsx'
import { mayUse } from '../../../session/session.ts'
import { useSession } from '../../../session/session-context.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { Page } from '../../../shared/page.tsx'
import { Trouble } from '../../../shared/trouble.tsx'
import { Editor } from './editor.tsx'
import { History } from './history.tsx'
import { isUnset } from './outage.ts'
import { Picture } from './picture.tsx'
import { SwitchNow } from './switch-now.tsx'
import { outageTexts } from './texts.ts'

/** A PBX comes and goes by itself. */
const AGAIN_MS = 5_000

/** What happens to calls while the PBX at a trunk is away: one picture, the switch, the three ways, and when it was away. */
export function OutagePage({ trunkId }: { readonly trunkId: string }) {
  const texts = useTexts(outageTexts)
  const maySee = mayUse(useSession(), 'live')
  const path = { trunkId }
  const trunk = useAnswer('GET /customer-trunks/{trunkId}', [{ path }])
  const tenantId = trunk.data?.tenantId
  const query = tenantId === undefined ? {} : { tenantId }
  const set = useAnswer('GET /trunk-continuity/{trunkId}', [{ path, query }], { enabled: tenantId !== undefined })
  const state = useAnswer('GET /customer-trunks/{trunkId}/state', [{ path }], { enabled: maySee, everyMs: AGAIN_MS, unheard: true })
  const error = trunk.error ?? (isUnset(set.error) ? null : set.error)
  if (error !== null) return <Trouble error={error} retry={() => void trunk.refetch()} />
  if (trunk.data === undefined || (set.data === undefined && !isUnset(set.error))) return <Skeleton height={240} />
  const continuity = set.data
  return (
    <Page title={texts.title(trunk.data.name)} about={texts.about}>
      <Picture continuity={continuity} state={state.data} />
      <ChangedBy rights="routing">
        {continuity === undefined ? null : <SwitchNow continuity={continuity} query={query} />}
        <Editor key={continuity === undefined ? 'unset' : 'set'} trunk={trunk.data} continuity={continuity} />
      </ChangedBy>
      {maySee ? <History trunkId={trunkId} /> : null}
    </Page>
  )
}
