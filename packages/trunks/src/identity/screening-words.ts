import type { NeverShown, Words } from './never-shown.ts'

export function brokenOffWords(number: string, { name }: NeverShown): Words {
  return {
    de: `Der Anruf zeigt ${number} und wird deshalb abgebrochen: ${name.de} zeigt kein Anrufer (§ 120 TKG).`,
    en: `The call shows ${number} and is therefore broken off: no caller shows ${name.en} (§ 120 TKG).`,
  }
}

export function withheldWords(number: string): Words {
  return {
    de: `Der Anruf kommt aus einem ausländischen Netz und zeigt ${number}, eine deutsche Nummer: sie wird nicht angezeigt (§ 120 TKG).`,
    en: `The call comes from a network abroad and shows ${number}, a German number: it is not shown (§ 120 TKG).`,
  }
}
