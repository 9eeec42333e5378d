import { Button, List, Skeleton, Stack, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { MaintenanceItem } from '../../shared/service-levels/maintenance-item.tsx'
import { SideBar } from '../../shared/service-levels/side-bar.tsx'
import { serviceTexts } from '../../shared/service-levels/texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { availabilityTexts } from './texts.ts'

/** More maintenance than the last of it is of no interest. */
const SHOWN = 20

/** What was promised to a customer, what it was, and maintenance. */
export default function AvailabilityPage() {
  const texts = useTexts(availabilityTexts)
  const service = useTexts(serviceTexts)
  const status = (
    <Button component="a" href="/status" target="_blank" rel="noreferrer" variant="default">
      {service.statusPage}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={status}>
      <Year />
      <AnnouncedMaintenance />
    </Page>
  )
}

function Year() {
  const texts = useTexts(availabilityTexts)
  const service = useTexts(serviceTexts)
  const format = useFormat()
  const { data, error, refetch } = useAnswer('GET /availability', [{ query: useCustomer() }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={160} />
  const outages = data.sides.flatMap((side) => side.outages.map((outage) => ({ ...outage, side: side.side }))).toReversed()
  return (
    <>
      <Section title={texts.year(format.date(data.from), format.date(data.until))} about={texts.yearAbout}>
        {data.sides.length === 0 ? <Text size="sm">{texts.nothingPromised}</Text> : null}
        <Stack gap="md">
          {data.sides.map((side) => (
            <div key={side.side}>
              <SideBar side={side} words={texts.ofTarget} />
              <Text size="sm">
                {texts.minutes(format.number(Math.round(side.outageMinutes)), format.number(Math.round(side.excludedMinutes)))}
              </Text>
            </div>
          ))}
        </Stack>
      </Section>
      {data.sides.length === 0 ? null : (
        <Section title={texts.outages}>
          {outages.length === 0 ? <Text size="sm">{texts.noOutages}</Text> : null}
          <List size="sm">
            {outages.map(({ from, until, side }) => (
              <List.Item key={`${side} ${from}`}>
                {service.fromTo(format.dateTime(from), format.dateTime(until))} – {service[`side-${side}`]}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function AnnouncedMaintenance() {
  const texts = useTexts(availabilityTexts)
  const { data, error, refetch } = useAnswer('GET /maintenance-windows', [{ query: { ...useCustomer(), limit: SHOWN } }])
  return (
    <Section title={texts.maintenance}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.noMaintenance}</Text> : null}
      <Stack gap="md">
        {data?.items.map((window) => (
          <MaintenanceItem key={window.id} window={window} />
        ))}
      </Stack>
    </Section>
  )
}
