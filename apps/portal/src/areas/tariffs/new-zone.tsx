import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { amountIn } from './amounts.ts'
import { type SeenDraft, useDraftChange } from './draft-page.tsx'
import { tariffTexts } from './texts.ts'

const EXAMPLE = { id: 'fr-mobile', country: 'FR' }
const KINDS = ['geographic', 'mobile', 'freephone', 'special', 'network'] as const

/** A zone with its first prefix and price. */
export function NewZone({ draft }: { readonly draft: SeenDraft }) {
  const texts = useTexts(tariffTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const change = useDraftChange()
  const needed = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({
    initialValues: { id: '', de: '', en: '', kind: 'geographic' as (typeof KINDS)[number], country: '', prefix: '', perMinute: '' },
    validate: { id: (id) => (/^[a-z0-9][a-z0-9-]{0,59}$/.test(id) ? null : texts.idWrong), de: needed, en: needed, perMinute: needed },
  })
  const submit = useSubmit(form, async ({ id, de, en, kind, country, prefix, perMinute }) => {
    const zone = { id, name: { de, en }, kind, ...(country.trim() === '' ? {} : { country: country.trim().toUpperCase() }) }
    const changes = [
      { kind: 'set-zone' as const, zone },
      { kind: 'add-price' as const, zone: id, price: { perMinute: amountIn(perMinute) } },
      ...(prefix.trim() === '' ? [] : [{ kind: 'set-prefix' as const, prefix: prefix.replaceAll(' ', ''), zone: id }]),
    ]
    await change.save(draft, changes)
    go(`/drafts/${draft.id}/zones/${id}`)
  })
  return (
    <Section title={texts.newZone}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={texts.zoneId} placeholder={EXAMPLE.id} required {...form.getInputProps('id')} />
            <Select
              label={texts.kind}
              allowDeselect={false}
              data={KINDS.map((value) => ({ value, label: texts[value] }))}
              {...form.getInputProps('kind')}
            />
            <TextInput label={texts.nameGerman} required {...form.getInputProps('de')} />
            <TextInput label={texts.nameEnglish} required {...form.getInputProps('en')} />
            <TextInput label={texts.country} placeholder={EXAMPLE.country} maxLength={2} {...form.getInputProps('country')} />
            <TextInput label={texts.firstPrefix} placeholder="+336" {...form.getInputProps('prefix')} />
            <TextInput label={texts.perMinute} required {...form.getInputProps('perMinute')} />
          </SimpleGrid>
          <Group>
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.addZone}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
