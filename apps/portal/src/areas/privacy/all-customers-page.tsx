import { Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { RequestTable } from './request-table.tsx'
import { SubprocessorsSection } from './subprocessors-section.tsx'
import { privacyTexts } from './texts.ts'

/** For who looks after several customers: what waits for an answer anywhere, what is due first on top, and what is the same for all of them. */
export function AllCustomersPage() {
  const texts = useTexts(privacyTexts)
  const { data, error, refetch } = useAnswer('GET /privacy-requests', [{ query: { open: 'true' } }])
  const items = data?.items.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)) ?? []
  return (
    <Page title={texts.title} about={texts.aboutAll}>
      <Section title={texts.openRequests}>
        {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
        {data?.items.length === 0 ? <Text size="sm">{texts.noOpenRequests}</Text> : <RequestTable requests={items} ofMany />}
      </Section>
      <SubprocessorsSection />
    </Page>
  )
}
