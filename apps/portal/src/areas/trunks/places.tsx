import { Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { PlaceFields } from './place-fields.tsx'
import { Plan } from './plan.tsx'
import { trunkTexts } from './texts.ts'
import { placesOf, placeText, type Trunk } from './trunk.ts'
import { useTrunkChange } from './use-trunk-change.ts'

/** The addresses of a PBX that does not register: the customer moves it by itself (TRK-16). */
export function Places({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const mayChange = useMayChange()
  const change = useTrunkChange(trunk.id, () => undefined)
  const [primary = '', secondary = ''] = trunk.places.map(placeText)
  const form = useForm({
    initialValues: { primary, secondary },
    validate: { primary: (text) => (text.trim() === '' ? texts.needed : null) },
  })
  const submit = useSubmit(form, (values) => change.check({ kind: 'places', places: placesOf([values.primary, values.secondary]) }), {
    'trunk-place-taken': 'primary',
    'trunk-nothing-changed': 'primary',
  })
  return (
    <Section title={texts.places} about={texts.placesAbout}>
      {trunk.places.map((place) => (
        <Text key={placeText(place)}>{placeText(place)}</Text>
      ))}
      {mayChange ? (
        <form onSubmit={submit.onSubmit} noValidate>
          <Stack>
            <PlaceFields inputs={(field) => form.getInputProps(field)} />
            <Group>
              <Button type="submit" variant="default" loading={submit.isBusy}>
                {texts.changePlaces}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : null}
      {change.planned === undefined ? null : <Plan plan={change.planned.plan} isBusy={change.isBusy} make={change.make} />}
    </Section>
  )
}
