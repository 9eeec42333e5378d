import { Radio, Skeleton, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { ExtensionsField } from '../../shared/team/extensions-field.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { intercomTexts } from './intercom-texts.ts'

type Settings = Answer<'GET /extensions/{extensionId}/intercom-settings'>

/** Whose calls the phone answers by itself, aloud. */
export function IntercomTab({ extensionId }: { readonly extensionId: string }) {
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/intercom-settings', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  return <Edited extensionId={extensionId} settings={data} />
}

function Edited({ extensionId, settings }: { readonly extensionId: string; readonly settings: Settings }) {
  const texts = useTexts(intercomTexts)
  const change = useChange('PATCH /extensions/{extensionId}/intercom-settings', { refreshes: ['/extensions'] })
  const form = useForm<Settings>({ initialValues: settings })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf: (read: Settings) => read },
    save: (body, ifMatch) => change.mutateAsync([{ path: { extensionId }, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={640}>
        <Radio.Group label={texts.accepts} {...form.getInputProps('accepts')}>
          <Stack gap="xs" mt="xs">
            <Radio value="everyone" label={texts.everyone} />
            <Radio value="named" label={texts.named} />
            <Radio value="nobody" label={texts.nobody} />
          </Stack>
        </Radio.Group>
        {form.values.accepts === 'named' ? (
          <ExtensionsField
            label={texts.callers}
            value={form.values.callers}
            onChange={(callers) => form.setFieldValue('callers', callers)}
            error={form.errors.callers}
          />
        ) : null}
        <Radio.Group label={texts.otherwise} {...form.getInputProps('otherwise')}>
          <Stack gap="xs" mt="xs">
            <Radio value="refuse" label={texts.refuse} />
            <Radio value="ring" label={texts.ring} />
          </Stack>
        </Radio.Group>
      </Stack>
    </FormFrame>
  )
}
