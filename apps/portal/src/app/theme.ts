import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Blue of the lamp on an operator's position; white text on its filled shades has a contrast of at least 4.5 : 1. */
const klinke: MantineColorsTuple = [
  '#e8f3fc',
  '#d0e4f5',
  '#9fc8ec',
  '#6babe3',
  '#4293dc',
  '#2a84d8',
  '#1c6fbf',
  '#1c5d99',
  '#164b7d',
  '#0d3860',
]

export const theme = createTheme({
  primaryColor: 'klinke',
  primaryShade: { light: 7, dark: 7 },
  colors: { klinke },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
})

/** Secondary text and placeholders are readable in both colour schemes: 4.5 : 1 at least (WCAG 1.4.3). */
export const readableColours: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': colors.red[4],
  },
})
