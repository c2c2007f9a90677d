// Ticks over the minutes that the server wrote, marks the state in words, and rings when the cream must come off.
// The clinic's clock counts: a tablet's own may be wrong by minutes, which would leave the cream on too long.
class NumbingClock extends HTMLElement {
  #timer;
  #rung = false;
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
    if (minutes >= Number(this.dataset.amber) && !this.#rung) {
      this.#rung = true;
      this.#ring();
    }
  }

  #stateAt(minutes) {
    if (minutes > Number(this.dataset.max)) return "too long: take it off";
    if (minutes < Number(this.dataset.min)) return "not ready yet";
    return minutes >= Number(this.dataset.amber) ? "nearly too long" : "ready";
  }

  #ring() {
    try {
      const audio = new AudioContext();
      const tone = audio.createOscillator();
      tone.connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + 0.6);
    } catch {
      // No sound on this device; the words and the meter say it.
    }
    navigator.userActivation?.hasBeenActive && navigator.vibrate?.([300, 200, 300]);
  }
}

customElements.define("numbing-clock", NumbingClock);
