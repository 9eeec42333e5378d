import {
  ActionIcon,
  Burger,
  Group,
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { CircleUserRound, LogOut, Moon, ShieldCheck, Sun } from 'lucide-react'
import { Link } from 'wouter'
import { hasCustomers } from '../session/session.ts'
import { useSession, useSessionDoor } from '../session/session-context.tsx'
import { useLanguage, useTexts } from '../shared/language.tsx'
import { useNotices } from '../shared/notices.tsx'
import { LANGUAGES } from '../shared/texts.ts'
import { appTexts } from './app-texts.ts'
import { CustomerSwitch } from './customer-switch.tsx'

interface HeaderProps {
  readonly isMenuOpen: boolean
  readonly toggleMenu: () => void
}

/** Name of the product, the customer one works for, language, colours, oneself. */
export function Header({ isMenuOpen, toggleMenu }: HeaderProps) {
  const session = useSession()
  const texts = useTexts(appTexts)
  return (
    <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Burger
          opened={isMenuOpen}
          onClick={toggleMenu}
          hiddenFrom="sm"
          size="sm"
          aria-label={isMenuOpen ? texts.closeNavigation : texts.openNavigation}
        />
        <UnstyledButton component={Link} href="/" visibleFrom="xs">
          <Text fw={700} size="lg">
            Klinke
          </Text>
        </UnstyledButton>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {hasCustomers(session) ? <CustomerSwitch /> : null}
        <LanguageSwitch />
        <ColourSwitch />
        <AccountMenu />
      </Group>
    </Group>
  )
}

export function LanguageSwitch() {
  const { language, choose } = useLanguage()
  const texts = useTexts(appTexts)
  const data = LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))
  return <SegmentedControl size="xs" aria-label={texts.language} data={data} value={language} onChange={choose} />
}

export function ColourSwitch() {
  const texts = useTexts(appTexts)
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  return (
    <ActionIcon variant="subtle" aria-label={isDark ? texts.light : texts.dark} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
      {isDark ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
    </ActionIcon>
  )
}

function AccountMenu() {
  const { kind, login } = useSession()
  const { signOut } = useSessionDoor()
  const { failed } = useNotices()
  const texts = useTexts(appTexts)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={texts.account}>
          <CircleUserRound size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{login === null ? texts[kind] : `${login.name} (${texts[kind]})`}</Menu.Label>
        {login === null ? null : (
          <Menu.Item component={Link} href="~/own-login" leftSection={<ShieldCheck size={16} aria-hidden />}>
            {texts.ownLogin}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => void signOut().catch(failed)}>
          {texts.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
