import type { CustomerTrunk } from '../customer-trunk.ts'
import { asteriskFile } from './asterisk.ts'
import type { ConfigurationFacts, ConfigurationFile } from './facts.ts'
import { freeswitchFile } from './freeswitch.ts'
import { fritzBoxFile } from './fritz-box.ts'
import { microsoftSbcFile } from './microsoft-sbc.ts'
import { threeCxFile } from './three-cx.ts'

/** PBXes for which there is a file. */
export const CONFIGURED_SYSTEMS = ['asterisk', 'freeswitch', '3cx', 'fritz-box', 'microsoft-sbc'] as const
export type ConfiguredSystem = (typeof CONFIGURED_SYSTEMS)[number]

interface System {
  readonly title: string
  readonly make: (facts: ConfigurationFacts) => ConfigurationFile
  /** Absent: whatever its access. */
  readonly only?: CustomerTrunk['access']['kind']
}

const SYSTEMS: Readonly<Record<ConfiguredSystem, System>> = {
  asterisk: { title: 'Asterisk (pjsip.conf)', make: asteriskFile },
  freeswitch: { title: 'FreeSWITCH (gateway)', make: freeswitchFile },
  '3cx': { title: '3CX', make: threeCxFile },
  // It knows no trunk without registration.
  'fritz-box': { title: 'FRITZ!Box', make: fritzBoxFile, only: 'registration' },
  // Teams and Skype for Business are known by their address.
  'microsoft-sbc': { title: 'Microsoft Teams / SBC (AudioCodes)', make: microsoftSbcFile, only: 'fixed-ip' },
}

/** The systems that a trunk can be at, with their names. */
export function systemsFor({
  access,
}: Pick<CustomerTrunk, 'access'>): readonly { readonly system: ConfiguredSystem; readonly title: string }[] {
  return CONFIGURED_SYSTEMS.flatMap((system) => {
    const { title, only } = SYSTEMS[system]
    return only === undefined || only === access.kind ? [{ system, title }] : []
  })
}

/** The file for a system; undefined where the trunk cannot be at one. */
export function configurationFile(system: ConfiguredSystem, facts: ConfigurationFacts): ConfigurationFile | undefined {
  return systemsFor(facts.trunk).some((each) => each.system === system) ? SYSTEMS[system].make(facts) : undefined
}
