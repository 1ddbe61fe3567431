/**
 * The only script of the page on which stores are found: at a press it asks the browser for its
 * position, and puts the stores on the page into the order of their distance. The position is
 * neither sent nor kept. Inlined, and allowed by its hash (lib/ops/web/security-headers.mjs).
 */
export const finderScript = `
const button = document.querySelector('[data-nearest]')
const said = document.querySelector('[data-nearest-said]')
const list = document.querySelector('[data-stores]')
if (button && said && list && 'geolocation' in navigator) {
  button.hidden = false
  const radians = (degrees) => (degrees * Math.PI) / 180
  const kilometres = (from, to) => {
    const [north, south] = [radians(from[0]), radians(to[0])]
    const across = Math.sin((south - north) / 2) ** 2 + Math.cos(north) * Math.cos(south) *
      Math.sin(radians(to[1] - from[1]) / 2) ** 2
    return 12742 * Math.asin(Math.min(1, Math.sqrt(across)))
  }
  const inWords = (km) => km < 1 ? button.dataset.near
    : button.dataset.far.replace('{km}', km < 10 ? km.toFixed(1) : String(Math.round(km)))
  button.addEventListener('click', () => {
    said.textContent = button.dataset.asking
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const here = [coords.latitude, coords.longitude]
      const rows = [...list.children].map((row) => {
        const place = row.dataset.place
        const km = place ? kilometres(here, place.split(' ').map(Number)) : Infinity
        const told = row.querySelector('[data-distance]')
        if (told && place) {
          told.textContent = inWords(km)
          told.hidden = false
        }
        return { row, km }
      })
      list.append(...rows.sort((one, other) => one.km - other.km || 0).map(({ row }) => row))
      said.textContent = button.dataset.sorted
    }, ({ code }) => {
      said.textContent = code === 1 ? button.dataset.refused : button.dataset.failed
    }, { timeout: 15000, maximumAge: 300000 })
  })
}
`
