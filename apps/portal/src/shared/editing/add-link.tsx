import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Link } from 'wouter'
import { useMayChange } from '../../session/may-change.tsx'

/** The way to a new one; absent for who may only look. */
export function AddLink({ children, href = '/new' }: { readonly children: string; readonly href?: string }) {
  if (!useMayChange()) return null
  return (
    <Button component={Link} href={href} leftSection={<Plus size={16} aria-hidden />}>
      {children}
    </Button>
  )
}
