// <hold-clock data-until="…">: ticks down to the end of a hold, and shows by itself when it is over. The server decides all the same.
import { ClinicClock, tellOfTheClock } from "./clinic-clock.js";

class HoldClock extends ClinicClock {
  #was;

  tick() {
    const seconds = Math.max(0, Math.ceil((Date.parse(this.dataset.until) - Date.now() - this.ahead) / 1000));
    const soon = this.dataset.soon * 60;
    const left = this.querySelector("[data-left]");
    if (left) {
      [left.hidden, left.textContent] = [false, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`];
      left.classList.toggle("tag-wait", seconds <= soon);
      left.classList.toggle("tag-plain", seconds > soon);
      seconds && tellOfTheClock(left.parentElement, this.ahead);
    }

    this.#say(seconds, soon);
    this.#show(seconds === 0);
    this.#was = seconds;
  }

  /** Twice in all: a clock that is read aloud each second drowns everything else. */
  #say(seconds, soon) {
    const said = this.querySelector("[data-said]");
    if (this.#was > soon && seconds <= soon && seconds > 0) {
      said.textContent = `${this.dataset.soon} minutes left. Then the time is no longer kept.`;
    } else if (this.#was > 0 && seconds === 0) {
      said.textContent = "The ten minutes are over. The time is no longer kept.";
    }
  }

  #show(isOver) {
    const focused = this.contains(document.activeElement) ? document.activeElement : null;
    this.querySelectorAll("[data-kept]").forEach((e) => (e.hidden = isOver));
    this.querySelectorAll("[data-over]").forEach((e) => (e.hidden = !isOver));
    if (isOver && focused?.closest("[data-kept]")) {
      this.querySelector("[data-over] h1")?.focus(); // what had the focus is gone
    }
  }
}

customElements.define("hold-clock", HoldClock);
