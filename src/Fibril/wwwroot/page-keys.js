// <page-keys>: one key for what a link or button of the page does. The list of keys is a dialog inside; "?" opens it.
// They can be switched off: who speaks to the device types keys without meaning them (WCAG 2.1.4).
import { tellWhenPatched } from "./patched.js";

const off = "keys-off";

class PageKeys extends HTMLElement {
  #listen = (event) => this.#press(event);

  connectedCallback() {
    document.addEventListener("keydown", this.#listen);
    this.addEventListener("click", (event) => event.target.closest("[data-list]") && this.querySelector("dialog").showModal());
    this.addEventListener("change", (event) => (event.target.checked ? localStorage.removeItem(off) : localStorage.setItem(off, "1")));
    this.patched();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#listen);
  }

  patched() {
    this.querySelector("[data-list]").hidden = false;
    this.querySelector("[data-on]").checked = !localStorage.getItem(off);
  }

  #press(event) {
    if (localStorage.getItem(off) || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea, [contenteditable], dialog")) {
      return;
    }

    const row = event.target.matches("[data-visit]") ? event.target : null; // a link or button inside keeps its own Enter
    const act = {
      "?": () => this.querySelector("dialog").showModal(),
      "/": () => document.querySelector("input[type=search]")?.focus(),
      n: document.querySelector("barcode-scan") ? null : () => document.querySelector("[data-key=n]")?.click(), // a scanner types letters too
      j: () => this.#move(1),
      k: () => this.#move(-1),
      o: row && (() => row.querySelector("a").click()),
      m: row && (() => row.querySelector("[data-grip]")?.click()),
      Enter: row && (() => row.querySelector("[data-next] a, [data-next] button")?.click()),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  #move(by) {
    const all = [...document.querySelectorAll("[data-visit]")];
    const at = all.indexOf(document.activeElement.closest("[data-visit]"));
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  }
}

customElements.define("page-keys", PageKeys);
tellWhenPatched("page-keys");
