import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type SeenDraft, useDraftChange } from './draft-page.tsx'
import { PriceForm } from './price-form.tsx'
import { tariffTexts } from './texts.ts'
import type { Zone } from './zone.ts'

/** Zones whose ids are alike may come before it. */
const MOST = 200

interface Props {
  readonly draft: SeenDraft
  readonly zone: Zone
}

/** One zone of a draft: its prices and prefixes. */
export function ZonePage({ draftId, zoneId }: { readonly draftId: string; readonly zoneId: string }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const asked = { path: { draftId }, query: { q: zoneId, limit: MOST } }
  const { data, error, refetch } = useAnswer('GET /tariff-drafts/{draftId}/zones', [asked])
  const { data: faults } = useAnswer('GET /tariff-drafts/{draftId}/faults', [{ path: { draftId } }])
  const mayChange = useMayChange()
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  const zone = data?.items.find(({ id }) => id === zoneId)
  if (data === undefined) return <Skeleton height={240} />
  if (zone === undefined) return <Page title={texts.noSuchZone}>{null}</Page>
  const draft = { id: draftId, revision: data.revision }
  const own = faults?.faults.filter((fault) => fault.zone === zoneId) ?? []
  return (
    <Page title={zone.name[language]} about={texts.zoneAbout} actions={mayChange ? <Removal draft={draft} zone={zone} /> : null}>
      <Stack>
        {rowsOf(zone).map(({ key, row, price }) => (
          <PriceForm key={key} {...{ draft, zoneId, row, price }} faults={own.filter((fault) => fault.row === row)} />
        ))}
        {own
          .filter(({ row }) => row === null)
          .map(({ pointer, text }) => (
            <Text key={`${pointer} ${text.en}`} c="red" size="sm" role="status">
              {text[language]}
            </Text>
          ))}
        {mayChange ? <AddPrice draft={draft} zone={zone} /> : null}
        <Prefixes draft={draft} zone={zone} />
      </Stack>
    </Page>
  )
}

/** What was saved is what a form begins with again. */
function rowsOf({ prices }: Zone) {
  return prices.map((price, row) => ({ key: `${row} ${JSON.stringify(price)}`, row, price }))
}

function AddPrice({ draft, zone }: Props) {
  const texts = useTexts(tariffTexts)
  const change = useDraftChange()
  const { failed } = useNotices()
  const add = (): void => {
    const changes = [{ kind: 'add-price' as const, zone: zone.id, price: { perMinute: '0.00' } }]
    void change.save(draft, changes).catch(failed)
  }
  return (
    <Group>
      <Button variant="default" loading={change.isPending} onClick={add}>
        {texts.addPrice}
      </Button>
    </Group>
  )
}

function Removal({ draft, zone }: Props) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const confirm = useConfirm()
  const { failed } = useNotices()
  const [, go] = useLocation()
  const change = useDraftChange()
  const ask = async (): Promise<void> => {
    const consequence = texts.removeZoneConsequence(zone.prefixCount)
    if (!(await confirm({ title: texts.removeZoneTitle(zone.name[language]), consequence, act: texts.removeZone }))) return
    const changes = [{ kind: 'remove-zone' as const, zone: zone.id }]
    await change.save(draft, changes).then(() => go(`/drafts/${draft.id}`), failed)
  }
  return (
    <Button color="red" variant="light" loading={change.isPending} onClick={() => void ask()}>
      {texts.removeZone}
    </Button>
  )
}

function Prefixes({ draft, zone }: Props) {
  const texts = useTexts(tariffTexts)
  const change = useDraftChange()
  const mayChange = useMayChange()
  const { failed } = useNotices()
  const form = useForm({
    initialValues: { prefix: '' },
    validate: { prefix: (prefix) => (/^\+[1-9]\d{0,14}$/.test(prefix.replaceAll(' ', '')) ? null : texts.prefixWrong) },
  })
  const submit = useSubmit(form, async ({ prefix }) => {
    const changes = [{ kind: 'set-prefix' as const, prefix: prefix.replaceAll(' ', ''), zone: zone.id }]
    await change.save(draft, changes)
    form.reset()
  })
  const remove = (prefix: string): void => {
    const changes = [{ kind: 'remove-prefix' as const, prefix }]
    void change.save(draft, changes).catch(failed)
  }
  return (
    <Section title={texts.prefixes} about={texts.prefixesAbout(zone.prefixCount)}>
      <Group gap="xs">
        {zone.prefixes.map((prefix) =>
          mayChange ? (
            <Button key={prefix} size="compact-sm" variant="default" aria-label={texts.removePrefix(prefix)} onClick={() => remove(prefix)}>
              {`${prefix} ×`}
            </Button>
          ) : (
            <Text key={prefix} size="sm">
              {prefix}
            </Text>
          ),
        )}
      </Group>
      {mayChange ? (
        <form onSubmit={submit.onSubmit} noValidate>
          <Group align="flex-end">
            <TextInput label={texts.newPrefix} placeholder="+4917" {...form.getInputProps('prefix')} />
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.addPrefix}
            </Button>
          </Group>
        </form>
      ) : null}
    </Section>
  )
}
