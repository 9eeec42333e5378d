import { Anchor, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { downloadHref } from '../../shared/download-href.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { deliveryTexts } from './delivery-texts.ts'

/** The first and the last day of the month before this one. */
function lastMonth(): { readonly from: string; readonly until: string } {
  const now = new Date()
  const day = (month: number, date: number): string => new Date(Date.UTC(now.getFullYear(), month, date)).toISOString().slice(0, 10)
  return { from: day(now.getMonth() - 1, 1), until: day(now.getMonth(), 0) }
}

/** Bookings of issued invoices, as DATEV reads them. */
export function Bookings() {
  const texts = useTexts(deliveryTexts)
  const [days, setDays] = useState(lastMonth)
  return (
    <Section title={texts.bookings} about={texts.bookingsAbout}>
      <Group align="flex-end">
        <TextInput
          type="date"
          label={texts.from}
          value={days.from}
          onChange={({ currentTarget: { value } }) => setDays({ ...days, from: value })}
        />
        <TextInput
          type="date"
          label={texts.until}
          value={days.until}
          onChange={({ currentTarget: { value } }) => setDays({ ...days, until: value })}
        />
        <Anchor href={downloadHref('/invoice-bookings', days)} download>
          {texts.download}
        </Anchor>
      </Group>
    </Section>
  )
}
