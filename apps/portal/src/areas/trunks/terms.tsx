import { NumberInput, Select, Stack, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { trunkTexts } from './texts.ts'
import { REFRESHED, type Trunk } from './trunk.ts'

type Values = Pick<Trunk, 'channels' | 'signalling' | 'transport' | 'srtp' | 'active'>

function valuesOf({ channels, signalling, transport, srtp, active }: Trunk): Values {
  return { channels, signalling, transport, srtp, active }
}

/** At which field a broken rule is shown. */
const PROBLEM_FIELDS = {
  'trunk-channels-not-sold': 'channels',
  'trunk-below-minimum': 'channels',
  'trunk-numbers-above-ceiling': 'channels',
  'trunk-signalling-not-allowed': 'signalling',
  'trunk-microsoft-needs-tls': 'transport',
}

/** What is sold of the trunk beside its product and numbers: for who sells it. */
export function Terms({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const change = useChange('PATCH /customer-trunks/{trunkId}', REFRESHED)
  const { data } = useAnswer('GET /customer-trunks/catalogue', [{}])
  const form = useForm<Values>({ initialValues: valuesOf(trunk) })
  const submit = useEdit({
    ...{ form, thing: trunk, valuesOf, byCode: PROBLEM_FIELDS },
    save: (body, ifMatch) => change.mutateAsync([{ path: { trunkId: trunk.id }, body, ifMatch }]),
  })
  const profiles = data?.products.find(({ product }) => product === trunk.product)?.signalling ?? [trunk.signalling]
  const encryptions = (['none', 'offered', 'required'] as const).map((value) => ({ value, label: texts[value] }))
  return (
    <Section title={texts.terms}>
      <FormFrame act="save" submit={submit}>
        <Stack maw={560}>
          <NumberInput
            label={texts.channels}
            description={texts.channelsHint}
            min={1}
            max={2_000}
            allowDecimal={false}
            hideControls
            {...form.getInputProps('channels')}
          />
          <Select label={texts.signalling} data={[...profiles]} allowDeselect={false} {...form.getInputProps('signalling')} />
          <Select label={texts.transport} data={['UDP', 'TCP', 'TLS']} allowDeselect={false} {...form.getInputProps('transport')} />
          <Select label={texts.srtp} data={encryptions} allowDeselect={false} {...form.getInputProps('srtp')} />
          <Switch label={texts.active} description={texts.activeHint} {...form.getInputProps('active', { type: 'checkbox' })} />
        </Stack>
      </FormFrame>
    </Section>
  )
}
