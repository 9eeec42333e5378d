import { Switch } from '@mantine/core'
import { useAnswer, useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { settingsTexts } from './texts.ts'

/** PORT-05: whether administrators need a second factor. */
export function SecondFactorPolicy() {
  const texts = useTexts(settingsTexts)
  const shared = useTexts(sharedTexts)
  const query = useCustomer()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data, error, refetch } = useAnswer('GET /second-factor-policy', [{ query }])
  const change = useChange('PATCH /second-factor-policy', { refreshes: ['/second-factor-policy'] })
  const set = (required: boolean, ifMatch?: string) => change.mutateAsync([{ query, body: { required }, ifMatch }])
  const choose = (required: boolean): Promise<void> =>
    set(required, versionOf(data)).then(
      () => done(shared.saved, () => set(!required)),
      (problem) => {
        failed(problem)
        void refetch()
      },
    )
  return (
    <Section title={texts.secondFactor} about={texts.secondFactorAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined ? null : (
        <Switch
          label={texts.required}
          checked={data.required}
          disabled={!mayChange || change.isPending}
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
      )}
    </Section>
  )
}
