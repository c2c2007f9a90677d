// <live-page data-changes="…">: what is inside comes anew when the server says that something changed. Without a script the page refreshes itself.
const againMs = 5000;
const restMs = 3000;

class LivePage extends HTMLElement {
  #source;
  #again;
  #seen;
  #address = location.href;
  #isLoading = false;
  #isOld = false;
  #isPressed = false;
  #release = () => setTimeout(() => {
    this.#isPressed = false;
    this.#isOld && this.#refresh();
  });

  connectedCallback() {
    this.#listen();
    this.addEventListener("released", () => this.#isOld && this.#refresh());
    this.addEventListener("pointerdown", () => (this.#isPressed = true));
    ["pointerup", "pointercancel"].forEach((end) => addEventListener(end, this.#release));
  }

  disconnectedCallback() {
    ["pointerup", "pointercancel"].forEach((end) => removeEventListener(end, this.#release));
    this.#source?.close();
    clearTimeout(this.#again);
  }

  #listen() {
    this.#source?.close();
    this.#source = new EventSource(this.dataset.changes);
    this.#source.addEventListener("message", (event) => {
      const first = this.#seen === undefined;
      this.#seen = event.data;
      first || this.#refresh();
    });
    this.#source.addEventListener("error", () => {
      this.#say("Not connected: what you see may be old.");
      if (this.#source.readyState === EventSource.CLOSED) { // turned away: it does not try again by itself
        this.#again = setTimeout(() => this.#listen(), againMs);
      }
    });
  }

  /** One at a time, and not more often than the eye can follow; what changed meanwhile is shown by one more. */
  async #refresh() {
    this.#isOld = this.#isLoading || this.#isHeld;
    if (this.#isOld) {
      return;
    }

    this.#isLoading = true;
    await this.#load();
    setTimeout(() => {
      this.#isLoading = false;
      if (this.#isOld && this.isConnected) {
        this.#refresh();
      }
    }, restMs);
  }

  /**
   * Something in it is under somebody's hand: it is told by "released" when it may change again. A button that comes anew
   * between the press and the release would not be clicked at all.
   */
  get #isHeld() {
    return this.#isPressed || Boolean(this.closest("[data-held]"));
  }

  async #load() {
    const answer = await fetch(this.#address, { headers: { accept: "text/html" } }).catch(() => null);
    const page = answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const fresh = page?.querySelector("live-page");
    if (!this.isConnected) {
      return;
    }

    if (!fresh) {
      this.#say("What you see may be old. Load the page again.");
      return;
    }

    if (this.#isHeld) {
      this.#isOld = true;
      return;
    }

    const focused = this.contains(document.activeElement) ? document.activeElement.closest("[id]") : null;
    const scrolled = [...this.querySelectorAll(".table-responsive")].map((e) => [e.scrollLeft, e.scrollTop]);
    this.replaceChildren(...fresh.childNodes);
    this.querySelectorAll(".table-responsive").forEach((e, i) => scrolled[i] && e.scrollTo(...scrolled[i]));
    focused && document.getElementById(focused.id)?.focus({ preventScroll: true });
  }

  #say(words) {
    const place = this.querySelector("[data-live]");
    place && ([place.textContent, place.hidden] = [words, false]);
  }
}

customElements.define("live-page", LivePage);
