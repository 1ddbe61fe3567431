import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as wordsOf } from 'mdast-util-to-string'
import type { Nodes } from 'mdast'
import { picturePath } from './address'

/** What a text in Markdown leads to and shows. */
export type TextParts = {
  links: string[]
  pictures: { address: string; words: string }[]
  html: boolean
  words: string
}

/**
 * Reads a text as its reader will see it: its links, its pictures, whether it holds HTML (which
 * nobody will see), and its words.
 */
export function partsOfText(markdown: string): TextParts {
  const tree = fromMarkdown(markdown)
  const found: TextParts = {
    links: [],
    pictures: [],
    html: false,
    words: wordsOf(tree, { includeHtml: false }).trim(),
  }
  const visit = (node: Nodes) => {
    if (node.type === 'link' || node.type === 'definition') found.links.push(node.url)
    if (node.type === 'image') found.pictures.push({ address: node.url, words: node.alt ?? '' })
    if (node.type === 'html') found.html = true
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

/**
 * What a link may lead to: each page of the product with its anchors, and the pictures there are.
 */
export type LinkTargets = {
  pages: Readonly<Record<string, readonly string[]>>
  pictures: readonly string[]
}

export type LinkFault = 'page_unknown' | 'anchor_unknown' | 'address_malformed'

/**
 * What is wrong with a link: a page or an anchor that is not there, or an outside address that is
 * none. `own`: the anchors of the text's own page.
 */
export function linkFault(
  address: string,
  { pages }: LinkTargets,
  own: readonly string[],
): LinkFault | null {
  const [path = '', anchor] = address.split('#', 2)
  if (path === '' && anchor !== undefined) return own.includes(anchor) ? null : 'anchor_unknown'
  if (!path.startsWith('/') || path.startsWith('//'))
    return isOutsideAddress(address) ? null : 'address_malformed'
  const anchors = pages[path.replace(/^\/en(?=\/|$)/, '') || '/']
  if (!anchors) return 'page_unknown'
  return anchor && !anchors.includes(anchor) ? 'anchor_unknown' : null
}

/**
 * Whether this is an address outside the product that a reader can follow: a web page, a mail
 * address or a telephone number.
 */
export function isOutsideAddress(address: string): boolean {
  if (/^tel:\+?[0-9-]{3,20}$/.test(address)) return true
  if (/^mailto:[^\s@?]+@([a-z0-9-]+\.)+[a-z]{2,}(\?\S*)?$/i.test(address)) return true
  return (
    /^https?:\/\/\S+$/i.test(address) &&
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/i.test(hostOf(address))
  )
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname
  } catch {
    return ''
  }
}

/** The id of the picture at an address of ours; null for any other. */
export const pictureAt = (address: string) =>
  address.startsWith(picturePath) ? address.slice(picturePath.length) : null
