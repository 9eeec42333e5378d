/** The smallest profile, as the description of the API shows it. */
export const SMALLEST_PROFILE = `profile: example
title: { de: Beispiel, en: Example }
validFrom: 2020-01-01
rounding: { mode: half-up }
counting:
  default: { rule: by-days, due: arrears }
items:
  - id: extension
    kind: product
    title: { de: Nebenstelle, en: Extension }
    price: 8.50
terms:
  layers:
    - name: contract
      title: { de: Vertrag, en: Contract }
      contract: { notice: { weeks: 4 }, to: month-end }
priceChange:
  - { name: contract, title: { de: Vertrag, en: Contract }, notice: { weeks: 8 }, from: month-begin }
`
