import { Fieldset, Group, Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import type { RightsArea } from '../../session/session.ts'
import { useTexts } from '../language.tsx'
import { ACTS, type Act, RIGHTS_AREAS, type Rights, withAct } from './rights.ts'
import { rightsTexts } from './rights-texts.ts'

interface RightsFieldProps {
  readonly value: Rights
  readonly onChange: (rights: Rights) => void
  readonly error?: React.ReactNode
}

/** What is open to a login or key: everything, or area by area. */
export function RightsField({ value, onChange, error }: RightsFieldProps) {
  const texts = useTexts(rightsTexts)
  return (
    <Fieldset legend={texts.opens}>
      <Stack gap="xs">
        <Radio.Group
          aria-label={texts.opens}
          value={value === null ? 'everything' : 'chosen'}
          onChange={(chosen) => onChange(chosen === 'everything' ? null : {})}
          error={error}
        >
          <Group>
            <Radio value="everything" label={texts.everything} />
            <Radio value="chosen" label={texts.chosen} />
          </Group>
        </Radio.Group>
        {value === null
          ? null
          : RIGHTS_AREAS.map((area) => (
              <AreaRow key={area} area={area} act={value[area] ?? 'none'} choose={(act) => onChange(withAct(value, area, act))} />
            ))}
      </Stack>
    </Fieldset>
  )
}

interface AreaRowProps {
  readonly area: RightsArea
  readonly act: Act
  readonly choose: (act: Act) => void
}

function AreaRow({ area, act, choose }: AreaRowProps) {
  const texts = useTexts(rightsTexts)
  const id = useId()
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" id={id}>
        {texts[area]}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        data={ACTS.map((each) => ({ value: each, label: texts[each] }))}
        value={act}
        onChange={(chosen) => choose(ACTS.find((each) => each === chosen) ?? 'none')}
      />
    </Group>
  )
}

/** Rights in a line: "Everything", or the areas. */
export function RightsInWords({ rights }: { readonly rights: Rights }) {
  const texts = useTexts(rightsTexts)
  if (rights === null) return texts.everything
  const said = RIGHTS_AREAS.flatMap((area) => (rights[area] === undefined ? [] : [`${texts[area]} (${texts[rights[area]]})`]))
  return said.length === 0 ? texts.nothing : said.join(', ')
}
