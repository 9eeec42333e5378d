import { Radio, Stack, Switch } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { NameFields } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { MembersField } from '../../shared/team/members-field.tsx'
import type { PageGroupValues } from './page-group.ts'
import { pagingTexts } from './texts.ts'

export function PageGroupFields({ form }: { readonly form: UseFormReturnType<PageGroupValues> }) {
  const texts = useTexts(pagingTexts)
  return (
    <Stack gap="xl" maw={760}>
      <NameFields form={form} />
      <MembersField value={form.values.members} onChange={(members) => form.setFieldValue('members', members)} />
      <Switch label={texts.talkBack} description={texts.talkBackHint} {...form.getInputProps('talkBack', { type: 'checkbox' })} />
      <Radio.Group label={texts.callers} {...form.getInputProps('callers')}>
        <Stack gap="xs" mt="xs">
          <Radio value="everyone" label={texts.everyone} />
          <Radio value="members" label={texts.members} />
        </Stack>
      </Radio.Group>
    </Stack>
  )
}
