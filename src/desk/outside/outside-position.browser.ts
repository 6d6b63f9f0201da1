import { Controller } from '@hotwired/stimulus'

const PATIENCE_MS = 15_000

/** Asks the device for its position when the button is pressed, and goes to the list by nearness. */
export default class extends Controller<HTMLElement> {
  static override targets = ['offer', 'said']
  static override values = { path: String, query: String, texts: Object }
  declare readonly offerTarget: HTMLElement
  declare readonly saidTarget: HTMLElement
  declare readonly pathValue: string
  declare readonly queryValue: string
  declare readonly textsValue: { asking: string; failed: string }

  override connect() {
    // A live refresh puts back what the server wrote.
    document.addEventListener('turbo:morph', this.show)
    this.show()
  }

  override disconnect() {
    document.removeEventListener('turbo:morph', this.show)
  }

  private show = () => {
    this.offerTarget.hidden = !('geolocation' in navigator)
  }

  ask() {
    this.saidTarget.textContent = this.textsValue.asking
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.go(coords),
      () => {
        this.saidTarget.textContent = this.textsValue.failed
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 30_000 },
    )
  }

  /** Ten metres are enough to put a list in order; more need not stand in an address. */
  private go({ latitude, longitude }: GeolocationCoordinates) {
    const query = new URLSearchParams(this.queryValue)
    query.set('lat', latitude.toFixed(4))
    query.set('lon', longitude.toFixed(4))
    location.assign(`${this.pathValue}?${query}`)
  }
}
