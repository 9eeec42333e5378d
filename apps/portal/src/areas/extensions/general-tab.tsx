import { Stack } from '@mantine/core'
import { useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import type { Extension } from './extension.ts'
import { EXTENSION_PROBLEM_FIELDS, ExtensionFields, type ExtensionValues, useExtensionForm } from './extension-fields.tsx'
import { NumberChoices } from './number-choices.tsx'

function valuesOf({ number, name, outgoingNumber, siteId, userPackage }: ExtensionValues): ExtensionValues {
  return { number, name, outgoingNumber, siteId, userPackage }
}

/** Number, name and number shown; a change can be taken back from the notice. */
export function GeneralTab({ extension }: { readonly extension: Extension }) {
  const change = useChange('PATCH /extensions/{extensionId}', { refreshes: ['/extensions', '/user-packages'] })
  const form = useExtensionForm(valuesOf(extension))
  const submit = useEdit<ExtensionValues, ExtensionValues>({
    ...{ form, thing: extension, valuesOf, byCode: EXTENSION_PROBLEM_FIELDS },
    save: (body, ifMatch) => change.mutateAsync([{ path: { extensionId: extension.id }, body, ifMatch }]),
  })
  return (
    <Stack gap="xl">
      <FormFrame act="save" submit={submit}>
        <ExtensionFields form={form} />
      </FormFrame>
      <NumberChoices extensionId={extension.id} />
    </Stack>
  )
}
