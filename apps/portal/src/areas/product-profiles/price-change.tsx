import { Button, Group, List, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import type { Profile } from './profile-page.tsx'
import { profileTexts } from './texts.ts'

const SOON_MS = 5_000

/** New prices for those who have the profile already (BIL-07). */
export function PriceChange({ profile }: { readonly profile: Profile }) {
  const texts = useTexts(profileTexts)
  const { day } = useMoney()
  const path = { profileId: profile.id }
  const { data } = useAnswer('GET /product-profiles/{profileId}/price-changes', [{ path }], { everyMs: SOON_MS, unheard: true })
  return (
    <Section title={texts.priceChange} about={texts.priceChangeAbout}>
      {useMayChange() && profile.history.length > 1 ? <Announce profile={profile} /> : null}
      <List size="sm">
        {data?.items.map(({ id, wantedFrom, percent, told, waiting, nobodyToTell, withdrawnAt }) => (
          <List.Item key={id}>
            {`${day(wantedFrom)}: ${withdrawnAt === null ? texts.progress(String(percent), String(told), String(waiting)) : texts.withdrawn}`}
            {nobodyToTell === 0 ? null : <Text size="sm">{texts.nobodyToTell(String(nobodyToTell))}</Text>}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function Announce({ profile: { id, contracts, history, priceChangeRules } }: { readonly profile: Profile }) {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const confirm = useConfirm()
  const { done } = useNotices()
  const announce = useChange('POST /product-profiles/{profileId}/price-changes', { refreshes: ['/product-profiles', '/contracts'] })
  const held = history.filter(({ isWithdrawn }) => !isWithdrawn)
  const form = useForm({ initialValues: { versionId: held[0]?.id ?? '', rule: priceChangeRules[0]?.name ?? '', from: '' } })
  const submit = useSubmit(form, async ({ versionId, rule, from }) => {
    const isMeant = await confirm({
      title: texts.announceTitle,
      consequence: texts.announceConsequence(String(contracts)),
      act: texts.announce,
    })
    if (!isMeant) return
    await announce.mutateAsync([{ path: { profileId: id }, body: { versionId, rule, ...(from === '' ? {} : { from }) } }])
    done(texts.announced)
  })
  const versions = held.map((version) => ({
    value: version.id,
    label: texts.versionSince(String(version.number), day(version.validFrom)),
  }))
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm" maw={480}>
        <Select label={texts.version} data={versions} allowDeselect={false} {...form.getInputProps('versionId')} />
        <Select
          label={texts.rule}
          data={priceChangeRules.map(({ name, title }) => ({ value: name, label: title[language] }))}
          allowDeselect={false}
          {...form.getInputProps('rule')}
        />
        <TextInput type="date" label={texts.from} {...form.getInputProps('from')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.announce}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
