// Ticks over the minutes that the server wrote, marks the state in words, and rings when the cream must come off.
// The clinic's clock counts: a tablet's own may be wrong by minutes, which would leave the cream on too long.
import { aheadOf, tellOfTheClock } from "./clinic-clock.js";

const againMs = 30000;

class NumbingClock extends HTMLElement {
  /** When each cream rang, also where the page shows it anew. */
  static #rung = new Map();
  static #audio;

  #timer;
  #ahead = 0;

  connectedCallback() {
    this.#ahead = aheadOf(this.dataset.now);
    this.#tick();
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #tick() {
    if (this.dataset.running !== "true") { // the cream is off; a page that is patched in may make this element another's clock
      return;
    }

    const minutes = (Date.now() + this.#ahead - Date.parse(this.dataset.on)) / 60000;
    const state = this.#stateAt(minutes);
    this.querySelector("[data-minutes]").textContent = Math.floor(minutes);
    this.querySelector("[data-state]").textContent = state;
    const meter = this.querySelector("meter");
    if (meter) {
      meter.value = minutes;
      tellOfTheClock(this, this.#ahead);
    }

    this.#offerSound();
    if (minutes >= Number(this.dataset.amber)) {
      this.#ring(`${this.dataset.session}:${state}`, minutes > Number(this.dataset.max));
    }
  }

  #stateAt(minutes) {
    if (minutes > Number(this.dataset.max)) return "too long: take it off";
    if (minutes < Number(this.dataset.min)) return "not ready yet";
    return minutes >= Number(this.dataset.amber) ? "nearly too long" : "ready";
  }

  /** Once when it is nearly too long; again and again while it is too long: one tone is missed with the hands full. */
  #ring(what, isOver) {
    const last = NumbingClock.#rung.get(what);
    const audio = NumbingClock.#audio;
    if (audio?.state !== "running" || (last && !(isOver && Date.now() - last >= againMs))) {
      return;
    }

    NumbingClock.#rung.set(what, Date.now());
    const tone = audio.createOscillator();
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.6);
    navigator.userActivation?.hasBeenActive && navigator.vibrate?.([300, 200, 300]);
  }

  /** A device that nobody has touched since the page was opened is silent. It says so from the first minute, not when it should ring; one button serves all clocks. */
  #offerSound() {
    if (!NumbingClock.#audio && navigator.userActivation?.hasBeenActive) {
      NumbingClock.#turnOn();
    }

    const offered = document.querySelector("[data-sound]");
    if (NumbingClock.#audio?.state === "running") {
      offered?.remove();
    } else if (!offered && globalThis.AudioContext) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: "The sound is off: turn it on" });
      button.dataset.sound = "";
      button.addEventListener("click", () => NumbingClock.#turnOn());
      this.append(button);
    }
  }

  static #turnOn() {
    NumbingClock.#audio ??= globalThis.AudioContext && new AudioContext();
    NumbingClock.#audio?.resume();
  }
}

customElements.define("numbing-clock", NumbingClock);
