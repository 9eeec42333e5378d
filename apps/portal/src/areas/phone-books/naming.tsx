import { Radio, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { phoneBookTexts } from './texts.ts'

type NameCallers = Answer<'GET /phone-book-settings'>['nameCallers']

const CHOICES: readonly NameCallers[] = ['unnamed', 'always', 'never']

/** When callers are shown by the name that the company's phone books have for them; switched at once. */
export function Naming() {
  const texts = useTexts(phoneBookTexts)
  const shared = useTexts(sharedTexts)
  const mayChange = useMayChange()
  const query = useCustomer()
  const { done, failed } = useNotices()
  const { data, error, refetch } = useAnswer('GET /phone-book-settings', [{ query }])
  const change = useChange('PATCH /phone-book-settings', { refreshes: ['/phone-book-settings', '/call-records', '/live-calls'] })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={140} />
  const save = (nameCallers: NameCallers, ifMatch?: string) => change.mutateAsync([{ query, body: { nameCallers }, ifMatch }])
  const choose = (wanted: string): void => {
    const nameCallers = CHOICES.find((each) => each === wanted)
    const before = data.nameCallers
    if (nameCallers !== undefined) void save(nameCallers, versionOf(data)).then(() => done(shared.saved, () => save(before)), failed)
  }
  return (
    <Section title={texts.naming} about={texts.namingAbout}>
      <Radio.Group label={<VisuallyHidden>{texts.naming}</VisuallyHidden>} value={data.nameCallers} onChange={choose}>
        <Stack gap="xs">
          {CHOICES.map((each) => (
            <Radio key={each} value={each} label={texts[each]} disabled={!mayChange || change.isPending} />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  )
}
