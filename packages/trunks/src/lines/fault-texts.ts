import type { Text } from '@klinke/platform'

type Said = (found: RegExpExecArray) => string

/** What lines to carriers say of their faults, with the German for it. */
const FAULTS: readonly (readonly [english: RegExp, german: Said])[] = [
  [/^no answer$/, () => 'keine Antwort'],
  [/^no connection$/, () => 'keine Verbindung'],
  [/^(\S+) has no address$/, ([, host = '']) => `${host} hat keine Adresse im DNS`],
  [/^423: at least (\d+) s wanted$/, ([, seconds = '']) => `423: Der Carrier verlangt mindestens ${seconds} s`],
  [/^40[17]\b.*$/, ([whole]) => `${whole}: Benutzername oder Kennwort stimmt nicht`],
  [/^403\b.*$/, ([whole]) => `${whole}: Der Carrier lässt diesen Zugang nicht zu`],
  [/^404\b.*$/, ([whole]) => `${whole}: Der Carrier kennt diesen Zugang nicht`],
  [/^408\b.*$/, ([whole]) => `${whole}: Der Carrier hat nicht rechtzeitig geantwortet`],
  [/^503\b.*$/, ([whole]) => `${whole}: Der Carrier ist gerade nicht bereit`],
  [/^[1-6]\d\d\b.*$/, ([whole]) => `Antwort des Carriers: ${whole}`],
  [/ECONNREFUSED/, () => 'Der Server des Carriers nimmt keine Verbindung an'],
  [/ECONNRESET|EPIPE/, () => 'Der Server des Carriers hat die Verbindung abgebrochen'],
  [/ETIMEDOUT|timed? ?out/i, () => 'keine Verbindung: Der Server des Carriers antwortet nicht'],
  [/ENETUNREACH|EHOSTUNREACH/, () => 'kein Weg zum Server des Carriers'],
  [/certificate|CERT/i, () => 'Das Zertifikat des Carriers wird nicht anerkannt'],
]

/** A fault in both languages; what the network says in words of its own stands behind the German, so that one can look it up. */
export function faultText(fault: string): Text {
  for (const [english, german] of FAULTS) {
    const found = english.exec(fault)
    if (found !== null) return { en: fault, de: german(found) }
  }
  return { en: fault, de: `Verbindung gestört (${fault})` }
}
