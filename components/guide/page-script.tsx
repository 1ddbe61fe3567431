import { headers } from 'next/headers'

/** All that a reader's browser runs on the guide: ticked boxes stay on the device and are sent nowhere, and the list is printed. */
const script = `
document.querySelectorAll('input[data-kept]').forEach((box) => { box.checked = localStorage.getItem(box.dataset.kept) === '1' })
document.addEventListener('change', ({ target }) => {
  const name = target.dataset.kept
  if (name && target.checked) localStorage.setItem(name, '1')
  else if (name) localStorage.removeItem(name)
})
document.addEventListener('click', ({ target }) => { if (target.closest('[data-print]')) print() })
`

/** The guide's own script, behind all that it finds; the mark by which it stays on a page that is kept for all (lib/ops/web). */
export async function PageScript() {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return <script data-own="" nonce={nonce}>{script}</script>
}
