// <depth-limits data-zone="…">: what is said of a depth that goes deeper than usual or than the cap appears as it is typed or stepped.
// The sentences are there already, each with its zone and its limit; the server shows the right one when the page comes back.
import { tellWhenPatched } from "./patched.js";

class DepthLimits extends HTMLElement {
  #listen = () => this.patched();
  #form;

  connectedCallback() {
    this.#form = this.closest("form"); // the zone may be chosen elsewhere in it
    ["input", "change"].forEach((type) => this.#form.addEventListener(type, this.#listen));
    this.patched();
  }

  disconnectedCallback() {
    ["input", "change"].forEach((type) => this.#form.removeEventListener(type, this.#listen));
  }

  patched() {
    const zone = this.dataset.zone || this.#form.elements["Input.Zone"]?.value;
    const depth = this.querySelector("input[type=number]").valueAsNumber;
    const passed = [...this.querySelectorAll("[data-above]")].filter((line) => line.dataset.zone === zone && depth > Number(line.dataset.above));
    this.querySelectorAll("[data-above]").forEach((line) => (line.hidden = line !== passed.at(-1)));
  }
}

customElements.define("depth-limits", DepthLimits);
tellWhenPatched("depth-limits");
