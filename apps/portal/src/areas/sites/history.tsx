import { List } from '@mantine/core'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { lineOf, type Site } from './site.ts'
import { siteTexts } from './texts.ts'

/** Every address that it has had, with the day from which it held and who said so. */
export function History({ site: { addresses } }: { readonly site: Site }) {
  const texts = useTexts(siteTexts)
  const format = useFormat()
  if (addresses.length < 2) return null
  return (
    <Section title={texts.history}>
      <List size="sm">
        {addresses.toReversed().map((address) => (
          <List.Item key={address.recordedAt}>
            {`${texts.planned(format.date(address.from), lineOf(address))} (${texts.proofBy(address.recordedBy, format.dateTime(address.recordedAt))})`}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
