import { Button, Group, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { amountIn } from './amounts.ts'
import { type SeenDraft, useDraftChange } from './draft-page.tsx'
import { tariffTexts } from './texts.ts'

interface RaiseFormProps {
  readonly draft: SeenDraft
  readonly zones: readonly string[]
  readonly then: () => void
}

/** Changes the prices of the chosen zones by per cent. */
export function RaiseForm({ draft, zones, then }: RaiseFormProps) {
  const texts = useTexts(tariffTexts)
  const { done } = useNotices()
  const change = useDraftChange()
  const form = useForm({
    initialValues: { percent: '', places: '4' },
    validate: { percent: (percent) => (/^[+-]?\d{1,3}(?:[.,]\d{1,4})?$/.test(percent.trim()) ? null : texts.percentWrong) },
  })
  const submit = useSubmit(form, async ({ percent, places }) => {
    const raise = { kind: 'raise' as const, percent: amountIn(percent), places: Number(places), zones: [...zones] }
    await change.save(draft, [{ ...raise, fields: ['perMinute', 'setUp', 'minimum'] }])
    done(texts.raised(zones.length))
    then()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput label={texts.percent} placeholder="3,5" w={140} {...form.getInputProps('percent')} />
        <Select label={texts.places} data={['2', '3', '4', '5', '6']} allowDeselect={false} w={160} {...form.getInputProps('places')} />
        <Button type="submit" loading={submit.isBusy}>
          {texts.raise}
        </Button>
      </Group>
    </form>
  )
}
