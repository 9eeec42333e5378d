/**
 * How long a German area code is (without its 0), by how it begins: Bundesnetzagentur, list of area codes. The rest of the West has four
 * digits, the rest of 3 (the East) five; mobile networks, service numbers and personal numbers have codes of their own.
 */
const CODES: readonly (readonly [RegExp, number])[] = [
  [/^(?:3[02]|40|69|89)/, 2],
  [/^1[67]/, 3],
  [/^15[03-68]/, 5],
  [/^15/, 4],
  [/^2129/, 4],
  [/^3(?:[4579]3[1357]|(?:46|5[49])[1246]|(?:47|60)[1356]|[68]4[1347])/, 4],
  [/^(?:800|700|900|18|13)/, 3],
  [/^(?:2(?:0[1-389]|1[124]|2[18]|3[14]|[4-9]1)|3(?:[35-9][15]|4[015])|906|[4-9][1-9]1)/, 3],
  [
    new RegExp(
      '^3(?:3(?:0[1-467]|2[127-9]|3[124578]|[46][1246]|7[1257-9]|8[1256]|9[145])|4(?:2[135]|4[13578]|9[1346])|' +
        '5(?:0[14]|2[1-3589]|6[1-4]|7[13468]|8[13568])|6(?:2[1-489]|3[124-6]|6[13]|7[12579]|8[1-356]|9[135])|' +
        '7(?:2[1-7]|4[145]|6[1-5]|7[1-4])|8(?:21|3[1468]|6|7[1467]|8[136])|9(?:0[12479]|2[1358]|4[134679]|6[1-9]|7[136]|8[147]|9[1468]))',
    ),
    4,
  ],
  [/^3/, 5],
]
const USUAL_CODE = 4
/** The digit behind these says the price, and stands alone (DIN 5008). */
const PRICED = /^(180|137|900)(\d)(?=\d)/
/** Countries with one and two digits; all others have three (ITU-T E.164, list of assigned country codes). */
const SHORT_COUNTRY = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** A text with the numbers in it that are in E.164 as people read them: `+49 221 4710100`. All else stays as it is. */
export function readableNumbers(text: string): string {
  return text.replace(/(?<![\w+])\+([1-9]\d{6,14})(?!\d)/g, (_all, digits: string) => `+${readable(digits)}`)
}

function readable(digits: string): string {
  if (!digits.startsWith('49')) {
    const country = SHORT_COUNTRY.exec(digits)?.[0] ?? digits.slice(0, 3)
    return `${country} ${digits.slice(country.length)}`
  }
  const national = digits.slice(2)
  if (PRICED.test(national)) return `49 ${national.replace(PRICED, '$1 $2 ')}`
  const length = CODES.find(([begins]) => begins.test(national))?.[1] ?? USUAL_CODE
  return `49 ${national.slice(0, length)} ${national.slice(length)}`.trimEnd()
}
