// <cream-strip data-creams="…">: a cream that goes on or comes off elsewhere is heard of on a page that stays open. Without a connection the clocks run on.
const lookMs = 20000;

class CreamStrip extends HTMLElement {
  #timer;

  connectedCallback() {
    this.#timer = setInterval(() => this.#look(), lookMs);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  async #look() {
    const from = this.dataset.creams;
    const answer = await fetch(from, { cache: "no-store", headers: { accept: "text/html" } }).catch(() => null);
    const text = answer?.ok && !answer.redirected ? await answer.text().catch(() => "") : "";
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("cream-strip");
    if (!fresh || !this.isConnected || from !== this.dataset.creams) {
      return;
    }

    const focused = this.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    this.replaceChildren(...fresh.childNodes);
    focused && [...this.querySelectorAll("a")].find((a) => a.getAttribute("href") === focused)?.focus({ preventScroll: true });
  }
}

customElements.define("cream-strip", CreamStrip);
