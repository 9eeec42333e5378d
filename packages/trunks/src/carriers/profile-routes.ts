import type { Api } from '@klinke/platform'
import { z } from 'zod'
import { usualProfile } from './profiles/profile-of.ts'
import { profileFields, profileName } from './profiles/rules.ts'
import { PROFILE_NAMES, SHIPPED_PROFILES } from './profiles/shipped-profiles.ts'

const text = z.object({ de: z.string(), en: z.string() })
const settingsView = profileFields.partial()
const profileView = z.object({
  profile: profileName,
  title: text,
  about: text,
  usualFor: z.enum(['registration', 'fixed-ip']).nullable().describe('It is taken for carriers of this kind for which none is chosen'),
  settings: settingsView.describe('What a carrier of this profile is spoken to with, unless `profileChanges` say otherwise'),
})

/** The usual ways of carriers, as they are shipped. */
export function addProfiles(api: Api): void {
  const schema = {
    ...{ tags: ['carriers'], summary: 'List the profiles of carriers: how they want to be spoken to' },
    response: { 200: z.object({ items: z.array(profileView) }) },
  }
  const items = PROFILE_NAMES.map((profile) => {
    const { title, about, ...settings } = SHIPPED_PROFILES[profile]
    const usualFor = (['registration', 'fixed-ip'] as const).find((kind) => usualProfile({ kind }) === profile) ?? null
    return { profile, title, about, usualFor, settings: settingsView.parse(settings) }
  })
  api.get('/carrier-profiles', { config: { access: 'operator' }, schema }, () => ({ items }))
}
