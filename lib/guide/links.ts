import { toString as wordsOf } from 'mdast-util-to-string'
import type { Nodes } from 'mdast'
import { picturePath } from './address'
import { partsOfMarkdown } from './markdown'

/** The links and images of a Markdown text. */
export type TextParts = {
  links: string[]
  pictures: { address: string; words: string }[]
  html: boolean
  words: string
}

/**
 * Parses a text as it is rendered: links, images, whether it contains HTML (which is not rendered),
 * and its words.
 */
export function partsOfText(markdown: string): TextParts {
  const tree = partsOfMarkdown(markdown)
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

/** Valid link targets: each page of the product with its anchors, and the existing images. */
export type LinkTargets = {
  pages: Readonly<Record<string, readonly string[]>>
  pictures: readonly string[]
}

export type LinkFault = 'page_unknown' | 'anchor_unknown' | 'address_malformed'

/**
 * The fault of a link: a missing page or anchor, or an invalid external address. `own`: the anchors
 * of the text's own page.
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
 * Whether this is a usable external address: a web page, an e-mail address or a telephone number.
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

/** The id of one of our pictures by its address; null for any other address. */
export const pictureAt = (address: string) =>
  address.startsWith(picturePath) ? address.slice(picturePath.length) : null
