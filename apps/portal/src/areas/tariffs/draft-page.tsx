import { Skeleton, Stack, Tabs } from '@mantine/core'
import { useLocation } from 'wouter'
import type { Answer, Body } from '../../api/operation.ts'
import { useAnswer, useChange, useRefresh } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { DifferencesTab } from './differences-tab.tsx'
import { Facts } from './facts.tsx'
import { FaultsTab } from './faults-tab.tsx'
import { NewZone } from './new-zone.tsx'
import { PublishTab } from './publish-tab.tsx'
import { RaiseForm } from './raise-form.tsx'
import { ruleTexts } from './rule-texts.ts'
import { RulesTab } from './rules-tab.tsx'
import { TableTab } from './table-tab.tsx'
import { tableTexts } from './table-texts.ts'
import { tariffTexts } from './texts.ts'
import { TryIt } from './try-it.tsx'
import { ZoneList } from './zone-list.tsx'

export type Draft = Answer<'GET /tariff-drafts/{draftId}'>

/** A version that is being written: its prices, what it would cost, what is wrong, what changes, and publishing it. */
export function DraftPage({ draftId }: { readonly draftId: string }) {
  const texts = useTexts(tariffTexts)
  const tables = useTexts(tableTexts)
  const rules = useTexts(ruleTexts)
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /tariff-drafts/{draftId}', [{ path: { draftId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page
      title={texts.draftTitle}
      about={texts.draftAbout(format.dateTime(data.changedAt), data.changedBy)}
      actions={<Deletion draft={data} />}
    >
      <Tabs defaultValue="prices" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="prices">{texts.prices}</Tabs.Tab>
          <Tabs.Tab value="rules">{rules.rules}</Tabs.Tab>
          <Tabs.Tab value="table">{tables.title}</Tabs.Tab>
          <Tabs.Tab value="trial">{texts.tryIt}</Tabs.Tab>
          <Tabs.Tab value="check">{texts.check}</Tabs.Tab>
          <Tabs.Tab value="differences">{texts.differences}</Tabs.Tab>
          <Tabs.Tab value="publish">{texts.publish}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="prices">
          <Prices draft={data} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesTab draft={data} />
        </Tabs.Panel>
        <Tabs.Panel value="table">
          <TableTab draft={data} />
        </Tabs.Panel>
        <Tabs.Panel value="trial">
          <TryIt source={{ draftId }} bundles={data.facts.bundles} />
        </Tabs.Panel>
        <Tabs.Panel value="check">
          <FaultsTab draftId={draftId} />
        </Tabs.Panel>
        <Tabs.Panel value="differences">
          <DifferencesTab draft={data} />
        </Tabs.Panel>
        <Tabs.Panel value="publish">
          <PublishTab draft={data} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Prices({ draft }: { readonly draft: Draft }) {
  const { id: draftId, facts } = draft
  const mayChange = useMayChange()
  const bulk = {
    bulk: (chosen: readonly { readonly id: string }[], clear: () => void) => (
      <RaiseForm draft={draft} zones={chosen.map(({ id }) => id)} then={clear} />
    ),
  }
  return (
    <Stack>
      <Facts facts={facts} />
      <ZoneList source={{ draftId }} currency={facts.currency} {...(mayChange ? bulk : {})} />
      {mayChange ? <NewZone draft={draft} /> : null}
    </Stack>
  )
}

function Deletion({ draft }: { readonly draft: Draft }) {
  const texts = useTexts(tariffTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /tariff-drafts/{draftId}', { refreshes: ['/tariff-overview'] })
  return (
    <DeleteButton
      title={texts.deleteDraft}
      consequence={texts.deleteDraftConsequence}
      thing={draft}
      remove={(ifMatch) => remove.mutateAsync([{ path: { draftId: draft.id }, ifMatch }])}
      deleted={texts.draftDeleted}
      then={() => go('/')}
    />
  )
}

/** A draft as it was looked at: a change of it is refused once somebody else has changed it since. */
export type SeenDraft = Pick<Draft, 'id' | 'revision'>

/** Changes a draft. What was read of it is read again before anything else can be done, also after a refusal: the next change is one of what is shown then. */
export function useDraftChange() {
  const { mutateAsync, isPending } = useChange('PATCH /tariff-drafts/{draftId}', { refreshes: ['/tariff-overview'] })
  const refresh = useRefresh()
  const save = async ({ id: draftId, revision }: SeenDraft, changes: Body<'PATCH /tariff-drafts/{draftId}'>['changes']): Promise<void> => {
    try {
      await mutateAsync([{ path: { draftId }, body: { revision, changes } }])
    } finally {
      await refresh('/tariff-drafts')
    }
  }
  return { save, isPending }
}
