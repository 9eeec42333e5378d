import { Button, Group, Modal, Stack, TagsInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import type { FeatureCode } from './feature-code.ts'
import { featureCodeTexts } from './texts.ts'

/** Other codes for a feature, or those of the product again. */
export function ChangeCodes({ code, close }: { readonly code: FeatureCode; readonly close: () => void }) {
  const texts = useTexts(featureCodeTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const query = useCustomer()
  const { done, failed } = useNotices()
  const change = useChange('PATCH /feature-codes/{feature}', { refreshes: ['/feature-codes'] })
  const set = (codes: readonly string[] | null) => change.mutateAsync([{ path: { feature: code.feature }, query, body: { codes } }])
  const form = useForm({ initialValues: { codes: [...code.codes] } })
  const saved = (): void => {
    done(shared.saved, () => set(code.codes))
    close()
  }
  const submit = useSubmit(form, ({ codes }) => set(codes).then(saved), { 'feature-code-taken': 'codes' })
  return (
    <Modal opened onClose={close} title={texts.changeOne(code.title[language])} closeButtonProps={{ 'aria-label': shared.close }} centered>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack>
          <TagsInput
            label={texts.codes}
            description={texts.codesHint}
            value={form.values.codes}
            onChange={(codes) => form.setFieldValue('codes', codes)}
            error={form.errors.codes ?? Object.entries(form.errors).find(([path]) => path.startsWith('codes'))?.[1]}
          />
          <Text size="sm">{texts.product(code.productCodes.join(', '))}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void set(null).then(saved, failed)}>
              {texts.asDelivered}
            </Button>
            <Button type="submit" loading={submit.isBusy}>
              {shared.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
