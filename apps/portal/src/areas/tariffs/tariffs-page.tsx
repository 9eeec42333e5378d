import { Anchor, Button, Group, List, Skeleton, Stack, Table, Text } from '@mantine/core'
import { Tags } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { tariffTexts } from './texts.ts'
import { Timeline } from './timeline.tsx'

type Tariff = Answer<'GET /tariff-overview'>['items'][number]
type Version = Tariff['versions'][number]

/** Every tariff, which version of it holds when, and what is being written. */
export function TariffsPage() {
  const texts = useTexts(tariffTexts)
  const { data, error, refetch } = useAnswer('GET /tariff-overview', [{}])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      {data.items.length === 0 ? <EmptyState icon={Tags} title={texts.emptyTitle} text={texts.emptyText} action={add} /> : null}
      <Stack>
        {data.items.map((tariff) => (
          <OneTariff key={`${tariff.kind} ${tariff.id}`} tariff={tariff} />
        ))}
      </Stack>
    </Page>
  )
}

function OneTariff({ tariff }: { readonly tariff: Tariff }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const { name, kind, customers, versions, drafts } = tariff
  return (
    <Section title={name[language]} about={`${texts[kind]} ${texts.customers(format.number(customers))}`}>
      {versions.length === 0 ? <Text size="sm">{texts.noVersion}</Text> : <Timeline versions={versions} name={name[language]} />}
      {versions.length === 0 ? null : <Versions tariff={tariff} />}
      {drafts.length === 0 ? null : (
        <List size="sm">
          {drafts.map(({ id, changedAt, changedBy }) => (
            <List.Item key={id}>
              <Anchor component={Link} href={`/drafts/${id}`} size="sm">
                {texts.draftOf(format.dateTime(changedAt), changedBy)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      <Draft tariff={tariff} />
    </Section>
  )
}

function Versions({ tariff: { versions, name } }: { readonly tariff: Tariff }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const mayChange = useMayChange()
  const toldOf = ({ told, waiting, state }: Version): readonly string[] =>
    told === null || waiting === null
      ? []
      : [texts.told(String(told), String(waiting)), ...(waiting > 0 && state !== 'planned' ? [texts.notTold(String(waiting))] : [])]
  return (
    <Table aria-label={texts.versionsOf(name[language])}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.validFrom}</Table.Th>
          <Table.Th>{texts.validUntil}</Table.Th>
          <Table.Th>{texts.state}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {versions.map((version) => (
          <Table.Tr key={version.id}>
            <Table.Th scope="row" fw={500}>
              <Anchor component={Link} href={`/versions/${version.id}`} size="sm">
                {day(version.validFrom)}
              </Anchor>
            </Table.Th>
            <Table.Td>{version.validUntil === null ? texts.open : day(version.validUntil)}</Table.Td>
            <Table.Td>{[texts[version.state], ...toldOf(version)].join(', ')}</Table.Td>
            <Table.Td>{version.state === 'planned' && mayChange ? <TakeBack version={version} /> : null}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function TakeBack({ version: { id, validFrom } }: { readonly version: Version }) {
  const texts = useTexts(tariffTexts)
  const { day } = useMoney()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const remove = useChange('DELETE /price-versions/{versionId}', { refreshes: ['/tariff-overview', '/product-profiles', '/contracts'] })
  const ask = async (): Promise<void> => {
    const isMeant = await confirm({
      title: texts.takeBackTitle(day(validFrom)),
      consequence: texts.takeBackConsequence,
      act: texts.takeBack,
    })
    if (!isMeant) return
    await remove.mutateAsync([{ path: { versionId: id } }]).then(() => done(texts.takenBack), failed)
  }
  return (
    <Button size="compact-sm" variant="light" color="red" loading={remove.isPending} onClick={() => void ask()}>
      {texts.takeBack}
    </Button>
  )
}

/** Begins a draft with the newest version. */
function Draft({ tariff: { kind, id, name } }: { readonly tariff: Tariff }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const draft = useDrafting({ kind, id })
  if (!useMayChange()) return null
  return (
    <Group>
      <Button variant="default" loading={draft.isBusy} aria-label={texts.draftFor(name[language])} onClick={() => draft.begin()}>
        {texts.draft}
      </Button>
    </Group>
  )
}

/** Begins a draft and goes there; of this version, or of the newest one. */
export function useDrafting({ kind, id }: Pick<Tariff, 'kind' | 'id'>) {
  const [, go] = useLocation()
  const { failed } = useNotices()
  const ofTariff = useChange('POST /tariffs/{tariffId}/drafts', { refreshes: ['/tariff-overview'] })
  const ofProfile = useChange('POST /product-profiles/{profileId}/tariff-drafts', { refreshes: ['/tariff-overview'] })
  const begin = (versionId?: string): void => {
    const body = versionId === undefined ? {} : { versionId }
    const made =
      kind === 'tariff'
        ? ofTariff.mutateAsync([{ path: { tariffId: id }, body }])
        : ofProfile.mutateAsync([{ path: { profileId: id }, body }])
    void made.then((draft) => go(`/drafts/${draft.id}`), failed)
  }
  return { begin, isBusy: ofTariff.isPending || ofProfile.isPending }
}
