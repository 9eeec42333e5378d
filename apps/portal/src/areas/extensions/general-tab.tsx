import { Button } from '@mantine/core'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import type { Extension } from './extension.ts'
import { EXTENSION_PROBLEM_FIELDS, ExtensionFields, type ExtensionValues, useExtensionForm } from './extension-fields.tsx'

/** Number, name and number shown; a change can be taken back from the notice. */
export function GeneralTab({ extension }: { readonly extension: Extension }) {
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const { id: extensionId, number, name, outgoingNumber } = extension
  const change = useChange('PATCH /extensions/{extensionId}', { refreshes: ['/extensions'] })
  const form = useExtensionForm({ number, name, outgoingNumber })
  const save = (body: ExtensionValues): Promise<unknown> => change.mutateAsync([{ path: { extensionId }, body }])
  const work = async (values: ExtensionValues): Promise<void> => {
    await save(values)
    const before = { number, name, outgoingNumber }
    done(shared.saved, async () => {
      await save(before)
      form.setValues(before)
    })
  }
  const submit = useSubmit(form, work, EXTENSION_PROBLEM_FIELDS)
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <ExtensionFields form={form} />
      <Button mt="lg" type="submit" loading={submit.isBusy}>
        {shared.save}
      </Button>
    </form>
  )
}
