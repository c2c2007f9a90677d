// The clinic's clock counts: the one of a device may be wrong by minutes.
/** Milliseconds by which the clinic's clock is ahead of this device's, from the instant that the server wrote into the page. */
const aheadOf = (now) => Date.parse(now) - Date.now();

/** Whoever compares what a page counts with the device in the hand must know which is right. */
export function tellOfTheClock(host, ahead) {
  const minutes = Math.round(ahead / 60000);
  if (Math.abs(minutes) > 1 && !host.querySelector("[data-clock]")) {
    const words = `This device's clock is ${span(Math.abs(minutes))} ${minutes > 0 ? "behind" : "ahead"}. The clinic's clock counts.`;
    const note = Object.assign(document.createElement("span"), { className: "form-hint d-block mb-2", textContent: words });
    note.dataset.clock = "";
    host.append(note);
  }
}

const span = (minutes) => (minutes < 120 ? `${minutes} minutes` : minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`);

/** Ticks each second by the clinic's clock while it stands on the page; what follows from it is the clock's own `tick`. */
export class ClinicClock extends HTMLElement {
  /** Milliseconds by which the clinic's clock is ahead. */
  ahead = 0;
  #timer;

  connectedCallback() {
    this.ahead = aheadOf(this.dataset.now);
    this.tick();
    this.#timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }
}
