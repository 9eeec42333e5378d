import { CalendarClock } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { LAENDER, type Schedule } from './schedule.ts'
import { scheduleTexts } from './texts.ts'

export function SchedulesPage() {
  const texts = useTexts(scheduleTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /schedules', query], page: (cursor) => api('GET /schedules', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ name }) => name}
        empty={{ icon: CalendarClock, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Schedule>[] {
  const texts = useTexts(scheduleTexts)
  const openDays = ({ week }: Schedule): number => new Set(week.flatMap(({ days }) => days)).size
  return [
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'days', title: texts.days, cell: (schedule) => texts.daysOf(openDays(schedule)) },
    { key: 'land', title: texts.land, cell: ({ holidays }) => (holidays ? LAENDER[holidays.land] : texts.noLand), wideOnly: true },
  ]
}
