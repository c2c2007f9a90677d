// Ticks over the minutes that the server wrote, marks the state in words, and rings when the cream must come off.
// The clinic's clock counts: a tablet's own may be wrong by minutes, which would leave the cream on too long.
class NumbingClock extends HTMLElement {
  /** Each cream rings once on a page, also where the page shows it anew. */
  static #rung = new Set();
  static #audio;

  #timer;
  #ahead = 0;

  connectedCallback() {
    if (this.dataset.running !== "true") return;
    this.#ahead = Date.parse(this.dataset.now) - Date.now();
    this.#tick();
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #tick() {
    if (this.dataset.running !== "true") { // the cream came off, and the page was patched around this element
      clearInterval(this.#timer);
      return;
    }

    const minutes = (Date.now() + this.#ahead - Date.parse(this.dataset.on)) / 60000;
    const state = this.#stateAt(minutes);
    this.querySelector("[data-minutes]").textContent = Math.floor(minutes);
    this.querySelector("[data-state]").textContent = state;
    this.querySelector("meter").value = minutes;
    this.#tellOfTheClock(Math.round(this.#ahead / 60000));
    if (minutes >= Number(this.dataset.amber)) {
      this.#ring(`${this.dataset.session}:${state}`);
    }
  }

  /** Whoever compares the minutes with the device in the hand must know which is right. */
  #tellOfTheClock(minutes) {
    if (Math.abs(minutes) > 1 && !this.querySelector("[data-clock]")) {
      const words = `This device's clock is ${span(Math.abs(minutes))} ${minutes > 0 ? "behind" : "ahead"}. The clinic's clock counts.`;
      const note = Object.assign(document.createElement("p"), { className: "form-hint mb-2", textContent: words });
      note.dataset.clock = "";
      this.append(note);
    }
  }

  #stateAt(minutes) {
    if (minutes > Number(this.dataset.max)) return "too long: take it off";
    if (minutes < Number(this.dataset.min)) return "not ready yet";
    return minutes >= Number(this.dataset.amber) ? "nearly too long" : "ready";
  }

  /** Twice in all: when it is nearly too long, and when it is too long. A device that nobody has touched yet may be silent; then it says so. */
  #ring(what) {
    if (NumbingClock.#rung.has(what)) {
      return;
    }

    const audio = (NumbingClock.#audio ??= globalThis.AudioContext && new AudioContext());
    if (audio?.state !== "running") {
      this.#offerSound(audio);
      return;
    }

    NumbingClock.#rung.add(what);
    this.querySelector("[data-sound]")?.remove();
    const tone = audio.createOscillator();
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.6);
    navigator.userActivation?.hasBeenActive && navigator.vibrate?.([300, 200, 300]);
  }

  #offerSound(audio) {
    if (audio && !this.querySelector("[data-sound]")) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: "The sound is off: turn it on" });
      button.dataset.sound = "";
      button.addEventListener("click", () => audio.resume());
      this.append(button);
    }
  }
}

const span = (minutes) => (minutes < 120 ? `${minutes} minutes` : minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`);

customElements.define("numbing-clock", NumbingClock);
