// The filters of the article list. Without scripts all articles stand there, and the form stays hidden.
;(() => {
  const form = document.getElementById('filters')
  if (form === null) return
  const step = 25
  const more = document.getElementById('more')
  const status = document.getElementById('filter-status')
  const articles = Array.from(document.querySelectorAll('.article'), (element) => ({
    row: element.parentElement,
    outlet: element.dataset.outlet,
    text: element.textContent.toLowerCase(),
    passages: Array.from(element.querySelectorAll('.passages > li'), (passage) => ({
      element: passage,
      rules: passage.dataset.rules.split(' '),
      severities: passage.dataset.severities.split(' '),
    })),
  }))
  let limit = step
  const value = (name) => form.elements[name]?.value ?? ''

  function apply() {
    const [rule, severity, outlet] = ['rule', 'severity', 'outlet'].map(value)
    const text = value('text').trim().toLowerCase()
    let matching = 0
    for (const article of articles) {
      let some = false
      for (const passage of article.passages) {
        const fits =
          (rule === '' || passage.rules.includes(rule)) && (severity === '' || passage.severities.includes(severity))
        passage.element.hidden = !fits
        some ||= fits
      }
      const fits = some && (outlet === '' || article.outlet === outlet) && (text === '' || article.text.includes(text))
      if (fits) matching++
      article.row.hidden = !fits || matching > limit
    }
    const shown = Math.min(matching, limit)
    status.textContent =
      matching === 0 ? 'No article fits. Clear a filter.' : `Showing ${shown} of ${matching} articles that fit`
    more.hidden = shown === matching
  }

  function start() {
    limit = step
    apply()
  }

  form.hidden = false
  form.addEventListener('input', start)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(start))
  more.addEventListener('click', () => {
    const first = limit
    limit += step
    apply()
    // Whoever came by keyboard goes on reading where the new articles begin.
    const next = articles.filter(({ row }) => !row.hidden)[first]?.row
    if (next !== undefined) {
      next.tabIndex = -1
      next.focus()
    }
  })
  for (const link of document.querySelectorAll('[data-filter-rule], [data-filter-outlet]')) {
    link.addEventListener('click', () => {
      form.reset()
      const { filterRule, filterOutlet } = link.dataset
      const [name, wanted] = filterRule === undefined ? ['outlet', filterOutlet] : ['rule', filterRule]
      setTimeout(() => {
        form.elements[name].value = wanted
        start()
        form.elements[name].focus({ preventScroll: true })
      })
    })
  }
  document.addEventListener('keydown', (event) => {
    const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    form.elements.text.focus()
  })
  // A link to a rule opens it.
  function open() {
    const id = decodeURIComponent(location.hash.slice(1))
    const details = id.startsWith('rule-') ? document.getElementById(id)?.querySelector('details') : null
    if (details) details.open = true
  }
  addEventListener('hashchange', open)
  open()
  start()
})()
