/**
 * The only script of the guide's pages: ticked boxes are kept on the device and never sent, and the
 * list is printed. It is inlined into the page, and the policy of cached pages
 * (lib/ops/web/security-headers.mjs) allows it by its hash.
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
