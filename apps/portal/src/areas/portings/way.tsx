import { List, Stepper, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { type Porting, placeOnWay, WAY } from './porting.ts'
import { portingTexts } from './texts.ts'

/** How far it is as a picture, and everything that has happened. */
export function Way({ porting: { id, state } }: { readonly porting: Porting }) {
  const texts = useTexts(portingTexts)
  const format = useFormat()
  const { data } = useAnswer('GET /portings/{portingId}/history', [{ path: { portingId: id } }])
  const place = placeOnWay(state)
  return (
    <Section title={texts.way}>
      {place < 0 ? (
        <Text size="sm">{texts.cancelledAbout}</Text>
      ) : (
        <Stepper active={state === 'done' ? WAY.length : place} size="xs" wrap={false} orientation="vertical" allowNextStepsSelect={false}>
          {WAY.map((each) => (
            <Stepper.Step key={each} label={texts[each]} description={texts[`${each}-about`]} />
          ))}
        </Stepper>
      )}
      <List size="sm">
        {(data?.items ?? []).map(({ step, by, at, detail }) => (
          <List.Item key={`${at} ${step}`}>
            {[`${format.dateTime(at)}: ${texts[`did-${step}`]}`, by, detail].filter(Boolean).join(', ')}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
