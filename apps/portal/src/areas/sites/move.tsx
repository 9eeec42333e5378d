import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Address, areaCodeIn, isAreaCode, lineOf, NO_ADDRESS, type Site, trimmed } from './site.ts'
import { AddressFields, SITE_PROBLEM_FIELDS, useAddressRules } from './site-fields.tsx'
import { siteTexts } from './texts.ts'

/** The move that is planned, or a form to plan one. */
export function Move({ site }: { readonly site: Site }) {
  const texts = useTexts(siteTexts)
  const mayChange = useMayChange()
  return (
    <Section title={texts.move} about={texts.moveAbout}>
      {site.plannedMove === null ? null : <Planned site={site} move={site.plannedMove} />}
      {site.plannedMove === null && mayChange ? <Plan site={site} /> : null}
    </Section>
  )
}

function Planned({ site, move }: { readonly site: Site; readonly move: NonNullable<Site['plannedMove']> }) {
  const texts = useTexts(siteTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const giveUp = useChange('DELETE /sites/{siteId}/move', { refreshes: ['/sites'] })
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: `${texts.giveUp}?`, consequence: texts.giveUpConsequence, act: texts.giveUp }))) return
    await giveUp.mutateAsync([{ path: { siteId: site.id } }]).then(() => done(texts.isGivenUp), failed)
  }
  return (
    <Group justify="space-between">
      <Text size="sm">{texts.planned(format.date(move.from), lineOf(move))}</Text>
      {mayChange ? (
        <Button variant="default" onClick={() => void ask()} loading={giveUp.isPending}>
          {texts.giveUp}
        </Button>
      ) : null}
    </Group>
  )
}

interface MoveValues {
  readonly from: string
  /** As people write it: with its 0 or without. */
  readonly areaCode: string
  readonly address: Address
}

function Plan({ site }: { readonly site: Site }) {
  const texts = useTexts(siteTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const plan = useChange('POST /sites/{siteId}/move', { refreshes: ['/sites'] })
  const form = useForm<MoveValues>({
    initialValues: { from: '', areaCode: '', address: NO_ADDRESS },
    validate: {
      from: (day) => (day === '' ? shared.required : null),
      areaCode: (code) => (isAreaCode(code) ? null : texts.areaCodeWrong),
      address: useAddressRules(),
    },
  })
  const submit = useSubmit(
    form,
    async ({ from, areaCode, address }) => {
      await plan.mutateAsync([{ path: { siteId: site.id }, body: { from, areaCode: areaCodeIn(areaCode), address: trimmed(address) } }])
      done(texts.isPlanned)
    },
    SITE_PROBLEM_FIELDS,
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack maw={560}>
        <TextInput type="date" label={texts.moveDay} required maw={240} {...form.getInputProps('from')} />
        <AddressFields inputs={(field) => form.getInputProps(`address.${field}`)} />
        <TextInput
          label={texts.areaCodeThere}
          description={texts.areaCodeThereHint}
          inputMode="numeric"
          required
          maw={240}
          {...form.getInputProps('areaCode')}
        />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.plan}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
