// Lets run on what the server wrote: minutes, bar, state in words and colour; says each change once, and rings when the cream must come off.
// The clinic's clock counts: a tablet's own may be wrong by minutes, which would leave the cream on too long.
import { ClinicClock, tellOfTheClock } from "./clinic-clock.js";

const againMs = 30000;

class NumbingClock extends ClinicClock {
  /** When each cream rang, also where the page shows it anew. */
  static #rung = new Map();

  /** The state in which each cream was seen last. */
  static #known = new Map();
  static #audio;

  tick() {
    if (this.dataset.running !== "true") { // the cream is off; a page that is patched in may make this element another's clock
      return;
    }

    const now = Date.now() + this.ahead;
    const minutes = Math.max(0, (now - Date.parse(this.dataset.on)) / 60000);
    const changes = JSON.parse(this.dataset.changes);
    const is = changes.findLast((c) => Date.parse(c.from) <= now) ?? changes[0];
    this.#show(is, minutes);
    this.#tell(is, Math.floor(minutes));
    this.#offerSound();
    if (is.state === "Amber" || is.state === "OverMaximum") {
      this.#ring(`${this.dataset.session}:${is.state}`, is.state === "OverMaximum");
    }
  }

  #show(is, minutes) {
    const whole = Math.floor(minutes);
    this.querySelector("[data-minutes]").textContent = whole;
    const [word, unit, bar, over] = ["[data-word]", "[data-unit]", "[data-bar]", "[data-over]"].map((part) => this.querySelector(part));
    if (this.dataset.state !== is.state) {
      [this.dataset.state, this.dataset.tone, word.textContent] = [is.state, is.tone, is.word];
      word.closest(".tag").className = `badge tag tag-${is.tone}`;
    }

    unit && (unit.textContent = whole === 1 ? "minute" : "minutes");
    over && (over.hidden = is.state !== "OverMaximum");
    if (bar) {
      bar.setAttribute("width", Math.min(minutes * bar.dataset.minute, bar.dataset.most));
      tellOfTheClock(this, this.ahead);
    }
  }

  /** Once for each change that this window lives through, also where the clock itself came anew meanwhile. */
  #tell(is, minutes) {
    const was = NumbingClock.#known.get(this.dataset.session);
    NumbingClock.#known.set(this.dataset.session, is.state);
    if (was && was !== is.state) {
      const words = Object.assign(document.createElement("p"), { textContent: `${this.dataset.who}: ${is.word}, ${minutes} min on the skin.` });
      document.querySelector("[data-cream-said]")?.append(words);
    }
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
