import { Select, type SelectProps } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useTexts } from '../language.tsx'
import { profileTexts } from './profile-texts.ts'

/** The ways of carriers, with the text that names each; '': as is usual. */
const PROFILES = {
  '': 'profileUsual',
  registration: 'profileRegistration',
  'trusted-address': 'profileTrustedAddress',
  'account-only': 'profileAccountOnly',
  '1tr118': 'profile1tr118',
  '1tr119': 'profile1tr119',
  'sipconnect-1.1': 'profileSipconnect11',
  'sipconnect-2.0': 'profileSipconnect20',
} as const satisfies Record<NonNullable<Answer<'GET /carriers/{carrierId}'>['profile']> | '', keyof typeof profileTexts>

/** How a carrier wants to be spoken to. */
export function ProfileField(input: Pick<SelectProps, 'value' | 'onChange' | 'error'>) {
  const texts = useTexts(profileTexts)
  const data = Object.entries(PROFILES).map(([value, text]) => ({ value, label: texts[text] }))
  return <Select label={texts.profile} description={texts.profileHint} data={data} allowDeselect={false} {...input} />
}
