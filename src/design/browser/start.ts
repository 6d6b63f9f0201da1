import { Application, type Controller } from '@hotwired/stimulus'

type ControllerClass = new (...args: ConstructorParameters<typeof Controller>) => Controller
type Loaders = Record<string, () => Promise<unknown>>

const isModule = (value: unknown): value is { default: ControllerClass } =>
  typeof value === 'object' && value !== null && 'default' in value && typeof value.default === 'function'

/** `../../services/reports/place-picker.browser.ts` is the controller `place-picker`. */
export const controllerName = (path: string): string => path.replace(/^.*\//, '').replace(/\.browser\.ts$/, '')

const namesIn = (root: ParentNode & Node): string[] =>
  [
    ...(root instanceof Element && root.hasAttribute('data-controller') ? [root] : []),
    ...root.querySelectorAll('[data-controller]'),
  ].flatMap((element) => element.getAttribute('data-controller')?.split(/\s+/).filter(Boolean) ?? [])

/** Loads a controller the first time its name stands in the page, so that a page carries only what it uses. */
export function start(loaders: Loaders): Application {
  const application = Application.start()
  const waiting = new Map(Object.entries(loaders).map(([path, load]) => [controllerName(path), load]))

  const load = (root: ParentNode & Node) => {
    for (const name of new Set(namesIn(root))) {
      const loader = waiting.get(name)
      if (!loader) continue
      waiting.delete(name)
      loader().then(
        (module) => isModule(module) && application.register(name, module.default),
        // Off line for a moment: the next appearance tries again.
        () => waiting.set(name, loader),
      )
    }
  }

  load(document)
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'attributes' && change.target instanceof Element) load(change.target)
      for (const node of change.addedNodes) if (node instanceof Element) load(node)
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-controller'] })
  return application
}
