import { dialString } from './engine/dial-string.ts'
import type { Place } from './engine/telephone.ts'

const ACKNOWLEDGED_AS = 'klinke.web-phone.elsewhere'

/** Before the first call away from the site; never before 110 and 112, in whatever form: a warning must not cost a second then. */
export function mustWarn(place: Place | undefined, typed: string): boolean {
  return place?.whereabouts === 'elsewhere' && !/11[02]#?$/.test(dialString(typed))
}

/** For as long as this tab lives. */
export function isAcknowledged(): boolean {
  return sessionStorage.getItem(ACKNOWLEDGED_AS) !== null
}

export function keepAcknowledged(): void {
  sessionStorage.setItem(ACKNOWLEDGED_AS, 'yes')
}
