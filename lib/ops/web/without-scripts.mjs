const any = /<script(?:\s[^>]*)?>[\s\S]*?<\/script>/g
const own = /^<script[^>]*\sdata-own[\s=>]/
const fetchedAhead = /<link(?=[^>]*\srel="preload")(?=[^>]*\sas="script")[^>]*>/g
/** Where a script has yet to put a part of the page in its place. */
const unfinished = /<template id="B:/

/** A page of the guide without Next and React, 115 kB: all its links, forms and boxes work by themselves, and what it runs of its own stays. */
export const withoutScripts = (html) => (unfinished.test(html) ? html : html.replace(any, (script) => (own.test(script) ? script : '')).replace(fetchedAhead, ''))
