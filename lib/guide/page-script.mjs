/**
 * All that a reader's browser runs on the guide: ticked boxes stay on the device and are sent
 * nowhere, and the list is printed. The page prints it, and the policy of kept pages
 * (lib/ops/web/security-headers.mjs) names it by its hash.
 */
export const pageScript = `
document.querySelectorAll('input[data-kept]').forEach((box) => {
  box.checked = localStorage.getItem(box.dataset.kept) === '1'
})
document.addEventListener('change', ({ target }) => {
  const name = target.dataset.kept
  if (name && target.checked) localStorage.setItem(name, '1')
  else if (name) localStorage.removeItem(name)
})
document.addEventListener('click', ({ target }) => { if (target.closest('[data-print]')) print() })
`
