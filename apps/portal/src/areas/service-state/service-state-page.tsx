import { Button, Stack, Text } from '@mantine/core'
import { useApi } from '../../session/session-context.tsx'
import { useList } from '../../shared/data-list/use-list.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { SideBar } from '../../shared/service-levels/side-bar.tsx'
import { serviceTexts } from '../../shared/service-levels/texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { Incidents } from './incidents.tsx'
import { MaintenanceWindows } from './maintenance-windows.tsx'
import { Outages } from './outages.tsx'
import { serviceStateTexts } from './texts.ts'
import { Undelivered } from './undelivered.tsx'

/** Maintenance, incidents, and customers below their target. */
export default function ServiceStatePage() {
  const texts = useTexts(serviceStateTexts)
  const service = useTexts(serviceTexts)
  const status = (
    <Button component="a" href="/status" target="_blank" rel="noreferrer" variant="default">
      {service.statusPage}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={status}>
      <MaintenanceWindows />
      <Incidents />
      <Outages />
      <Missed />
      <Undelivered />
    </Page>
  )
}

function Missed() {
  const texts = useTexts(serviceStateTexts)
  const api = useApi()
  const page = (cursor: { readonly cursor?: string }) => api('GET /availability/missed', { query: cursor })
  const { items, error, hasMore, isLoading, retry } = useList({ key: ['GET /availability/missed'], page }, true)
  return (
    <Section title={texts.missed}>
      {error === null ? null : <Trouble error={error} retry={retry} />}
      {items.length === 0 && !hasMore && !isLoading && error === null ? <Text size="sm">{texts.noneMissed}</Text> : null}
      <Stack gap="md">
        {items.map(({ tenantId, name, sides }) => (
          <div key={tenantId}>
            <Text fw={600}>{name}</Text>
            {sides.map((side) => (
              <SideBar key={side.side} side={side} words={texts.ofTarget} />
            ))}
          </div>
        ))}
      </Stack>
    </Section>
  )
}
