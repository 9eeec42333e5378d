import { Button, Skeleton, Stack } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Facts } from './facts.tsx'
import { useDrafting } from './tariffs-page.tsx'
import { tariffTexts } from './texts.ts'
import { TryIt } from './try-it.tsx'
import { ZoneList } from './zone-list.tsx'

/** What is in a version, and what a call costs by it. */
export function VersionPage({ versionId }: { readonly versionId: string }) {
  const texts = useTexts(tariffTexts)
  const { day } = useMoney()
  const { data, error, refetch } = useAnswer('GET /price-versions/{versionId}', [{ path: { versionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={texts.versionFrom(day(data.facts.validFrom))} about={texts.versionAbout} actions={<DraftOfThis version={data} />}>
      <Stack>
        <Facts facts={data.facts} />
        <TryIt source={{ versionId }} bundles={data.facts.bundles} />
        <ZoneList source={{ versionId }} currency={data.facts.currency} />
      </Stack>
    </Page>
  )
}

function DraftOfThis({ version: { id, kind, ownerId } }: { readonly version: Answer<'GET /price-versions/{versionId}'> }) {
  const texts = useTexts(tariffTexts)
  const draft = useDrafting({ kind, id: ownerId })
  if (!useMayChange()) return null
  return (
    <Button loading={draft.isBusy} onClick={() => draft.begin(id)}>
      {texts.draftOfThis}
    </Button>
  )
}
