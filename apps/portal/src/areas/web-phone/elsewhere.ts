import { dialString } from './engine/dial-string.ts'
import type { Place } from './engine/telephone.ts'

const ACKNOWLEDGED_AS = 'klinke.web-phone.elsewhere'

/** 110 and 112 in whatever form: of a number that only ends so it is said once too often. */
export function isForHelp(typed: string): boolean {
  return /11[02]#?$/.test(dialString(typed))
}

/** Away from the site before each call for help, which would send it to where nobody is (EMG-04), and before the first of all others. */
export function mustWarn({ whereabouts }: Place, typed: string, acknowledged: boolean): boolean {
  return whereabouts === 'elsewhere' && (isForHelp(typed) || !acknowledged)
}

/** For as long as this tab lives, and one does not come back to the site. */
export function isAcknowledged(): boolean {
  return sessionStorage.getItem(ACKNOWLEDGED_AS) !== null
}

export function keepAcknowledged(isIt: boolean): void {
  if (isIt) sessionStorage.setItem(ACKNOWLEDGED_AS, 'yes')
  else sessionStorage.removeItem(ACKNOWLEDGED_AS)
}
