'use client'
import { usePathname } from 'next/navigation'
import { NavAnchor, type NavAnchorProps } from './nav-anchor'

/** A navigation link on customers' pages: like the desk's, without the router's size. */
export const PlainNavLink = (props: NavAnchorProps) => <NavAnchor path={usePathname()} {...props} />
