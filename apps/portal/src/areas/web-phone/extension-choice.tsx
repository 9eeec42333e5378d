import { Alert, Stack, Text } from '@mantine/core'
import { Info } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { usePhoneExtension } from '../../session/phone-extension.tsx'
import { useApi } from '../../session/session-context.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { webPhoneTexts } from './texts.ts'

/** Whose telephone this browser is to be: for administrators, who have no extension of their own. `given`: the number that waits to be called. */
export function ExtensionChoice({ given }: { readonly given: string }) {
  const texts = useTexts(webPhoneTexts)
  const customer = useCustomer()
  const api = useApi()
  const { extension, choose } = usePhoneExtension()
  const { failed } = useNotices()
  const take = async (extensionId: string | null): Promise<void> => {
    if (extensionId === null) return choose(null)
    const { id, number, name } = await api('GET /extensions/{extensionId}', { path: { extensionId } })
    choose({ id, number, name, ...customer })
  }
  return (
    <Section title={texts.whose}>
      {given === '' || extension !== null ? null : (
        <Alert icon={<Info aria-hidden />} variant="light">
          {texts.chooseToCall(readableNumbers(given))}
        </Alert>
      )}
      <Stack gap="xs" maw={420}>
        <TargetSelect
          kind="extension"
          label={texts.extension}
          value={extension?.id ?? null}
          onChange={(id) => void take(id).catch(failed)}
          clearable
        />
        <Text size="sm">{texts.whoseAbout}</Text>
      </Stack>
    </Section>
  )
}
